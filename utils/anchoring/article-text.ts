import { BLOCK_TAGS, UNREAD_TAGS } from './block-tags.ts';

/** Which part of a document is the article. */
export interface ArticleScope {
	/** The article root. */
	readonly root: Element;
	/** True for an element (inside the root) whose whole subtree is not article text: ads, share bars, buttons. */
	isFurniture?(element: Element): boolean;
	/** Where only a part of a text node is article text: that part, in UTF-16 code units of its data. */
	readablePart?(text: Text): readonly [start: number, end: number] | undefined;
}

/**
 * The article text as read from the live DOM, and the way between its offsets and the DOM.
 * Offsets are UTF-16 code units. It is a picture of one moment: read again after the DOM changed.
 */
export interface ArticleText {
	readonly scope: ArticleScope;
	/**
	 * Blocks joined by one `\n` (also for `<br>`), white space inside a block collapsed to one space, none at a block's edges,
	 * empty blocks left out. NBSP stays inside a block.
	 */
	readonly text: string;
	/** The article text that `range` covers, clamped to the article; undefined when it covers none. */
	offsetsOf(range: AbstractRange): { start: number; end: number } | undefined;
	/**
	 * The live range of [start, end), clamped to the text. Its ends sit in the text nodes of the first and last character, so that no
	 * furniture or white space beside them is taken in.
	 */
	rangeOf(start: number, end: number): Range;
}

const ELEMENT = 1;
const TEXT = 3;
const CDATA = 4;

const SPACE = ' ';

/** Bits of `compareDocumentPosition`, written out because rooms also run where `Node` is no global. */
const DISCONNECTED = 1;
const PRECEDING = 2;
const CONTAINS = 8;

/** Reads the article text in one pass over the DOM. It never asks for style or layout. */
export function readArticleText(scope: ArticleScope): ArticleText {
	const runs = readRuns(scope);
	let firstRunOf: Map<Node, number> | undefined;

	function indexNodes(): Map<Node, number> {
		const index = new Map<Node, number>();
		for (let k = runs.nodes.length - 1; k >= 0; k--) index.set(runs.nodes[k]!, k);
		return index;
	}

	/** Number of runs that begin before the boundary point. */
	function runsBefore(container: Node, offset: number): number {
		firstRunOf ??= indexNodes();
		const first = firstRunOf.get(container);
		if (first !== undefined) {
			let k = first;
			while (k < runs.nodes.length && runs.nodes[k] === container && runs.nodeOffsets[k]! < offset) k++;
			return k;
		}
		const child = container.childNodes[offset];
		let low = 0;
		let high = runs.nodes.length;
		while (low < high) {
			const middle = (low + high) >> 1;
			if (isBefore(runs.nodes[middle]!, container, child)) low = middle + 1;
			else high = middle;
		}
		return low;
	}

	function clampedStart(container: Node, offset: number): number {
		const k = runsBefore(container, offset) - 1;
		if (k >= 0 && runs.nodes[k] === container) {
			const into = offset - runs.nodeOffsets[k]!;
			if (into < runs.lengths[k]!) return runs.starts[k]! + into;
		}
		return runs.starts[k + 1] ?? runs.text.length;
	}

	function clampedEnd(container: Node, offset: number): number {
		const k = runsBefore(container, offset) - 1;
		if (k < 0) return 0;
		const length = runs.lengths[k]!;
		const into = runs.nodes[k] === container ? Math.min(length, offset - runs.nodeOffsets[k]!) : length;
		return runs.starts[k]! + into;
	}

	/** The last run that starts at or before the offset. */
	function runAt(offset: number): number {
		let low = 0;
		let high = runs.starts.length;
		while (low < high) {
			const middle = (low + high) >> 1;
			if (runs.starts[middle]! <= offset) low = middle + 1;
			else high = middle;
		}
		return low - 1;
	}

	return {
		scope,
		text: runs.text,
		offsetsOf(range) {
			if (!isSameTree(range.startContainer, scope.root) || !isSameTree(range.endContainer, scope.root))
				return undefined;
			const start = clampedStart(range.startContainer, range.startOffset);
			const end = clampedEnd(range.endContainer, range.endOffset);
			return start < end ? { start, end } : undefined;
		},
		rangeOf(start, end) {
			const range = scope.root.ownerDocument.createRange();
			if (runs.nodes.length === 0) {
				range.setStart(scope.root, 0);
				return range;
			}
			const from = Math.max(0, Math.min(start, runs.text.length - 1));
			const to = Math.max(from, Math.min(end, runs.text.length));
			let k = Math.max(0, runAt(from));
			// On the line break between two blocks: the next block's first character.
			if (from >= runs.starts[k]! + runs.lengths[k]! && k + 1 < runs.starts.length) k++;
			const into = Math.max(0, from - runs.starts[k]!);
			range.setStart(runs.nodes[k]!, runs.nodeOffsets[k]! + into);
			const e = Math.max(0, runAt(to - 1));
			const last = Math.min(to - runs.starts[e]!, runs.lengths[e]!);
			if (e > k || (e === k && last > into)) range.setEnd(runs.nodes[e]!, runs.nodeOffsets[e]! + last);
			return range;
		},
	};
}

function isSameTree(a: Node, b: Node): boolean {
	return (a.compareDocumentPosition(b) & DISCONNECTED) === 0;
}

/** Whether `node` comes before the boundary point in `container`, just before `child` (undefined: after the last child). */
function isBefore(node: Node, container: Node, child: Node | undefined): boolean {
	const other = child ?? container;
	const position = other.compareDocumentPosition(node);
	if (position & PRECEDING && !(position & CONTAINS)) return true;
	// `container` has no child after the point: everything inside it stands before.
	return child === undefined && container !== node && container.contains(node);
}

/**
 * The text in runs: stretches in which article offset and offset in one text node advance together.
 * Parallel arrays, one entry a run, in document order.
 */
interface Runs {
	readonly text: string;
	readonly starts: number[];
	readonly lengths: number[];
	readonly nodes: Text[];
	readonly nodeOffsets: number[];
}

function readRuns(scope: ArticleScope): Runs {
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
			if (child && !UNREAD_TAGS.has(tag) && !isHidden(element) && !scope.isFurniture?.(element)) {
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

const COLLAPSIBLE = /[ \t\n\f\r]+/g;
/** White space that is not written the way it is read. */
const UNCOLLAPSED = /[\t\n\f\r]| {2}/;

function isCollapsible(unit: number): boolean {
	return unit === 0x20 || (unit >= 0x09 && unit <= 0x0d && unit !== 0x0b);
}

/** Unicode's White_Space. */
function isSpace(unit: number): boolean {
	if (unit <= 0x20) return unit === 0x20 || (unit >= 0x09 && unit <= 0x0d);
	if (unit < 0x1680) return unit === 0xa0 || unit === 0x85;
	return (
		unit === 0x3000 ||
		(unit >= 0x2000 && unit <= 0x200a) ||
		unit === 0x202f ||
		unit === 0x2028 ||
		unit === 0x2029 ||
		unit === 0x205f ||
		unit === 0x1680
	);
}

function isHidden(element: Element): boolean {
	const hidden = element.getAttribute('hidden');
	return hidden !== null && hidden !== 'until-found';
}
