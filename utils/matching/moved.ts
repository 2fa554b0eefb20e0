import { RICH_BITS } from './evidence.ts';
import type { Ground } from './ground.ts';
import type { Home } from './home.ts';
import { textBits } from './information.ts';

/** Pieces that are looked for, and the least bits of one: no phrase that comes twice by chance. */
const PIECES = 10;
const PIECE_BITS = 60;

/**
 * Whether a quote that is gone from its home may have been moved: a piece of it stands elsewhere in the page. A poor quote is known
 * away from its home only by its context, which then has gone with it; not where it still stands at home.
 */
export function mayStandElsewhere(
	page: Ground,
	home: Home,
	{ prefix, exact, suffix }: { prefix: string; exact: string; suffix: string },
): boolean {
	if (textBits(exact, 0, exact.length) >= RICH_BITS) return hasPiece(page, home, exact);
	return !home.isClose && hasPiece(page, home, prefix + exact + suffix);
}

function hasPiece(page: Ground, home: Home, words: string): boolean {
	const step = Math.max(1, Math.floor(words.length / PIECES));
	for (let from = 0; from < words.length; from += step) {
		const end = pieceEnd(words, from);
		if (end === undefined) break;
		const piece = words.slice(from, end);
		if (page.has(piece, 0, home.start) || page.has(piece, home.end, page.text.length)) return true;
	}
	return false;
}

function pieceEnd(words: string, from: number): number | undefined {
	let bits = 0;
	for (let at = from; at < words.length; at++) {
		bits += textBits(words, at, at + 1);
		if (bits >= PIECE_BITS) return at + 1;
	}
	return undefined;
}
