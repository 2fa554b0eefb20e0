import { RICH_BITS } from './evidence.ts';
import type { Ground } from './ground.ts';
import { textBits } from './information.ts';

/** Pieces of a quote that are looked for, and the least bits of one: no phrase that comes twice by chance. */
const PIECES = 6;
const PIECE_BITS = 48;

/**
 * Whether a quote that is gone from its home may have been moved: it is rich enough to be known away from it, and a piece of it stands
 * somewhere in the page.
 */
export function mayStandElsewhere(page: Ground, quote: string): boolean {
	if (textBits(quote, 0, quote.length) < RICH_BITS) return false;
	const step = Math.max(1, Math.floor(quote.length / PIECES));
	for (let from = 0; from < quote.length; from += step) {
		const end = pieceEnd(quote, from);
		if (end !== undefined && page.has(quote.slice(from, end))) return true;
	}
	return false;
}

function pieceEnd(quote: string, from: number): number | undefined {
	let bits = 0;
	for (let at = from; at < quote.length; at++) {
		bits += textBits(quote, at, at + 1);
		if (bits >= PIECE_BITS) return at + 1;
	}
	return undefined;
}
