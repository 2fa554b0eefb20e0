import { graphemeEnd, graphemeStart } from '../../../utils/anchoring/graphemes.ts';

/** Code units shown on each side of the place. */
const REACH = 60;

/**
 * The words around a place, within its own block: what a reader is shown of where a passage stood. A word cut in two is
 * left out, in scripts that part words by spaces.
 * @param offset in UTF-16 code units of the article text; beyond it, its end counts
 * @returns code units in the article text; empty only where the text is
 */
export function nearestPlace(text: string, offset: number): { readonly start: number; readonly end: number } {
	let at = Math.max(0, Math.min(offset, text.length - 1));
	// The break before a block belongs to it.
	while (text[at] === '\n' && at + 1 < text.length) at++;
	const blockStart = at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1;
	const nextBreak = text.indexOf('\n', at + 1);
	const blockEnd = nextBreak === -1 ? text.length : nextBreak;
	const start = Math.max(blockStart, graphemeStart(text, at - REACH));
	const end = Math.min(blockEnd, graphemeEnd(text, at + REACH));
	const cutBefore = start > blockStart ? /^\S{0,20}\s+/.exec(text.slice(start, at)) : null;
	const cutAfter = end < blockEnd ? /\s+\S{0,20}$/.exec(text.slice(at, end)) : null;
	return { start: start + (cutBefore?.[0].length ?? 0), end: end - (cutAfter?.[0].length ?? 0) };
}
