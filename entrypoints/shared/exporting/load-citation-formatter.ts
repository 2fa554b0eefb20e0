import { browser } from 'wxt/browser';
import type { CitationStyle } from '../../../utils/domain/citation-style.ts';
import type { CitationFormatter, ShortNode } from '../../../utils/exchange/format-citation.ts';
import { loadSettings } from '../stored-settings.ts';
import { translate } from '../translate.ts';

/** What GB/T 7714 puts first where no author is known: the body that answers for the page. */
const BODY = (lang: string | undefined): string =>
	lang?.startsWith('zh') ? '法国国际广播电台' : 'Radio France Internationale';

/** Writes references in the style of the reader's choice, in the language of the interface; undefined where none are wanted. */
export async function loadCitationFormatter(): Promise<CitationFormatter | undefined> {
	const { citation } = await loadSettings();
	if (citation === 'none') return undefined;
	const tag = translate('locale');
	const [{ createCitationFormatter }, style, locales] = await Promise.all([
		import('../../../utils/exchange/format-citation.ts'),
		load<ShortNode>(fileOf(citation, tag)),
		load<Readonly<Record<string, ShortNode>>>('locales'),
	]);
	const isChinese = citation.startsWith('gbt');
	const lang = isChinese ? 'zh-CN' : (Object.keys(locales).find((each) => isOf(each, tag)) ?? 'en-US');
	return createCitationFormatter({ style, locales, lang, body: isChinese ? BODY : undefined });
}

/** ISO 690 has words of its own, in English or in French. */
function fileOf(citation: CitationStyle, tag: string): string {
	return citation === 'iso690' && tag === 'fr' ? 'iso690-fr' : citation;
}

function isOf(locale: string, tag: string): boolean {
	return locale === tag || locale.startsWith(`${tag}-`);
}

async function load<Data>(name: string): Promise<Data> {
	// Of the extension's own files: their paths are made when it is built.
	const address = (browser.runtime.getURL as (path: string) => string)(`/citing/${name}.json`);
	return (await (await fetch(address)).json()) as Data;
}
