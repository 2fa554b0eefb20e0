import { fold, foldedOffset } from './fold.ts';

/** Folded words to find again, with the context they stood in. */
export interface Passage {
	/** Context before, the quote, context after. */
	readonly units: Uint16Array;
	/** The quote is units [quoteStart, quoteEnd). */
	readonly quoteStart: number;
	readonly quoteEnd: number;
	/** The part of the context in the quote's own blocks (paragraphs) is units [blockStart, quoteStart) and [quoteEnd, blockEnd). */
	readonly blockStart: number;
	readonly blockEnd: number;
}

export function foldPassage(prefix: string, exact: string, suffix: string): Passage {
	const whole = fold(prefix + exact + suffix);
	const end = prefix.length + exact.length;
	const lineEnd = suffix.indexOf('\n');
	return {
		units: whole.units,
		quoteStart: foldedOffset(whole, prefix.length),
		quoteEnd: foldedOffset(whole, end),
		blockStart: foldedOffset(whole, prefix.lastIndexOf('\n') + 1),
		blockEnd: lineEnd < 0 ? whole.units.length : foldedOffset(whole, end + lineEnd),
	};
}
