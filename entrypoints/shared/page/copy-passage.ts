import { copiedQuote } from '../../../utils/exchange/copied-quote.ts';
import { textFragmentUrl } from '../../../utils/exchange/text-fragment.ts';
import type { PageInterface } from './page-interface.ts';

/**
 * Puts a quote with its citation into the clipboard, as text and as HTML in one item, so that every program takes what it can;
 * or the address that leads to it, alone. Resolves to whether the browser let us.
 */
export const copyPassage: PageInterface['copy'] = async (what, { quote, facts, articleText }) => {
	const link = textFragmentUrl(facts.url, quote, facts.lang, articleText) || facts.url;
	const { text, html } = what === 'link' ? { text: link, html: undefined } : copiedQuote(facts, quote.exact, link);
	try {
		if (html === undefined || typeof ClipboardItem === 'undefined') await navigator.clipboard.writeText(text);
		else await navigator.clipboard.write([new ClipboardItem({ 'text/plain': text, 'text/html': html })]);
		return true;
	} catch {
		return false;
	}
};
