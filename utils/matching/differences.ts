import type { Difference } from '../domain/outcome.ts';
import { foldedString } from './fold.ts';

/**
 * Words removed and added from one text to the other, in order: the shortest edit script over words (Myers 1986), a Chinese
 * character counting as a word. Words that differ in typography or script only are the same, shown as `after` has them.
 * Texts with more than `MOST_EDITS` edits are given as one removal and one addition.
 */
export function differences(before: string, after: string): Difference[] {
	const old = words(before);
	const now = words(after);
	const oldKeys = old.map(key);
	const nowKeys = now.map(key);
	let start = 0;
	while (start < old.length && start < now.length && oldKeys[start] === nowKeys[start]) start++;
	let end = 0;
	while (end < old.length - start && end < now.length - start && oldKeys.at(-1 - end) === nowKeys.at(-1 - end)) end++;
	const out: Difference[] = [];
	const add = (kind: Difference['kind'], text: string): void => {
		const last = out.at(-1);
		if (text === '') return;
		if (last?.kind === kind) out[out.length - 1] = { kind, text: last.text + text };
		else out.push({ kind, text });
	};
	add('same', now.slice(0, start).join(''));
	const from = old.slice(start, old.length - end);
	const to = now.slice(start, now.length - end);
	const script = editScript(oldKeys.slice(start, old.length - end), nowKeys.slice(start, now.length - end));
	if (script) {
		for (const { kind, at } of script) add(kind, kind === 'removed' ? from[at]! : to[at]!);
	} else {
		add('removed', from.join(''));
		add('added', to.join(''));
	}
	add('same', now.slice(now.length - end).join(''));
	return out;
}

const WORD = /\p{Script=Han}|[\p{L}\p{M}\p{N}]+|\s+|[.…]+|\p{Pd}+|[\s\S]/gu;

function words(text: string): string[] {
	return text.match(WORD) ?? [];
}

/** Equal for words that folding makes equal. */
function key(word: string): string {
	return /^\s/.test(word) ? ' ' : foldedString(word) || word;
}

/** Edits beyond which two texts are taken as different altogether. Bounds time and memory: both grow with its square. */
const MOST_EDITS = 600;

interface Step {
	readonly kind: Difference['kind'];
	/** Index in the old words for `removed`, else in the new ones. */
	readonly at: number;
}

function editScript(old: readonly string[], now: readonly string[]): Step[] | undefined {
	const most = Math.min(MOST_EDITS, old.length + now.length);
	/** Furthest old index reached on each diagonal (old − new), diagonal 0 at `most + 1`. */
	const reach = new Int32Array(2 * most + 3);
	const zero = most + 1;
	/** The same before each number of edits: diagonals −edits − 1 to edits + 1. */
	const rounds: Int32Array[] = [];
	for (let edits = 0; edits <= most; edits++) {
		const round = reach.slice(zero - edits - 1, zero + edits + 2);
		rounds.push(round);
		for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
			let x = furthest(round, diagonal, edits);
			let y = x - diagonal;
			while (x < old.length && y < now.length && old[x] === now[y]) {
				x++;
				y++;
			}
			reach[zero + diagonal] = x;
			if (x >= old.length && y >= now.length) return walkBack(rounds, old.length, now.length);
		}
	}
	return undefined;
}

/** Old index at which the best way comes onto a diagonal, from the round before. */
function furthest(round: Int32Array, diagonal: number, edits: number): number {
	if (edits === 0) return 0;
	const zero = edits + 1;
	return isAdding(round, diagonal, edits) ? round[zero + diagonal + 1]! : round[zero + diagonal - 1]! + 1;
}

/** Whether that way adds a new word (from the diagonal above) rather than removing an old one. */
function isAdding(round: Int32Array, diagonal: number, edits: number): boolean {
	const zero = edits + 1;
	if (diagonal === -edits) return true;
	return diagonal !== edits && round[zero + diagonal - 1]! < round[zero + diagonal + 1]!;
}

function walkBack(rounds: readonly Int32Array[], oldLength: number, nowLength: number): Step[] {
	const steps: Step[] = [];
	let x = oldLength;
	let y = nowLength;
	for (let edits = rounds.length - 1; edits >= 0; edits--) {
		const round = rounds[edits]!;
		const diagonal = x - y;
		const from = furthest(round, diagonal, edits);
		while (x > from) {
			x--;
			steps.push({ kind: 'same', at: --y });
		}
		if (edits === 0) break;
		if (isAdding(round, diagonal, edits)) steps.push({ kind: 'added', at: --y });
		else steps.push({ kind: 'removed', at: --x });
	}
	return steps.reverse();
}
