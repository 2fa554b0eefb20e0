import { bitsOf, unitBits } from './information.ts';
import type { Passage } from './passage.ts';

/** Bits of near context on each side: about 80 letters or 27 ideographs, all that selectors hold. */
const NEAR_BITS = 160;
/** Bits of close context: half as far, so that less of it has changed. */
const CLOSE_BITS = 80;

/** A passage with the measures of its parts, worked out once. */
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
	/** Bits of the near context in the quote's own blocks. */
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
	return {
		passage,
		bits: bitsOf(units, quoteStart, quoteEnd),
		nearStart,
		nearEnd,
		leftBits,
		rightBits,
		closeStart,
		closeEnd,
		ownLeftBits: bitsOf(units, Math.max(nearStart, blockStart), quoteStart),
		ownRightBits: bitsOf(units, quoteEnd, Math.min(nearEnd, blockEnd)),
	};
}
