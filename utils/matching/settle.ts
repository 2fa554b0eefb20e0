import type { Run } from './chain.ts';
import { bitsOf } from './information.ts';
import { findAll } from './search.ts';

/**
 * Moves an insertion that lies just inside the quote out of it, where the texts allow both: with the quote "abc",
 * "a[bXa]bc" and "[abXa]bc" are the same edit.
 */
export function settleInsertions(
	passage: Uint16Array,
	page: Uint16Array,
	runs: readonly Run[],
	quoteStart: number,
	quoteEnd: number,
): Run[] {
	const settled = runs.map((run) => ({ ...run }));
	for (let k = 1; k < settled.length; k++) {
		const before = settled[k - 1]!;
		const run = settled[k]!;
		if (run.at !== before.at + before.length || run.place === before.place + before.length) continue;
		const toStart = run.at - quoteStart;
		const toEnd = quoteEnd - run.at;
		if (toStart > 0 && toStart < before.length && isEqual(passage, quoteStart, page, run.place - toStart, toStart)) {
			before.length -= toStart;
			run.at -= toStart;
			run.place -= toStart;
			run.length += toStart;
		} else if (toEnd > 0 && toEnd < run.length && isEqual(passage, run.at, page, before.place + before.length, toEnd)) {
			before.length += toEnd;
			run.at += toEnd;
			run.place += toEnd;
			run.length -= toEnd;
		} else if (toStart > 0 && toEnd > 0) {
			shorten(passage, page, settled, k, quoteStart, quoteEnd);
		}
	}
	return settled;
}

/** Less of the quote than that is not looked for inside an insertion: it would be found by chance. */
const LEAST_MOVED_BITS = 8;

/**
 * An insertion inside the quote that itself holds the quote's last (or first) words: they stand there, and what follows is an
 * insertion after (before) the quote that happens to end (begin) in the same words.
 */
function shorten(
	passage: Uint16Array,
	page: Uint16Array,
	runs: { at: number; place: number; length: number }[],
	k: number,
	quoteStart: number,
	quoteEnd: number,
): void {
	const before = runs[k - 1]!;
	const run = runs[k]!;
	const gapStart = before.place + before.length;
	const gap = page.subarray(gapStart, run.place);
	const tail = passage.subarray(run.at, quoteEnd);
	if (tail.length <= run.length && bitsOf(tail) >= LEAST_MOVED_BITS) {
		const found = findAll(gap, tail, 1)[0];
		if (found === undefined) return;
		runs.splice(k, 0, { at: run.at, place: gapStart + found, length: tail.length });
		run.at += tail.length;
		run.place += tail.length;
		run.length -= tail.length;
		return;
	}
	const head = passage.subarray(quoteStart, before.at + before.length);
	if (head.length > before.length || bitsOf(head) < LEAST_MOVED_BITS) return;
	const found = findAll(gap, head, 100).at(-1);
	if (found === undefined) return;
	before.length -= head.length;
	runs.splice(k, 0, { at: quoteStart, place: gapStart + found, length: head.length });
}

function isEqual(a: Uint16Array, at: number, b: Uint16Array, place: number, length: number): boolean {
	if (place < 0 || place + length > b.length) return false;
	for (let i = 0; i < length; i++) if (a[at + i] !== b[place + i]) return false;
	return true;
}
