import type { ArticleScope } from './article-scope.ts';
import { BLOCK_TAGS, UNREAD_TAGS } from './block-tags.ts';
import { COLLAPSIBLE, isCollapsible, isSpace, UNCOLLAPSED } from './white-space.ts';

const ELEMENT = 1;
const TEXT = 3;
const CDATA = 4;

const SPACE = ' ';

/**
 * The text in runs: stretches in which article offset and offset in one text node advance together.
 * Parallel arrays, one entry a run, in document order.
 */
export interface Runs {
	readonly text: string;
	readonly starts: number[];
	readonly lengths: number[];
	readonly nodes: Text[];
	readonly nodeOffsets: number[];
}

/** Reads the runs in one pass over the DOM. It never asks for style or layout. */
export function readRuns(scope: ArticleScope): Runs {
	const { root } = scope;
	const starts: number[] = [];
	const lengths: number[] = [];
	const nodes: Text[] = [];
	const nodeOffsets: number[] = [];
	const pieces: string[] = [];
	let length = 0;
	/** White space met since the last character of the block, not yet known to stand inside it. */
	let pending: { node: Text; offset: number; space: string }[] = [];
	let isBlockOpen = false;

	function breakBlock(): void {
		isBlockOpen = false;
		if (pending.length > 0) pending = [];
	}

	function addRun(node: Text, offset: number, piece: string): void {
		starts.push(length);
		lengths.push(piece.length);
		nodes.push(node);
		nodeOffsets.push(offset);
		pieces.push(piece);
		length += piece.length;
	}

	function addWords(node: Text, offset: number, words: string): void {
		if (!isBlockOpen) {
			isBlockOpen = true;
			if (length > 0) {
				pieces.push('\n');
				length++;
			}
		} else if (pending.length > 0) {
			for (const { node, offset, space } of pending) addRun(node, offset, space);
			pending = [];
		}
		addRun(node, offset, words);
	}

	function addSpaces(node: Text, data: string, from: number, to: number): void {
		if (!isBlockOpen) return;
		for (let i = from; i < to; i++) {
			if (!isCollapsible(data.charCodeAt(i))) pending.push({ node, offset: i, space: data[i]! });
			else if (pending.length === 0 || pending.at(-1)!.space !== SPACE) pending.push({ node, offset: i, space: SPACE });
		}
	}

	function addText(node: Text): void {
		const data = node.data;
		let from = 0;
		let to = data.length;
		const part = scope.readablePart?.(node);
		if (part) {
			from = Math.max(0, part[0]);
			to = Math.min(to, part[1]);
		}
		let first = from;
		while (first < to && isSpace(data.charCodeAt(first))) first++;
		if (first > from) addSpaces(node, data, from, first);
		if (first >= to) return;
		let last = to;
		while (isSpace(data.charCodeAt(last - 1))) last--;
		const words = first === 0 && last === data.length ? data : data.slice(first, last);
		if (!UNCOLLAPSED.test(words)) addWords(node, first, words);
		else addCollapsed(node, first, words);
		if (last < to) addSpaces(node, data, last, to);
	}

	/** `words` holds white space that is read as one space: cut there. */
	function addCollapsed(node: Text, offset: number, words: string): void {
		let from = 0;
		for (const { 0: spaces, index } of words.matchAll(COLLAPSIBLE)) {
			if (spaces === SPACE) continue;
			if (index > from) addWords(node, offset + from, words.slice(from, index));
			addRun(node, offset + index, SPACE);
			from = index + spaces.length;
		}
		addWords(node, offset + from, words.slice(from));
	}

	/** The elements being read, and whether each is a block. Not the call stack: a page may nest deeper than it is. */
	const parents: Node[] = [];
	const areBlocks: boolean[] = [];
	let at: Node | null = root.firstChild;
	for (;;) {
		if (at === null) {
			const parent = parents.pop();
			if (!parent) break;
			if (areBlocks.pop()) breakBlock();
			at = parent.nextSibling;
			continue;
		}
		const type = at.nodeType;
		if (type === TEXT || type === CDATA) addText(at as Text);
		else if (type === ELEMENT) {
			const element = at as Element;
			const tag = element.localName;
			const isBlock = BLOCK_TAGS.has(tag);
			if (isBlock || tag === 'br') breakBlock();
			const child = element.firstChild;
			if (child && !UNREAD_TAGS.has(tag) && !scope.isFurniture?.(element)) {
				parents.push(element);
				areBlocks.push(isBlock);
				at = child;
				continue;
			}
		}
		at = at.nextSibling;
	}
	return { text: pieces.join(''), starts, lengths, nodes, nodeOffsets };
}
