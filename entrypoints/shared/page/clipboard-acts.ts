import type { InterfaceHolder } from './interface-holder.ts';
import type { PageArticle } from './page-article.ts';
import type { QuotedPassage } from './page-interface.ts';

/** Copying from the page. */
export interface ClipboardActs {
	/** The selected words, or those of the open card, with where they are from. */
	copyQuote(): void;
	/** An address that leads to these words. */
	copyLink(): void;
	/** Nothing where the text is empty. */
	copyText(text: string): void;
}

/**
 * @param quoted the words that are meant; none where there are none
 * @param address where the page is open, for an article that does not tell its own
 */
export function createClipboardActs(
	window: Window,
	ui: InterfaceHolder,
	article: () => PageArticle,
	address: string,
	quoted: () => QuotedPassage['quote'] | undefined,
	done: (isCopied: boolean) => void,
): ClipboardActs {
	// Nothing is awaited before the browser is asked: it must come straight from the reader's act.
	function copy(what: 'quote' | 'link'): void {
		const quote = quoted();
		if (quote === undefined) return;
		const { facts, text } = article();
		void ui.copy(what, { quote, facts: { ...facts, url: facts.url ?? address }, articleText: text.text }).then(done);
	}

	return {
		copyQuote: () => copy('quote'),
		copyLink: () => copy('link'),
		copyText(text) {
			if (text === '') return;
			void window.navigator.clipboard.writeText(text).then(
				() => done(true),
				() => done(false),
			);
		},
	};
}
