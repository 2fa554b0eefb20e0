import type { FoldedText } from './fold.ts';
import { buildGramIndex, type GramIndex } from './gram-index.ts';

/** A folded text that passages are looked for in, with its index of grams, made when first needed. */
export interface Page {
	readonly folded: FoldedText;
	index(): GramIndex;
}

/** Gram lengths: two ideographs are a word; five letters are about as rare. */
const IDEOGRAPH_GRAM = 3;
const LETTER_GRAM = 5;

export function createPage(folded: FoldedText): Page {
	let index: GramIndex | undefined;
	return {
		folded,
		index() {
			if (!index) {
				const builder = buildGramIndex(folded.units, gramSize(folded.units));
				builder.advance(Infinity);
				index = builder.index;
			}
			return index;
		},
	};
}

/** By the script of the text, judged from a sample. */
function gramSize(units: Uint16Array): number {
	const step = Math.max(1, units.length >> 9);
	let ideographs = 0;
	let looked = 0;
	for (let i = 0; i < units.length; i += step, looked++) if (units[i]! >= 0x3040 && units[i]! < 0xa000) ideographs++;
	return ideographs * 3 > looked ? IDEOGRAPH_GRAM : LETTER_GRAM;
}
