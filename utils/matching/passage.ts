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
	const before = fold(prefix);
	const quote = fold(exact).units;
	const after = fold(suffix);
	const quoteStart = before.units.length;
	const quoteEnd = quoteStart + quote.length;
	const units = new Uint16Array(quoteEnd + after.units.length);
	units.set(before.units);
	units.set(quote, quoteStart);
	units.set(after.units, quoteEnd);
	const lineEnd = suffix.indexOf('\n');
	return {
		units,
		quoteStart,
		quoteEnd,
		blockStart: foldedOffset(before, prefix.lastIndexOf('\n') + 1),
		blockEnd: lineEnd < 0 ? units.length : quoteEnd + foldedOffset(after, lineEnd),
	};
}
