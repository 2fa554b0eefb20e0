import { editionAt } from '../../utils/article/editions.ts';

const names = new Map<string, Intl.DisplayNames>();

/** The name of an edition's language, in the reader's; what is no edition of RFI's keeps its own. */
export function editionName(edition: string, locale: string): string {
	const lang = editionAt(edition)?.lang;
	if (lang === undefined) return edition;
	const known = names.get(locale) ?? new Intl.DisplayNames(locale, { type: 'language' });
	names.set(locale, known);
	const name = known.of(lang) ?? edition;
	return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1);
}
