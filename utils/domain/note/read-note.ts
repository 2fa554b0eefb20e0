import type { NoteBlock } from './note-tree.ts';
import { readSpans } from './read-spans.ts';

/** Blocks within blocks; what lies deeper stays as it was typed. */
const DEEPEST = 8;

const FENCE = /^ {0,3}(`{3,}|~{3,})[^`]*$/;
const HEADING = /^ {0,3}(#{1,6})(?=[ \t]|$)/;
const RULE = /^ {0,3}([-*_])(?:[ \t]*\1){2,}[ \t]*$/;
const QUOTE = /^ {0,3}> ?/;
const ITEM = /^( {0,3})(?:([-*+])|(\d{1,9})([.)]))(?:([ \t]{1,4})(?=\S)|[ \t]+|$)/;

/**
 * A note's Markdown as plain data: paragraphs, headings (`#`), lists, quotes, code between fences, rules; see `read-spans.ts`
 * for what stands within them. A part of CommonMark (https://spec.commonmark.org/0.31.2/), read as people write notes: a line
 * break is a line break, an indented line is no code, and there is no HTML at all, which stays the text it is.
 */
export function readNote(note: string): NoteBlock[] {
	return readBlocks(note.split(/\r\n?|\n/), DEEPEST);
}

function readBlocks(lines: readonly string[], depth: number): NoteBlock[] {
	const blocks: NoteBlock[] = [];
	let at = 0;
	while (at < lines.length) {
		const line = lines[at]!;
		if (isBlank(line)) {
			at++;
			continue;
		}
		const [block, next] = readBlock(lines, at, line, depth);
		blocks.push(block);
		at = next;
	}
	return blocks;
}

/** The block that begins at a line that is not blank, and the line after it. */
function readBlock(lines: readonly string[], at: number, line: string, depth: number): [NoteBlock, number] {
	const fence = FENCE.exec(line)?.[1];
	if (fence !== undefined) {
		const end = lines.findIndex((other, index) => index > at && isClosing(other, fence));
		const text = lines.slice(at + 1, end === -1 ? undefined : end).join('\n');
		return [{ kind: 'code', text }, end === -1 ? lines.length : end + 1];
	}
	const heading = HEADING.exec(line);
	if (heading?.[1]) {
		const words = withoutClosingSigns(line.slice(heading[0].length).trim());
		return [{ kind: 'heading', level: heading[1].length, spans: readSpans(words) }, at + 1];
	}
	if (RULE.test(line)) return [{ kind: 'rule' }, at + 1];
	if (depth > 0 && QUOTE.test(line)) {
		const end = endOf(lines, at, (other) => QUOTE.test(other));
		const inner = lines.slice(at, end).map((other) => other.replace(QUOTE, ''));
		return [{ kind: 'quote', blocks: readBlocks(inner, depth - 1) }, end];
	}
	const item = depth > 0 ? ITEM.exec(line) : null;
	if (item !== null) return readList(lines, at, item, depth);
	let end = at + 1;
	while (end < lines.length && !isBlank(lines[end]!) && !interrupts(lines[end]!, depth)) end++;
	const text = lines.slice(at, end).map((each) => each.trim());
	return [{ kind: 'paragraph', spans: readSpans(text.join('\n')) }, end];
}

/** A heading may be closed by any number of `#` after white space. One pass, however long the white space is. */
function withoutClosingSigns(words: string): string {
	let end = words.length;
	while (words[end - 1] === '#') end--;
	return end === 0 || /[ \t]/.test(words[end - 1]!) ? words.slice(0, end).trimEnd() : words;
}

function readList(lines: readonly string[], at: number, first: RegExpExecArray, depth: number): [NoteBlock, number] {
	const [sign, number] = [first[2] ?? first[4], first[3]];
	const items: NoteBlock[][] = [];
	let next = at;
	for (;;) {
		const item = ITEM.exec(lines[next] ?? '');
		if (item === null || (item[2] ?? item[4]) !== sign || RULE.test(lines[next]!)) break;
		const width = item[0].length;
		const isWithin = (other: string): boolean => indentOf(other) >= Math.min(width, 4) || isBlank(other);
		const end = endOf(lines, next, isWithin, (other) => ITEM.test(other));
		const inner = lines
			.slice(next, end)
			.map((other, index) => (index === 0 ? other.slice(width) : outdent(other, width)));
		items.push(readBlocks([withBox(inner[0] ?? ''), ...inner.slice(1)], depth - 1));
		next = end;
		while (next < lines.length && isBlank(lines[next]!)) next++;
	}
	return [{ kind: 'list', ...(number !== undefined && { start: Number(number) }), items }, next];
}

/** The line after a block that begins at `at`: its own lines, and those that go on with its last paragraph. */
function endOf(
	lines: readonly string[],
	at: number,
	isOwn: (line: string) => boolean,
	isNext: (line: string) => boolean = () => false,
): number {
	let end = at + 1;
	for (; end < lines.length; end++) {
		const line = lines[end]!;
		if (isOwn(line)) continue;
		if (isBlank(line) || isBlank(lines[end - 1]!) || isNext(line) || interrupts(line, 1)) break;
	}
	while (end > at + 1 && isBlank(lines[end - 1]!)) end--;
	return end;
}

/** Whether a line ends the paragraph before it. Of numbers only the first does: `1848.` may just stand at a line's head. */
function interrupts(line: string, depth: number): boolean {
	if (FENCE.test(line) || HEADING.test(line) || RULE.test(line)) return true;
	if (depth === 0) return false;
	const item = ITEM.exec(line);
	return QUOTE.test(line) || (item !== null && item[0].length < line.length && (item[3] ?? '1') === '1');
}

function isClosing(line: string, fence: string): boolean {
	const trimmed = line.trim();
	return trimmed.length >= fence.length && trimmed === fence[0]!.repeat(trimmed.length);
}

function withBox(line: string): string {
	return line.replace(/^\[([ xX])\](?=\s)/, (_, sign) => (sign === ' ' ? '☐' : '☑'));
}

function isBlank(line: string): boolean {
	return line.trim() === '';
}

function indentOf(line: string): number {
	return line.search(/[^ \t]|$/) + (line.startsWith('\t') ? 3 : 0);
}

function outdent(line: string, width: number): string {
	return line.startsWith('\t') ? line.slice(1) : line.slice(Math.min(width, indentOf(line)));
}
