import { oncePerLocale } from '../../components/once-per-locale.ts';
import { editionAt } from '../../utils/article/editions.ts';

const names = oncePerLocale((locale) => new Intl.DisplayNames(locale, { type: 'language', fallback: 'none' }));

/** Of languages that browsers have no names for, the edition's own name on the site. */
const OWN_NAMES: Readonly<Record<string, string>> = { ff: 'Fulfulde' };

/** The name of an edition's language, in the reader's; what is no edition of RFI's keeps its own. */
export function editionName(edition: string, locale: string): string {
	const lang = editionAt(edition)?.lang;
	if (lang === undefined) return edition;
	const name = names(locale).of(lang) ?? OWN_NAMES[edition] ?? edition;
	return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1);
}
