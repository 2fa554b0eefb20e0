import { SIMPLIFIED } from './simplified.ts';

/** What one UTF-16 code unit becomes in folded text, beside a code unit of its own. */
export const UNKNOWN = 0;
/** Leaves no trace: white space, marks, invisible characters. */
export const DROPPED = 1;
/** Becomes several units, kept in `expansions`. */
export const EXPANDED = 2;

/** From code unit to its folded unit, or one of the three above. Filled as units are met: an article uses few. */
export const folded = new Uint16Array(0x10000);
export const expansions = new Map<number, string>();

/**
 * Letters and signs that are written in several ways: [one spelling, the others]. Quotation marks of every kind and
 * apostrophes are one sign, because a change of template or script swaps double for single and corner for curly.
 */
const SPELLINGS: readonly (readonly [string, string])[] = [
	['"', `'\`´‘’‚‛“”„‟′″‵‶«»‹›「」『』〝〞〟＂＇ʼʻʹ`],
	['-', '‐‑‒–—―−─⸺⸻﹘﹣－'],
	[',', '、،٬､﹑'],
	['.', '。٫｡۔'],
	[';', '؛'],
	['?', '؟'],
	['%', '٪'],
	['<', '《〈'],
	['>', '》〉'],
	['[', '【〔［'],
	[']', '】〕］'],
	['·', '•‧・∙⋅･'],
	['ي', 'ىی'],
	['ك', 'ک'],
	['ه', 'ەہ'],
	['ا', 'ٱ'],
	['oe', 'œ'],
	['OE', 'Œ'],
	['ae', 'æ'],
	['AE', 'Æ'],
	['ss', 'ß'],
];
const spelling = new Map(SPELLINGS.flatMap(([one, others]) => [...others].map((other) => [other, one] as const)));

/**
 * Marks that are optional in writing (accents, Hebrew points, Arabic vowels, tatweel, variation selectors). The vowel signs
 * of Khmer, Thai or the Indic scripts are letters to their readers and stay.
 */
const OPTIONAL_MARK =
	// biome-ignore lint/suspicious/noMisleadingCharacterClass: ranges of marks, tested on single letters
	/[\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f]/;
/** White space, control and format characters (Z, Cc, Cf), written out: the engine builds a class of properties slowly. */
const INVISIBLE =
	/[\0-\x20\x7f-\xa0\xad\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff\ufff9-\ufffb]/;

/** Works out what `unit` folds to and remembers it; returns the entry of `folded`. */
export function learnUnit(unit: number): number {
	const letters = foldLetter(String.fromCharCode(unit));
	if (letters.length > 1) expansions.set(unit, letters);
	const entry = letters.length === 0 ? DROPPED : letters.length === 1 ? letters.charCodeAt(0) : EXPANDED;
	folded[unit] = entry;
	return entry;
}

function foldLetter(letter: string): string {
	// The two most common kinds need no normalization.
	if (letter < '\x7f') return letter <= ' ' ? '' : (spelling.get(letter) ?? letter);
	if (letter >= '\u4e00' && letter <= '\u9fff') return SIMPLIFIED.get(letter) ?? letter;
	if (/[\ud800-\udfff\uac00-\ud7a3]/.test(letter)) return letter;
	const direct = spelling.get(letter);
	if (direct !== undefined) return direct;
	let out = '';
	for (const part of letter.normalize('NFKD')) {
		if (INVISIBLE.test(part) || OPTIONAL_MARK.test(part)) continue;
		out += spelling.get(part) ?? SIMPLIFIED.get(part) ?? digit(part);
	}
	return out;
}

/** Arabic and Persian digits as 0–9; anything else as it is. */
function digit(letter: string): string {
	const code = letter.charCodeAt(0);
	if (code >= 0x660 && code <= 0x669) return String(code - 0x660);
	if (code >= 0x6f0 && code <= 0x6f9) return String(code - 0x6f0);
	return letter;
}
