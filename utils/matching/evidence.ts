import type { Candidate } from './candidate.ts';
import { RICH_BITS, SHORT_BITS } from './information.ts';
import type { Wanted } from './measure.ts';
import type { OldText } from './old-text.ts';

/** Agreement over half a side of near context… */
export const HALF_SIDE_BITS = 64;
/** …and over nearly all of it. */
const WHOLE_SIDE_BITS = 130;

/** Least share of the quote's bits that must stand, by what agrees around it. A rewritten sentence rarely keeps half. */
export const LEAST_COVER = {
	bothSides: 0.6,
	oneSide: 0.68,
	/** For a short quote: more than half of its characters. */
	short: 0.75,
	/** A poor quote of which one side has parted: without and with its place confirmed by the wide surroundings. */
	doubtful: 0.85,
	doubtfulAtHome: 0.72,
	/** Both sides and both ends stand; the middle is another one (a box between two paragraphs). */
	endsOnly: 0.35,
};

/** Share of the best score the wide surroundings reach anywhere, at the candidate: it stands where they do. */
const AT_HOME = 0.93;
const NEAR_HOME = 0.75;

/** How well the wide surroundings of a passage fit around a candidate. */
export interface Surroundings {
	/** The candidate's share of the best that can be had anywhere on the page, 0–1. */
	share(candidate: Candidate): number;
}
/** Without the old text: as if a candidate stood near the right place, but not surely at it. */
const UNKNOWN_SHARE = 0.8;

/**
 * Whether the evidence for a candidate is enough. What is asked: the quote's own words, weighed against how rich it is; and its place,
 * by the near context or by the wide surroundings.
 */
export function isEnough(one: Candidate, wanted: Wanted, around: Surroundings | undefined, old: OldText): boolean {
	const { kept, cover, left, right, isSame } = one;
	const low = Math.min(left, right);
	const high = Math.max(left, right);
	const share = (): number => around?.share(one) ?? UNKNOWN_SHARE;
	const isNearHome = (): boolean => share() >= NEAR_HOME;
	const isAtHome = (): boolean => share() >= AT_HOME;

	// A passage that stood twice with the same context: the copy that is left need not be the one meant.
	if (around && !old.isOnly(left >= right ? 'left' : 'right') && !isNearHome()) return false;
	if (isSame && kept >= RICH_BITS && (old.isOnly('alone') || isNearHome())) return true;

	const isOwn = high >= WHOLE_SIDE_BITS || standsInOwnBlock(one, wanted, old);
	if (wanted.bits < SHORT_BITS) {
		if (cover < LEAST_COVER.short) return false;
		return isOwn || (left + right >= 100 && isNearHome()) || (left + right >= 60 && isAtHome());
	}

	if (isOwn || (high >= HALF_SIDE_BITS && isNearHome())) {
		const isDoubtful = !isSame && wanted.bits < RICH_BITS && low < 30;
		let least = LEAST_COVER.oneSide;
		if (low >= 48) least = LEAST_COVER.bothSides;
		else if (isDoubtful) least = isAtHome() ? LEAST_COVER.doubtfulAtHome : LEAST_COVER.doubtful;
		if (cover >= least) return true;
		if (low >= HALF_SIDE_BITS && one.hasEnds && cover >= LEAST_COVER.endsOnly) return true;
	}

	// Little agrees around it, yet it stands where its wide surroundings do.
	const isPromising =
		(isSame && around !== undefined && one.rating >= 60) ||
		(cover >= 0.8 && kept >= (left + right >= 40 ? 50 : 90)) ||
		(high >= 40 && cover >= (wanted.bits < RICH_BITS ? 0.8 : LEAST_COVER.oneSide) && kept + (left + right) / 2 >= 60);
	return isPromising && isNearHome();
}

/** The quote's paragraph stands around it as far as its context tells: the paragraph may have been moved. */
function standsInOwnBlock(
	{ left, right, kept }: Candidate,
	{ ownLeftBits, ownRightBits }: Wanted,
	old: OldText,
): boolean {
	if (left < 0.9 * ownLeftBits || right < 0.9 * ownRightBits) return false;
	const ownBits = ownLeftBits + ownRightBits;
	return ownBits + kept >= 80 && (ownBits >= 60 || old.isOnly('alone'));
}
