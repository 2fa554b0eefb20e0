import { type Annotation, compareByPosition, type Instant } from '../domain/annotation.ts';
import type { ArticleFacts } from '../domain/article.ts';
import type { Color, Style } from '../domain/color.ts';
import type { AnchorState } from '../domain/outcome.ts';
import { calendarDay } from './calendar-day.ts';
import { escapeDestination, escapeLine, escapeParagraphs } from './markdown-escape.ts';
import { noteLines } from './markdown-note.ts';
import { obsidianTag } from './markdown-tag.ts';
import { textFragmentUrl } from './text-fragment.ts';
import { yamlString } from './yaml-string.ts';

/** The few words an export adds of its own, in the reader's language. */
export interface MarkdownWords {
	/** Text of the link back to a passage. */
	readonly passage: string;
	readonly colors: Readonly<Record<Color, string>>;
	/** `solid` is never said. */
	readonly styles: Readonly<Record<Exclude<Style, 'solid'>, string>>;
	/** `anchored` is never said. */
	readonly states: Readonly<Record<Exclude<AnchorState, 'anchored'>, string>>;
}

export const ENGLISH_WORDS: MarkdownWords = {
	passage: 'Passage',
	colors: { yellow: 'yellow', green: 'green', blue: 'blue', pink: 'pink', purple: 'purple', orange: 'orange' },
	styles: { underline: 'underline', strikethrough: 'strikethrough', outline: 'outline' },
	states: { changed: 'changed', orphan: 'orphan' },
};

export interface MarkdownExport {
	readonly article: ArticleFacts;
	/** In any order. Those in the trash are left out. */
	readonly annotations: readonly Annotation[];
	/** What became of each passage, by annotation id, where that is known. */
	readonly outcomes?: ReadonlyMap<string, AnchorState>;
	readonly exportedAt: Instant;
	/** The article text the annotations were made on: lets links be as short as they can and still lead to one place. */
	readonly articleText?: string;
	/** The reader's time zone, for the day of the export; UTC where absent. */
	readonly timeZone?: string;
	/** English where absent. */
	readonly words?: MarkdownWords;
}

/**
 * An article's annotations as one Markdown file for Obsidian (CommonMark with front matter, block ids and callouts):
 * front matter, the title, then each passage in reading order as a blockquote, its block id, a line with the link
 * back, colour, style, state and tags, and the note in a callout. Ends with a line break; no byte order mark.
 * Well-formed Unicode: lone surrogates, which no file in UTF-8 can hold, become U+FFFD.
 */
export function toObsidianMarkdown(input: MarkdownExport): string {
	const annotations = input.annotations
		.filter((annotation) => annotation.deleted === undefined)
		.sort(compareByPosition);
	const title = oneLine(input.article.title);
	const blocks = [
		frontMatter(input, title, annotations),
		...(title === '' ? [] : [`# ${escapeLine(title)}`]),
		...annotations.flatMap((annotation) => passageBlocks(annotation, input)),
	];
	return `${blocks.join('\n\n')}\n`;
}

function frontMatter(input: MarkdownExport, title: string, annotations: readonly Annotation[]): string {
	const { article } = input;
	const tags = [...new Set(annotations.flatMap((annotation) => annotation.tags))];
	const valid = [...new Set(tags.map(obsidianTag))].filter((tag) => tag !== '');
	const published = article.published === undefined ? undefined : calendarDay(article.published, zoneOf(article));
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

/** RFI dates its articles in Paris time: the day taken is the one printed on the page. Elsewhere the zone is unknown: UTC. */
function zoneOf(article: ArticleFacts): string {
	return article.edition === undefined ? 'UTC' : 'Europe/Paris';
}

function yamlList(key: string, values: readonly string[]): string[] {
	if (values.length === 0) return [`${key}: []`];
	return [`${key}:`, ...values.map((value) => `  - ${yamlString(value)}`)];
}

function passageBlocks(annotation: Annotation, input: MarkdownExport): string[] {
	const paragraphs = escapeParagraphs(annotation.selectors.quote.exact);
	return [
		paragraphs.length === 0 ? '>' : paragraphs.map((paragraph) => `> ${paragraph}`).join('\n>\n'),
		// The id of a blockquote stands on a line of its own (https://help.obsidian.md/links#Link+to+a+block+in+a+note).
		`^${blockId(annotation.id)}`,
		detailsLine(annotation, input),
		...(annotation.note === '' ? [] : [noteLines(annotation.note).join('\n')]),
	];
}

/** Obsidian takes letters, digits and hyphens. The whole id, so that it is unique and leads back to the annotation. */
function blockId(id: string): string {
	return id.replace(/[^0-9A-Za-z-]/g, '-');
}

function detailsLine(annotation: Annotation, input: MarkdownExport): string {
	const { article, articleText, words = ENGLISH_WORDS } = input;
	const state = input.outcomes?.get(annotation.id) ?? 'anchored';
	const link =
		article.url === undefined
			? ''
			: textFragmentUrl(article.url, annotation.selectors.quote, article.lang, articleText);
	const tags = [...new Set(annotation.tags.map(obsidianTag))].filter((tag) => tag !== '');
	return [
		link === '' ? '' : `[${escapeLine(words.passage)}](${escapeDestination(link)})`,
		escapeLine(words.colors[annotation.color]),
		annotation.style === 'solid' ? '' : escapeLine(words.styles[annotation.style]),
		state === 'anchored' ? '' : escapeLine(words.states[state]),
		tags.map((tag) => `#${tag}`).join(' '),
	]
		.filter((part) => part !== '')
		.join(' · ');
}

function oneLine(text: string): string {
	return text.toWellFormed().replace(/\s+/g, ' ').trim();
}
