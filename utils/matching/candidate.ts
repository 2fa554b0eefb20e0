import { agreement } from './agreement.ts';
import { align } from './align.ts';
import type { Chain, Run } from './chain.ts';
import { bitsOf, unitBits } from './information.ts';
import type { Passage } from './passage.ts';
import { findAll } from './search.ts';

/** A place where a passage may stand, and the evidence for it. Offsets are folded offsets in the page. */
export interface Candidate {
	readonly start: number;
	readonly end: number;
	/** Bits of the quote that stand there. */
	readonly kept: number;
	/** The same as a share of the quote, 0–1. */
	readonly cover: number;
	/** Bits of context that agree, walking away from the quote to the left and to the right. */
	readonly left: number;
	readonly right: number;
	/** Both ends of the quote stand, whatever became of its middle. */
	readonly hasEnds: boolean;
	/** The very words of the quote, nothing between them. */
	readonly isSame: boolean;
	/** Units of the quote that stand there, equal. */
	readonly equal: number;
	/** Page units between its start and end that are not of the quote. */
	readonly inserted: number;
	/** Bits of evidence in all, to rank candidates. */
	readonly rating: number;
}

/** Bits of near context looked at on each side: about 80 letters or 27 ideographs, all that selectors hold. */
const NEAR_BITS = 160;
/** Bits of close context: half as far, so that less of it has changed. */
const CLOSE_BITS = 80;

/** What is asked for: a passage with the measures of its parts. */
export interface Wanted {
	readonly passage: Passage;
	/** Bits of the quote. */
	readonly bits: number;
	/** The near context is units [nearStart, quoteStart) and [quoteEnd, nearEnd), of so many bits. */
	readonly nearStart: number;
	readonly nearEnd: number;
	readonly leftBits: number;
	readonly rightBits: number;
	/** The close context is units [closeStart, quoteStart) and [quoteEnd, closeEnd). */
	readonly closeStart: number;
	readonly closeEnd: number;
	/** Bits of near context in the quote's own blocks. */
	readonly ownLeftBits: number;
	readonly ownRightBits: number;
}

export function measure(passage: Passage): Wanted {
	const { units, quoteStart, quoteEnd, blockStart, blockEnd } = passage;
	let leftBits = 0;
	let nearStart = quoteStart;
	let closeStart = quoteStart;
	while (nearStart > 0 && leftBits < NEAR_BITS) {
		leftBits += unitBits(units[--nearStart]!);
		if (leftBits <= CLOSE_BITS) closeStart = nearStart;
	}
	let rightBits = 0;
	let nearEnd = quoteEnd;
	let closeEnd = quoteEnd;
	while (nearEnd < units.length && rightBits < NEAR_BITS) {
		rightBits += unitBits(units[nearEnd++]!);
		if (rightBits <= CLOSE_BITS) closeEnd = nearEnd;
	}
	const bits = bitsOf(units, quoteStart, quoteEnd);
	const ownLeftBits = bitsOf(units, Math.max(nearStart, blockStart), quoteStart);
	const ownRightBits = bitsOf(units, quoteEnd, Math.min(nearEnd, blockEnd));
	return { passage, ownLeftBits, ownRightBits, bits, nearStart, nearEnd, leftBits, rightBits, closeStart, closeEnd };
}

/** The candidate at a place where the very quote stands. */
export function sameCandidate(page: Uint16Array, wanted: Wanted, start: number): Candidate {
	const end = start + wanted.passage.quoteEnd - wanted.passage.quoteStart;
	const { left, right } = contextBits(page, wanted, start, end);
	return {
		start,
		end,
		kept: wanted.bits,
		equal: end - start,
		cover: 1,
		left,
		right,
		hasEnds: true,
		isSame: true,
		inserted: 0,
		rating: wanted.bits + left + right,
	};
}

/** Units put into a quote, beyond its own length, that still leave it one passage. */
const LONGEST_INSIDE = 300;
/** A lost bit of the quote counts against a place half as much as a kept one for it. */
const LOSS = 0.5;
/** Bits that each unit put into the quote counts against a place. */
const INSERTED = 0.2;
/** Bits looked at to tell whether an end of the quote stands, and the share of them that must. */
const END_BITS = 24;
const END_SHARE = 0.7;

/** The candidate where `chain` puts the quote; undefined where it puts nothing of it, or tears it apart. */
export function chainCandidate(page: Uint16Array, wanted: Wanted, chain: Chain): Candidate | undefined {
	const { units, quoteStart, quoteEnd } = wanted.passage;
	const runs = settleInsertions(units, page, chain.runs, quoteStart, quoteEnd);
	const places = align(units, page, runs, quoteStart, quoteEnd);
	const length = places.length;
	const stands = (i: number): boolean => places[i]! >= 0 && page[places[i]!] === units[quoteStart + i];
	let kept = 0;
	let equal = 0;
	let placed = 0;
	let start = -1;
	let end = -1;
	for (let i = 0; i < length; i++) {
		if (places[i]! < 0) continue;
		if (start < 0) start = places[i]!;
		end = places[i]! + 1;
		placed++;
		if (!stands(i)) continue;
		kept += unitBits(units[quoteStart + i]!);
		equal++;
	}
	if (start < 0 || end - start > 1.3 * length + LONGEST_INSIDE) return undefined;
	const headStands = endStands(length, 1, stands, (i) => unitBits(units[quoteStart + i]!));
	const tailStands = endStands(length, -1, stands, (i) => unitBits(units[quoteStart + i]!));
	const { left, right } = contextBits(page, wanted, start, end);
	const inserted = end - start - placed;
	return {
		start,
		end,
		kept,
		equal,
		inserted,
		cover: kept / wanted.bits,
		left,
		right,
		hasEnds: headStands && tailStands,
		isSame: equal === length && end - start === length,
		rating: kept - LOSS * (wanted.bits - kept) - INSERTED * inserted + left + right,
	};
}

/** Whether the first (step 1) or last (−1) `END_BITS` of a quote of `length` units stand. */
function endStands(length: number, step: 1 | -1, stands: (i: number) => boolean, bits: (i: number) => number): boolean {
	let seen = 0;
	let standing = 0;
	for (let i = step === 1 ? 0 : length - 1; i >= 0 && i < length && seen < END_BITS; i += step) {
		seen += bits(i);
		if (stands(i)) standing += bits(i);
	}
	return seen >= END_BITS && standing >= END_SHARE * seen;
}

function contextBits(
	page: Uint16Array,
	{ passage, nearStart, nearEnd }: Wanted,
	start: number,
	end: number,
): { left: number; right: number } {
	const { units, quoteStart, quoteEnd } = passage;
	return {
		left: agreement(units, quoteStart - 1, nearStart - 1, page, start - 1, -1),
		right: agreement(units, quoteEnd, nearEnd, page, end, 1),
	};
}

/**
 * Moves an insertion that lies just inside the quote out of it, where the texts allow both: with the quote "abc",
 * "a[bXa]bc" and "[abXa]bc" are the same edit.
 */
function settleInsertions(
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
