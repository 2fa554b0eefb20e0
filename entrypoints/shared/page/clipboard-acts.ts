import { textFragmentUrl } from '../../../utils/exchange/text-fragment.ts';
import type { PageArticle } from './page-article.ts';
import type { SelectionControl } from './selection-control.ts';

/** Copying from the page. */
export interface ClipboardActs {
	/** The selected words. */
	copyQuote(): void;
	/** An address that leads to the selected words. */
	copyLink(): void;
	/** Nothing where the text is empty. */
	copyText(text: string): void;
}

/** @param address where the page is open, for an article that does not tell its own */
export function createClipboardActs(
	window: Window,
	selection: Pick<SelectionControl, 'describe'>,
	article: () => PageArticle,
	address: string,
	copied: () => void,
): ClipboardActs {
	function copyText(text: string): void {
		if (text === '') return;
		void window.navigator.clipboard.writeText(text).then(copied);
	}

	return {
		copyQuote: () => copyText(selection.describe()?.quote.exact ?? ''),
		copyLink() {
			const selectors = selection.describe();
			const { facts, text } = article();
			const { url = address, lang } = facts;
			copyText(selectors === undefined ? '' : textFragmentUrl(url, selectors.quote, lang, text.text));
		},
		copyText,
	};
}
