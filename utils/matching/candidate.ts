import { agreement } from './agreement.ts';
import { align } from './align.ts';
import type { Chain, Run } from './chain.ts';
import { bitsOf, unitBits } from './information.ts';
import type { Passage } from './passage.ts';

/** A place where a passage may stand, and the evidence for it. Offsets are folded offsets in the page. */
export interface Candidate {
	readonly start: number;
	readonly end: number;
	/** Bits of the quote that stand there. */
	readonly kept: number;
	/** The same as a share of the quote, 0–1. */
	readonly cover: number;
	/** Share of the near context that agrees on the left and on the right, 0–1. */
	readonly left: number;
	readonly right: number;
	/** Both ends of the quote stand, whatever became of its middle. */
	readonly hasEnds: boolean;
	/** The very words of the quote, nothing between them. */
	readonly isSame: boolean;
	/** Bits of evidence in all, to rank candidates. */
	readonly rating: number;
}

/** Bits of near context looked at on each side: about 40 letters or 14 ideographs. */
const NEAR_BITS = 80;
/** Less context than that on one side (the edge of the text) tells nothing. */
const LEAST_SIDE_BITS = 16;

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
}

export function measure(passage: Passage): Wanted {
	const { units, quoteStart, quoteEnd } = passage;
	let leftBits = 0;
	let nearStart = quoteStart;
	while (nearStart > 0 && leftBits < NEAR_BITS) leftBits += unitBits(units[--nearStart]!);
	let rightBits = 0;
	let nearEnd = quoteEnd;
	while (nearEnd < units.length && rightBits < NEAR_BITS) rightBits += unitBits(units[nearEnd++]!);
	return { passage, bits: bitsOf(units, quoteStart, quoteEnd), nearStart, nearEnd, leftBits, rightBits };
}

/** The candidate at a place where the very quote stands. */
export function sameCandidate(page: Uint16Array, wanted: Wanted, start: number): Candidate {
	const end = start + wanted.passage.quoteEnd - wanted.passage.quoteStart;
	const { left, right } = contextShares(page, wanted, start, end);
	return {
		start,
		end,
		kept: wanted.bits,
		cover: 1,
		left,
		right,
		hasEnds: true,
		isSame: true,
		rating: wanted.bits + left * wanted.leftBits + right * wanted.rightBits,
	};
}

/** Units put into a quote, beyond its own length, that still leave it one passage. */
const LONGEST_INSIDE = 300;
/** A lost bit of the quote counts against a place half as much as a kept one for it. */
const LOSS = 0.5;
/** Units looked at to tell whether an end of the quote stands, and the share of them that must. */
const END_LENGTH = 10;
const END_SHARE = 0.6;

/** The candidate where `chain` puts the quote; undefined where it puts nothing of it, or tears it apart. */
export function chainCandidate(page: Uint16Array, wanted: Wanted, chain: Chain): Candidate | undefined {
	const { units, quoteStart, quoteEnd } = wanted.passage;
	const runs = settleInsertions(units, page, chain.runs, quoteStart, quoteEnd);
	const places = align(units, page, runs, quoteStart, quoteEnd);
	const length = places.length;
	const stands = (i: number): boolean => places[i]! >= 0 && page[places[i]!] === units[quoteStart + i];
	let kept = 0;
	let equal = 0;
	let start = -1;
	let end = -1;
	for (let i = 0; i < length; i++) {
		if (places[i]! < 0) continue;
		if (start < 0) start = places[i]!;
		end = places[i]! + 1;
		if (!stands(i)) continue;
		kept += unitBits(units[quoteStart + i]!);
		equal++;
	}
	if (start < 0 || end - start > 2 * length + LONGEST_INSIDE) return undefined;
	const endLength = Math.min(END_LENGTH, length >> 1);
	const endStands = (from: number): boolean => {
		let n = 0;
		for (let i = from; i < from + endLength; i++) if (stands(i)) n++;
		return n >= endLength * END_SHARE;
	};
	const { left, right } = contextShares(page, wanted, start, end);
	return {
		start,
		end,
		kept,
		cover: kept / wanted.bits,
		left,
		right,
		hasEnds: length >= 8 && endStands(0) && endStands(length - endLength),
		isSame: equal === length && end - start === length,
		rating: kept - LOSS * (wanted.bits - kept) + left * wanted.leftBits + right * wanted.rightBits,
	};
}

function contextShares(
	page: Uint16Array,
	{ passage, nearStart, nearEnd, leftBits, rightBits }: Wanted,
	start: number,
	end: number,
): { left: number; right: number } {
	const { units, quoteStart, quoteEnd } = passage;
	return {
		left:
			leftBits < LEAST_SIDE_BITS ? 0 : agreement(units, quoteStart - 1, nearStart - 1, page, start - 1, -1) / leftBits,
		right: rightBits < LEAST_SIDE_BITS ? 0 : agreement(units, quoteEnd, nearEnd, page, end, 1) / rightBits,
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
		}
	}
	return settled;
}

function isEqual(a: Uint16Array, at: number, b: Uint16Array, place: number, length: number): boolean {
	if (place < 0 || place + length > b.length) return false;
	for (let i = 0; i < length; i++) if (a[at + i] !== b[place + i]) return false;
	return true;
}
