import { Readability } from '@mozilla/readability';
import type { ArticleFacts } from '../domain/article.ts';
import { archiveDocument } from './archive-document.ts';
import { parseArchive } from './archive-form.ts';
import { readArchiveSource } from './archive-source.ts';
import { readFacts } from './facts.ts';
import { writeReaderHtml } from './reader-html.ts';
import type { Recognition } from './recognise.ts';
import { sanitisedBody, sanitisedHtml } from './sanitise.ts';
import { readingInert } from './sanitise-strings.ts';
import { type ArticleScope, anyPageScope, articleScope, readerScope, TEXT_COPY } from './scope.ts';
import { scopeText } from './scope-text.ts';
import { isSettled } from './settled.ts';

/** An article taken out of its page. */
export interface ExtractedArticle extends ArticleFacts {
	/** Safe to show; see `writeReaderHtml` for its shape. Its article text is `text`. */
	readonly html: string;
	/** The article text. */
	readonly text: string;
}

/** Readability walks a page several times over; beyond this many elements it is not asked. */
const MOST_ELEMENTS = 20_000;

/**
 * Takes the article out of a document that it leaves as it was. On a page that is no article of RFI the page's main part is taken.
 * @param window where there is no `document.defaultView`: for a document made by `DOMParser`
 */
export function extractArticle(
	document: Document,
	address: string,
	recognition: Recognition,
	window: Window = (document.defaultView ?? globalThis.window) as Window,
): ExtractedArticle {
	const page = readableDocument(document, recognition, window);
	const facts = readFacts(page, address, recognition);
	const scope = articleScope(page, recognition) ?? anyPageScope(page);
	const text = scopeText(scope);
	const base = facts.url ?? (/^https?:/.test(address) ? address : undefined);
	const written = writeReaderHtml(scope, { base, document: page, isStandfirst: standfirstOf(scope) });
	return { ...facts, html: cleanHtml(written, page, window), text };
}

/** Safe HTML of the article: Readability's where it lost and joined nothing, our own as written otherwise. */
function cleanHtml(written: string, page: Document, window: Window): string {
	const body = sanitisedBody(written, window);
	const own = body.innerHTML;
	// In a text copy it is known where the article is: Readability is asked only where it can make a difference.
	if (page.documentElement.hasAttribute(TEXT_COPY) && isSettled(body)) return own;
	const guess = readable(own, page, window);
	// Of a text copy Readability mostly leaves all as it was: what is the same to the letter need not be cleaned and compared.
	if (guess === undefined || guess === written) return own;
	const clean = sanitisedHtml(guess, window);
	return outline(clean, window) === outline(own, window) ? clean : own;
}

/** A text file as the document made of it; any other document as it is. */
function readableDocument(document: Document, recognition: Recognition, window: Window): Document {
	if (
		recognition.kind !== 'article' ||
		recognition.form !== 'archive-text' ||
		document.documentElement.hasAttribute(TEXT_COPY)
	)
		return document;
	const copy = parseArchive(readArchiveSource(document)?.source ?? '');
	if (copy.kind === 'not-archive') return document;
	const { DOMParser } = window as Window & typeof globalThis;
	return archiveDocument(copy, (html) => new DOMParser().parseFromString(html, 'text/html'));
}

/** RFI's standfirst, or in the archive form the paragraph before the body that is bold from end to end. */
function standfirstOf({ root }: ArticleScope): (element: Element) => boolean {
	const marked = root.querySelector('.t-content__chapo');
	if (marked) return (element) => element === marked;
	const bold = [...root.querySelectorAll('p')].slice(0, 1).find((p) => {
		const [strong, ...others] = p.children;
		return strong?.localName === 'strong' && others.length === 0 && strong.textContent === p.textContent;
	});
	return (element) => element === bold;
}

/** What Readability makes of an article that is already free of furniture, in the reader's shape; not yet safe to show. */
function readable(html: string, document: Document, window: Window): string | undefined {
	const clone = inertDocument(window, `<article>${html}</article>`);
	if (clone.getElementsByTagName('*').length > MOST_ELEMENTS) return undefined;
	const title = clone.querySelector('header')?.outerHTML ?? '';
	const found = readingInert(() => new Readability(clone, { charThreshold: 0, keepClasses: false }).parse());
	if (!found?.content) return undefined;
	const content = inertDocument(window, found.content).body;
	content.querySelector('header')?.remove();
	const scope: ArticleScope = { root: content, isFurniture: () => false };
	return title + writeReaderHtml(scope, { base: undefined, document, isStandfirst: () => false });
}

/** Every block with its kind, links and pictures: what must not be lost. */
function outline(html: string, window: Window): string {
	const { body } = inertDocument(window, html);
	const kinds = [...body.querySelectorAll('h1,h2,h3,h4,h5,h6,p,li,blockquote,figcaption,td,th,a,img')];
	return `${kinds.map((element) => element.localName)}\n${scopeText(readerScope(body))}`;
}

/** A document in which no script runs and nothing is loaded. */
function inertDocument(window: Window, html: string): Document {
	const { DOMParser } = window as Window & typeof globalThis;
	return new DOMParser().parseFromString(html, 'text/html');
}
