/** What a character is to words: between them, a letter of one, a letter of a script without spaces, or nothing at all. */
export const BETWEEN = 1;
export const LETTER = 2;
export const UNSPACED = 3;
export const SILENT = 4;

const UNSPACED_SCRIPT =
	/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Khmer}\p{Script=Thai}\p{Script=Lao}\p{Script=Myanmar}\p{Script=Tibetan}]/u;
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;
const MARK = /\p{M}/u;
/** Joiners, soft hyphens, marks of direction, the zero-width space: a word goes on over them. */
// biome-ignore lint/suspicious/noMisleadingCharacterClass: single characters, tested one by one
const FORMAT = /[\xad\u034f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe00-\ufe0f\ufeff]/;

/** By code unit; filled as they are met. Those of pairs are asked of `classOf` one by one. */
const classes = new Uint8Array(0x10000);

export function letterClass(codePoint: number): number {
	if (codePoint > 0xffff) return classOf(codePoint);
	const known = classes[codePoint]!;
	if (known !== 0) return known;
	const found = classOf(codePoint);
	classes[codePoint] = found;
	return found;
}

function classOf(codePoint: number): number {
	if (codePoint >= 0xd800 && codePoint <= 0xdfff) return BETWEEN;
	const character = String.fromCodePoint(codePoint);
	if (FORMAT.test(character)) return SILENT;
	if (MARK.test(character)) return UNSPACED_SCRIPT.test(character) ? UNSPACED : SILENT;
	if (!LETTER_OR_DIGIT.test(character)) return BETWEEN;
	return UNSPACED_SCRIPT.test(character) ? UNSPACED : LETTER;
}
