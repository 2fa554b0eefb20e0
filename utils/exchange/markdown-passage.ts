import type { Annotation } from '../domain/annotation.ts';
import { type ArticleExport, detailsOf, ENGLISH_WORDS, oneLine } from './article-export.ts';
import { escapeDestination, escapeLine, escapeParagraphs } from './markdown-escape.ts';
import { textFragmentUrl } from './text-fragment.ts';

/** The words of an annotation as a blockquote, a paragraph for each of their lines. */
export function markdownQuote({ selectors }: Annotation): string {
	const paragraphs = escapeParagraphs(selectors.quote.exact);
	return paragraphs.length === 0 ? '>' : paragraphs.map((paragraph) => `> ${paragraph}`).join('\n>\n');
}

/** The link back to the passage, colour, style and state, and the tags as given, on one line. */
export function markdownDetails(annotation: Annotation, input: ArticleExport, tags: string): string {
	const { article, articleText, words = ENGLISH_WORDS } = input;
	const link =
		article.url === undefined
			? ''
			: textFragmentUrl(article.url, annotation.selectors.quote, article.lang, articleText);
	return [
		link === '' ? '' : `[${escapeLine(words.passage)}](${escapeDestination(link)})`,
		...detailsOf(annotation, input).map(escapeLine),
		tags,
	]
		.filter((part) => part !== '')
		.join(' · ');
}

/** The reference of the article, as a line to stand below each quote; none where the reader wants none. */
export function markdownCitation({ citation }: ArticleExport): string[] {
	return citation === undefined ? [] : [escapeLine(oneLine(`— ${citation.text}`))];
}
