import { foldedString } from '../../utils/matching/fold.ts';

/** Letters that are no letter with a mark, but are typed as if they were. */
const PLAIN: Readonly<Record<string, string>> = { đ: 'd', ł: 'l', ø: 'o', ħ: 'h', ŧ: 't', ı: 'i', ς: 'σ' };
const PLAINED = /[đłøħŧıς]/g;
/** Words remembered: in any language a few make most of a text. */
const MOST_REMEMBERED = 50_000;

const remembered = new Map<string, string>();

/** One spelling for whatever is to be found by the same words: scripts, accents, case. */
export function searchFold(text: string): string {
	const known = remembered.get(text);
	if (known !== undefined) return known;
	const folded = foldedString(text.toLowerCase()).replace(PLAINED, (letter) => PLAIN[letter]!);
	if (remembered.size >= MOST_REMEMBERED) remembered.clear();
	remembered.set(text, folded);
	return folded;
}
