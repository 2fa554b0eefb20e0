/**
 * Information content, in bits: how much a run of equal characters says about being the same passage. A Chinese
 * character says about three times what a letter says; a punctuation mark next to nothing.
 * Rough per-character entropies of running text, rounded; folded text has no white space.
 */
const IDEOGRAPH_BITS = 6;
const LETTER_BITS = 2;
const DIGIT_BITS = 3;
const SIGN_BITS = 1;

/** A quote below this is a word or two that may stand anywhere: only its surroundings tell. */
export const SHORT_BITS = 26;
/** A quote from this up (40 letters, 14 ideographs) is known by itself, wherever it stands word for word. */
export const RICH_BITS = 80;

export function unitBits(unit: number): number {
	if (unit >= 0x2e80 && unit < 0xa000) return unit < 0x3040 ? SIGN_BITS : IDEOGRAPH_BITS;
	if (unit < 0x41) return unit >= 0x30 && unit <= 0x39 ? DIGIT_BITS : SIGN_BITS;
	return LETTER_BITS;
}

/** The same of a text that is not folded: white space says nothing. */
export function textBits(text: string, from: number, to: number): number {
	let bits = 0;
	for (let i = from; i < to; i++) {
		const unit = text.charCodeAt(i);
		if (unit > 0x20 && unit !== 0xa0 && unit !== 0x3000) bits += unitBits(unit);
	}
	return bits;
}

export function bitsOf(units: Uint16Array, from = 0, to = units.length): number {
	let bits = 0;
	for (let i = from; i < to; i++) bits += unitBits(units[i]!);
	return bits;
}
