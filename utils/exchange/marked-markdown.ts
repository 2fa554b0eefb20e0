import { type ArticleExport, exportedAnnotations, oneLine, type Place } from './article-export.ts';
import { escapeLine } from './markdown-escape.ts';
import { placeAnnotation } from './place-annotation.ts';
import { type TextBlock, textBlocks } from './text-blocks.ts';

/** What stands around marked words. */
export interface Mark {
	readonly open: string;
	readonly close: string;
}

/** Obsidian and Logseq know it; it has no colour. */
export const EQUALS_MARK: Mark = { open: '==', close: '==' };
/** What a reader of CommonMark shows as marked. */
export const HTML_MARK: Mark = { open: '<mark>', close: '</mark>' };

/** Stand for the mark while the words are escaped; they are no characters, and no text holds them for long. */
const [OPEN, CLOSE] = ['\ufdd0', '\ufdd1'];

/**
 * The text of the article as Markdown, a string for each of its blocks on one line, the annotated words marked in place. The title is left
 * out where it stands first: it is the document's heading. Passages that cross make one mark; those whose words are not
 * found are not marked.
 */
export function markedMarkdown(input: ArticleExport, mark: Mark): string[] {
	const { text, blocks } = textBlocks(input);
	const marked = union(exportedAnnotations(input).flatMap((annotation) => placeAnnotation(text, annotation) ?? []));
	const first = blocks[0];
	const isTitle = first !== undefined && oneLine(text.slice(first.start, first.end)) === oneLine(input.article.title);
	return blocks.slice(isTitle ? 1 : 0).map((block) => prefixOf(block) + markedLine(text, block, marked, mark));
}

function prefixOf({ tag }: TextBlock): string {
	if (tag === 'li') return '- ';
	if (tag === 'blockquote') return '> ';
	// The title alone is of the first level.
	return tag === 'p' ? '' : `${'#'.repeat(Math.max(2, Number(tag.slice(1))))} `;
}

function markedLine(text: string, block: TextBlock, marked: readonly Place[], { open, close }: Mark): string {
	const clean = (words: string): string => words.toWellFormed().replace(/[\ufdd0\ufdd1]/g, '\ufffd');
	let line = '';
	let at = block.start;
	for (const place of marked) {
		const [start, end] = trimmed(text, Math.max(place.start, at), Math.min(place.end, block.end));
		if (start >= end) continue;
		line += `${clean(text.slice(at, start))}${OPEN}${clean(text.slice(start, end))}${CLOSE}`;
		at = end;
	}
	const escaped = escapeLine(line + clean(text.slice(at, block.end)));
	// A sign of equality beside a mark, or alone in it, would be taken for a part of it.
	const safe = open.startsWith('=') ? escaped.replace(/(?<!\\)=/g, '\\=') : escaped;
	return safe.replaceAll(OPEN, open).replaceAll(CLOSE, close);
}

/** Without white space at its ends: a mark that begins or ends with it is none. */
function trimmed(text: string, start: number, end: number): [number, number] {
	const words = text.slice(start, Math.max(start, end));
	const from = start + words.length - words.trimStart().length;
	return [from, Math.max(from, start + words.trimEnd().length)];
}

/** The places as stretches that neither cross nor touch, in order. */
function union(places: readonly Place[]): Place[] {
	const joined: Place[] = [];
	for (const { start, end } of [...places].sort((a, b) => a.start - b.start)) {
		const last = joined.at(-1);
		if (last !== undefined && start <= last.end) joined[joined.length - 1] = { ...last, end: Math.max(last.end, end) };
		else joined.push({ start, end });
	}
	return joined;
}
