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
import { noteQuote } from './markdown-note.ts';
import { markdownCitation, markdownDetails, markdownQuote } from './markdown-passage.ts';
import { EQUALS_MARK, markedMarkdown } from './marked-markdown.ts';

/**
 * An article's annotations as a page of Logseq (https://docs.logseq.com): properties of the page, then a block for the note
 * on the article, and one for each passage in reading order, with its id, colour and style as properties, and below it blocks
 * for the link back, state and tags, the reference and the note. Words of the article or the reader open no block, property, macro
 * or reference of their own.
 */
export function toLogseq(input: ArticleExport): string {
	const { articleNote, words = ENGLISH_WORDS } = input;
	const blocks = [
		...(articleNote ? [block(noteQuote(articleNote, words.note), 0)] : []),
		...(input.withArticle ? markedMarkdown(input, EQUALS_MARK).map((line) => block(articleLine(line), 0)) : []),
		...exportedAnnotations(input).flatMap((annotation) => passage(annotation, input)),
	];
	return `${[...pageProperties(input), '', ...blocks].join('\n')}\n`;
}

function pageProperties(input: ArticleExport): string[] {
	const { article } = input;
	const properties: readonly (readonly [key: string, value: string | undefined])[] = [
		['title', oneLine(article.title)],
		['source', article.url],
		['author', article.byline],
		['published', publishedDay(article)],
		['section', article.section],
		['language', article.lang],
		['created', calendarDay(input.exportedAt, input.timeZone ?? 'UTC')],
		['tags', tagsOf(exportedAnnotations(input)).map(pageName).filter(Boolean).map(reference).join(', ')],
	];
	return properties.filter(([, value]) => value).map(([key, value]) => `${key}:: ${oneLine(value!)}`);
}

function passage(annotation: Annotation, input: ArticleExport): string[] {
	const { id, color, style, note } = annotation;
	const { words = ENGLISH_WORDS } = input;
	const tags = annotation.tags.map(pageName).filter(Boolean);
	const properties = [`id:: ${id}`, `color:: ${color}`, ...(style === 'solid' ? [] : [`style:: ${style}`])];
	return [
		block([noProperty(markdownQuote(annotation)), ...properties].join('\n'), 0),
		block(markdownDetails(annotation, input, tags.map((tag) => `#${reference(tag)}`).join(' ')), 1),
		...markdownCitation(input).map((line) => block(line, 1)),
		...(note === '' ? [] : [block(noteQuote(note, words.note), 1)]),
	];
}

/** Lines as one block so many levels down; Logseq indents by tabs. */
function block(lines: string, level: number): string {
	const indent = '\t'.repeat(level);
	return lines
		.split(/\r\n?|\n/)
		.map((line, index) => `${indent}${index === 0 ? '- ' : '  '}${harmless(line)}`)
		.join('\n');
}

/** Macros and references of blocks, which a backslash stops; our own lines have none. */
function harmless(line: string): string {
	return line.replace(/(?<=\{)\{/g, '\\{').replace(/(?<=\()\(/g, '\\(');
}

/** A line of the article as a block holds it: an item of a list is a block by itself. */
function articleLine(line: string): string {
	return noProperty(line.replace(/^- /, ''));
}

/** Words before `::` would name one. */
function noProperty(markdown: string): string {
	return markdown.replaceAll('::', ':\\:');
}

/** A tag as the name of a page, in which brackets, hashes and line ends have no place. */
function pageName(tag: string): string {
	return oneLine(tag.replace(/[[\]#]+/g, ' '));
}

function reference(name: string): string {
	return `[[${name}]]`;
}
