import { fold } from './fold.ts';

/** Folded words to find again, with the context they stood in. */
export interface Passage {
	/** Context before, the quote, context after. */
	readonly units: Uint16Array;
	/** The quote is units [quoteStart, quoteEnd). */
	readonly quoteStart: number;
	readonly quoteEnd: number;
}

export function foldPassage(prefix: string, exact: string, suffix: string): Passage {
	const before = fold(prefix).units;
	const quote = fold(exact).units;
	const after = fold(suffix).units;
	const units = new Uint16Array(before.length + quote.length + after.length);
	units.set(before);
	units.set(quote, before.length);
	units.set(after, before.length + quote.length);
	return { units, quoteStart: before.length, quoteEnd: before.length + quote.length };
}
