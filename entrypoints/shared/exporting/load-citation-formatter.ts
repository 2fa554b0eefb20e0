import { browser } from 'wxt/browser';
import type { CitationStyle } from '../../../utils/domain/citation-style.ts';
import type { ArticleExport, FormattedCitation } from '../../../utils/exchange/article-export.ts';
import type { CitationFormatter, ShortNode } from '../../../utils/exchange/format-citation.ts';
import type { OwnStyle } from '../../../utils/exchange/own-style.ts';
import { loadOwnStyle } from '../stored-own-style.ts';
import { loadSettings } from '../stored-settings.ts';
import { translate } from '../translate.ts';

/** Writes the reference of an article; undefined where the style makes none of it. */
export type Cite = (input: ArticleExport) => FormattedCitation | undefined;

/** What GB/T 7714 puts first where no author is known: the body that answers for the page. */
const BODY = (lang: string | undefined): string =>
	lang?.startsWith('zh') ? '法国国际广播电台' : 'Radio France Internationale';

/** Writes references in the style of the reader's choice; undefined where none are wanted, or the chosen one is on another machine. */
export async function loadCitationFormatter(): Promise<Cite | undefined> {
	const { citation } = await loadSettings();
	if (citation === 'none') return undefined;
	if (citation !== 'own') return formatterOf(await builtIn(citation));
	const own = await loadOwnStyle();
	return own && formatterOf(own).then(tolerant, () => undefined);
}

/** Writes references in the language of the style, or that of the interface where it has none or there are no words in it. */
export async function formatterOf({ style, lang = '' }: Omit<OwnStyle, 'title'>): Promise<CitationFormatter> {
	const [{ createCitationFormatter }, locales] = await Promise.all([
		import('../../../utils/exchange/format-citation.ts'),
		load<Readonly<Record<string, ShortNode>>>('locales'),
	]);
	const known = (tag: string): string | undefined =>
		tag === '' ? undefined : Object.keys(locales).find((each) => each === tag || each.startsWith(`${tag}-`));
	return createCitationFormatter({
		style,
		locales,
		lang: known(lang) ?? known(lang.replace(/-.*/, '')) ?? known(translate('locale')) ?? 'en-US',
		body: lang.startsWith('zh') ? BODY : undefined,
	});
}

/** ISO 690 has words of its own, in English or in French. */
async function builtIn(citation: CitationStyle): Promise<Omit<OwnStyle, 'title'>> {
	const isFrench = citation === 'iso690' && translate('locale') === 'fr';
	const style = await load<ShortNode>(isFrench ? 'iso690-fr' : citation);
	return citation.startsWith('gbt') ? { style, lang: 'zh-CN' } : { style };
}

/** What a style of anybody's cannot write, or writes nothing of, goes without a reference: the export is worth more. */
function tolerant(format: CitationFormatter): Cite {
	return (input) => {
		try {
			const citation = format(input);
			return citation.text === '' ? undefined : citation;
		} catch {
			return undefined;
		}
	};
}

async function load<Data>(name: string): Promise<Data> {
	// Of the extension's own files: their paths are made when it is built.
	const address = (browser.runtime.getURL as (path: string) => string)(`/citing/${name}.json`);
	return (await (await fetch(address)).json()) as Data;
}
