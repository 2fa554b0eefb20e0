import { JSDOM } from 'jsdom';

/** A document as a browser would show it, with its window. */
export interface Shown {
	readonly document: Document;
	readonly window: Window;
}

/** A plain-text file as a browser shows it: one `pre`. */
export function shownAsText(text: string, url = 'file:///home/reader/article.txt'): Shown {
	const { window } = new JSDOM('<pre></pre>', { url });
	window.document.querySelector('pre')!.textContent = text;
	return { document: window.document, window: window as unknown as Window };
}

/** A page opened by a browser. */
export function shownAsPage(html: string, url = 'file:///home/reader/article.html'): Shown {
	const { window } = new JSDOM(html, { url });
	return { document: window.document, window: window as unknown as Window };
}

const { DOMParser } = new JSDOM('').window;

export function parseHtml(html: string): Document {
	return new DOMParser().parseFromString(html, 'text/html');
}
