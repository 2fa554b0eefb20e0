import type { ArticleScope } from './article-scope.ts';
import { readRuns } from './text-runs.ts';

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
