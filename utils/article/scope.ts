import { slugOf } from './address.ts';
import { findArchiveFurniture } from './archive-furniture.ts';
import { readArchiveHead } from './archive-head.ts';
import { readArchiveSource } from './archive-source.ts';
import { findArticleRoot } from './article-root.ts';
import { isFormerFurniture, isFurniture, isGenericFurniture } from './furniture.ts';
import type { Recognition } from './recognise.ts';
import { splitTitle } from './title.ts';

/** Which part of a document is the article: `root` in document order, without furniture. */
export interface ArticleScope {
	readonly root: Element;
	/** True for an element inside the root whose whole subtree is no article text. Its cost does not grow with the subtree. */
	isFurniture(element: Element): boolean;
	/** Where only a part of a text node is article text: that part, in UTF-16 code units of its data. */
	readablePart?(text: Text): readonly [start: number, end: number] | undefined;
	/** What holds the title where that is no `h1`. */
	readonly title?: Node;
}

/** Marks what the reader page adds to an article that it shows. */
export const APART = 'data-apart';

/** Marks the document made of a text copy. */
export const TEXT_COPY = 'data-text-copy';

const NOTHING = [0, 0] as const;

/**
 * The scope of a recognised article as it stands in its document; undefined where the article is gone, and for a file shown
 * as plain text, which cannot be annotated in place.
 */
export function articleScope(document: Document, recognition: Recognition): ArticleScope | undefined {
	if (recognition.kind === 'not-article') return undefined;
	if (recognition.form === 'archive-text') {
		return document.documentElement.hasAttribute(TEXT_COPY) ? archiveScope(document.body, new Map()) : undefined;
	}
	if (recognition.form === 'archive-html') return inPlaceScope(document);
	const root = findArticleRoot(document);
	if (typeof root === 'string') return undefined;
	const isFormer = root.querySelector('[class*=t-content__]') === null;
	return { root, isFurniture: isFormer ? isFormerFurniture : isFurniture };
}

/** The scope of HTML made by `extractArticle`: all of it, but what the reader page marked as its own. */
export function readerScope(root: Element): ArticleScope {
	return { root, isFurniture: (element) => element.hasAttribute(APART) };
}

/** The scope of a page that is no article of RFI, where the reader asked to annotate it all the same. */
export function anyPageScope(document: Document): ArticleScope {
	const articles = document.querySelectorAll('main article, [role=main] article, body > article');
	const root = articles.length === 1 ? articles[0]! : (document.querySelector('main, [role=main]') ?? document.body);
	// What RFI hides is the rest of the article; what another page hides, nobody reads.
	return { root, isFurniture: (element) => isGenericFurniture(element) || element.hasAttribute('hidden') };
}

/** Room for any header and the beginning of the text after it. */
const HEADER_LENGTH = 20_000;

/** An archive file that the browser opened as a page: its header is loose text in the body. */
function inPlaceScope(document: Document): ArticleScope | undefined {
	const copy = readArchiveSource(document, HEADER_LENGTH);
	const head = copy && readArchiveHead(copy.source);
	if (!copy || !head) return undefined;
	const title = splitTitle(head.heading ?? '', head.url && slugOf(head.url)).title;
	const from = head.headingStart + (head.heading ?? '').indexOf(title);
	const parts = new Map<Text, readonly [number, number]>();
	let titleNode: Text | undefined;
	for (const { node, start } of copy.loose) {
		if (start >= head.end) break;
		const isTitle = title !== '' && from >= start && from < start + node.length;
		if (isTitle) titleNode = node;
		parts.set(node, isTitle ? [from - start, from - start + title.length] : NOTHING);
	}
	return { ...archiveScope(document.body, parts), ...(titleNode && { title: titleNode }) };
}

function archiveScope(root: Element, parts: ReadonlyMap<Text, readonly [number, number]>): ArticleScope {
	const found = findArchiveFurniture(root);
	return {
		root,
		isFurniture: (element) => found.has(element) || isFurniture(element),
		readablePart(text) {
			// What the bot wrote where there was no picture.
			if (text.length < 40 && text.data.trim() === 'Array' && text.parentElement?.localName !== 'p') return NOTHING;
			return parts.get(text);
		},
	};
}
