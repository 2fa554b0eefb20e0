import type { Passage } from './fragment-passage.ts';
import { hasWord, type WordEdges } from './word-edges.ts';

/** How far a prefix, a suffix or the term at an end of a long passage may reach, in UTF-16 code units. */
const LONGEST_TERM = 120;
/**
 * Firefox (153) compares without accents by skipping them, and then takes a term to end before its last accent: the next term
 * or the word edge is not where it looks for it. Seen in Thai and Persian; it skips
 * neither vowel signs nor Khmer marks.
 */
const ENDS_IN_ACCENT = /(?=\p{M})(?!\p{sc=Khmr})\p{Dia}\s*$/u;

/** A passage as a directive can name it, and the context that can be named with it. Offsets in the passage's text. */
export interface Context {
	/** The passage; a word more at an end where an accent stands in the way. */
	readonly start: number;
	readonly end: number;
	/** Where a prefix may begin: from what is needed (`start` itself where nothing is) to the farthest. Never empty. */
	readonly prefixes: readonly number[];
	/** Where a suffix may end, likewise. */
	readonly suffixes: readonly number[];
}

export function contextOf({ text, start, end, first, last }: Passage): Context {
	const before = stepsBefore(text, first, start);
	const after = stepsAfter(text, last, end);
	const [startIsFirm, endIsFirm] = [first.firm.includes(start), last.firm.includes(end)];
	const canHavePrefix = !endsInAccent(text, start);
	const canHaveSuffix = !endsInAccent(text, end);
	const newStart = startIsFirm || canHavePrefix ? start : (before[0] ?? start);
	const newEnd = canHaveSuffix ? end : (after[0] ?? end);
	return {
		start: newStart,
		end: newEnd,
		prefixes: canHavePrefix && before.length > 0 ? [...(startIsFirm ? [start] : []), ...before] : [newStart],
		suffixes: canHaveSuffix && after.length > 0 ? [...(endIsFirm ? [end] : []), ...after] : [newEnd],
	};
}

/** The surest word edges before `from`, nearest first, each with a word more. */
export function stepsBefore(text: string, block: WordEdges, from: number): number[] {
	if (!hasWord(text.slice(block.from, from))) return [];
	return surest(block, (edges) => {
		const near = edges.filter((edge) => edge < from && from - edge <= LONGEST_TERM).reverse();
		return near.filter((edge, index) => hasWord(text.slice(edge, index === 0 ? from : near[index - 1])));
	});
}

/** The surest word edges behind `from`, nearest first, each with a word more. */
export function stepsAfter(text: string, block: WordEdges, from: number): number[] {
	if (!hasWord(text.slice(from, block.to))) return [];
	return surest(block, (edges) => {
		const near = edges.filter((edge) => edge > from && edge - from <= LONGEST_TERM && !endsInAccent(text, edge));
		return near.filter((edge, index) => hasWord(text.slice(index === 0 ? from : near[index - 1], edge)));
	});
}

export function endsInAccent(text: string, end: number): boolean {
	return ENDS_IN_ACCENT.test(text.slice(Math.max(0, end - 4), end));
}

function surest(block: WordEdges, steps: (edges: readonly number[]) => number[]): number[] {
	const firm = steps(block.firm);
	if (firm.length > 0) return firm;
	const soft = steps(block.soft());
	return soft.length > 0 ? soft : steps(block.unsure);
}
