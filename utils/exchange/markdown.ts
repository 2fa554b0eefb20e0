import type { Annotation } from '../domain/annotation.ts';
import {
	type ArticleExport,
	ENGLISH_WORDS,
	exportedAnnotations,
	oneLine,
	publishedDay,
	tagsOf,
} from './article-export.ts';
import { calendarDay } from './calendar-day.ts';
import { escapeDestination, escapeLine } from './markdown-escape.ts';
import { noteCallout, noteQuote } from './markdown-note.ts';
import { markdownCitation, markdownDetails, markdownQuote } from './markdown-passage.ts';
import { obsidianTag } from './markdown-tag.ts';
import { EQUALS_MARK, HTML_MARK, type Mark, markedMarkdown } from './marked-markdown.ts';
import { yamlString } from './yaml-string.ts';

/**
 * An article's annotations as one Markdown file for Obsidian (CommonMark with front matter, block ids and callouts):
 * front matter, the title, the note on the article in a callout, then each passage in reading order as a blockquote, its block id, a line with the link
 * back, colour, style, state and tags, and the note in a callout. Ends with a line break; no byte order mark.
 * Well-formed Unicode: lone surrogates, which no file in UTF-8 can hold, become U+FFFD.
 */
export function toObsidianMarkdown(input: ArticleExport): string {
	const annotations = exportedAnnotations(input);
	const title = oneLine(input.article.title);
	const blocks = [
		frontMatter(input, title, annotations),
		...(title === '' ? [] : [`# ${escapeLine(title)}`]),
		...(input.articleNote ? [noteCallout(input.articleNote)] : []),
		...articleBlocks(input, EQUALS_MARK),
		...annotations.flatMap((annotation) => obsidianPassage(annotation, input)),
	];
	return `${blocks.join('\n\n')}\n`;
}

/**
 * The same for any reader of CommonMark: title, facts and address of the article, then each passage in reading order as
 * a blockquote, the line with the link back and the rest, and the note in a blockquote of its own that says so.
 */
export function toPlainMarkdown(input: ArticleExport): string {
	const { article, articleNote, words = ENGLISH_WORDS } = input;
	const title = oneLine(article.title);
	const facts = [article.byline, article.section, publishedDay(article)].filter((fact) => fact !== undefined);
	const blocks = [
		...(title === '' ? [] : [`# ${escapeLine(title)}`]),
		facts.map((fact) => escapeLine(oneLine(fact))).join(' · '),
		article.url === undefined ? '' : `[${escapeLine(article.url)}](${escapeDestination(article.url)})`,
		...(articleNote ? [noteQuote(articleNote, words.note)] : []),
		...articleBlocks(input, HTML_MARK),
		...exportedAnnotations(input).flatMap((annotation) => plainPassage(annotation, input)),
	];
	return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

/** The text of the article and the heading of what follows it, where the text is wanted. */
function articleBlocks(input: ArticleExport, mark: Mark): string[] {
	if (!input.withArticle) return [];
	return [...markedMarkdown(input, mark), `## ${escapeLine((input.words ?? ENGLISH_WORDS).annotations)}`];
}

function frontMatter(input: ArticleExport, title: string, annotations: readonly Annotation[]): string {
	const { article } = input;
	const tags = tagsOf(annotations);
	const valid = [...new Set(tags.map(obsidianTag))].filter((tag) => tag !== '');
	const published = publishedDay(article);
	return [
		'---',
		`title: ${yamlString(title)}`,
		...(article.url === undefined ? [] : [`source: ${yamlString(article.url)}`]),
		...yamlList('author', article.byline === undefined ? [] : [article.byline]),
		...(published === undefined ? [] : [`published: ${published}`]),
		...(article.section === undefined ? [] : [`section: ${yamlString(article.section)}`]),
		...(article.lang === undefined ? [] : [`language: ${yamlString(article.lang)}`]),
		`created: ${calendarDay(input.exportedAt, input.timeZone ?? 'UTC')}`,
		...yamlList('tags', valid),
		// Obsidian drops a tag with a space from `tags`; the reader's own wording is kept beside it.
		...(tags.every((tag) => valid.includes(tag)) ? [] : yamlList('keywords', tags)),
		'---',
	].join('\n');
}

function yamlList(key: string, values: readonly string[]): string[] {
	if (values.length === 0) return [`${key}: []`];
	return [`${key}:`, ...values.map((value) => `  - ${yamlString(value)}`)];
}

function obsidianPassage(annotation: Annotation, input: ArticleExport): string[] {
	const tags = [...new Set(annotation.tags.map(obsidianTag))].filter((tag) => tag !== '');
	return [
		markdownQuote(annotation),
		// The id of a blockquote stands on a line of its own (https://help.obsidian.md/links#Link+to+a+block+in+a+note).
		`^${blockId(annotation.id)}`,
		markdownDetails(annotation, input, tags.map((tag) => `#${tag}`).join(' ')),
		...markdownCitation(input),
		...(annotation.note === '' ? [] : [noteCallout(annotation.note)]),
	];
}

function plainPassage(annotation: Annotation, input: ArticleExport): string[] {
	const { words = ENGLISH_WORDS } = input;
	return [
		markdownQuote(annotation),
		markdownDetails(annotation, input, annotation.tags.map((tag) => escapeLine(oneLine(`#${tag}`))).join(', ')),
		...markdownCitation(input),
		...(annotation.note === '' ? [] : [noteQuote(annotation.note, words.note)]),
	];
}

/** Obsidian takes letters, digits and hyphens. The whole id, so that it is unique and leads back to the annotation. */
function blockId(id: string): string {
	return id.replace(/[^0-9A-Za-z-]/g, '-');
}
