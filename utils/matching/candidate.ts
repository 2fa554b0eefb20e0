import { agreement } from './agreement.ts';
import { align, LONG_INSERTION } from './align.ts';
import type { Chain } from './chain.ts';
import { RICH_BITS, SHORT_BITS, unitBits } from './information.ts';
import type { Wanted } from './measure.ts';
import type { Place } from './place.ts';

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
	/** Bits of evidence in all, to rank candidates. */
	readonly rating: number;
}

export function placeOf({ isSame, start, end }: Candidate): Place {
	return { kind: isSame ? 'same' : 'changed', start, end };
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
		rating: wanted.bits + left + right,
	};
}

/** Share of a poor quote that must be kept where more than its length was put into it. */
const LEAST_KEPT = 0.9;
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
	const runs = chain.runs;
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
	const inserted = end - start - placed;
	if (start < 0 || end - start > 1.3 * length + LONGEST_INSIDE || isTorn(wanted.bits, kept, length, inserted))
		return undefined;
	const headStands = endStands(length, 1, stands, (i) => unitBits(units[quoteStart + i]!));
	const tailStands = endStands(length, -1, stands, (i) => unitBits(units[quoteStart + i]!));
	const { left, right } = contextBits(page, wanted, start, end);
	return {
		start,
		end,
		kept,
		equal,
		cover: kept / wanted.bits,
		left,
		right,
		hasEnds: headStands && tailStands,
		isSame: equal === length && end - start === length,
		rating: kept - LOSS * (wanted.bits - kept) - INSERTED * inserted + left + right,
	};
}

/**
 * Whether a poor quote of `length` units was taken apart: a word or two by a correction, or one that lost words by more than itself.
 * What is left of it stands in other words by chance.
 */
function isTorn(bits: number, kept: number, length: number, inserted: number): boolean {
	if (bits < SHORT_BITS && inserted > 1 && inserted < LONG_INSERTION) return true;
	return bits < RICH_BITS && inserted > length && kept < LEAST_KEPT * bits;
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

/** Bits of near context that agree beside page [start, end), walking away from it. */
export function contextBits(
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
