import type { Ground } from './ground.ts';
import { beaconEnd, type Home } from './home.ts';
import { RICH_BITS, textBits } from './information.ts';

/** Pieces that are looked for, each as long as a beacon. */
const PIECES = 10;

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
		const end = beaconEnd(words, from, 1);
		if (end === undefined) break;
		const piece = words.slice(from, end);
		if (page.has(piece, 0, home.start) || page.has(piece, home.end, page.text.length)) return true;
	}
	return false;
}
