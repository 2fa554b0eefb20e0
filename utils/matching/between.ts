import { type Candidate, chainCandidate, placeOf } from './candidate.ts';
import { bestChains, findRuns } from './chain.ts';
import { locateByContest } from './contest.ts';
import { HALF_SIDE_BITS, LEAST_COVER } from './evidence.ts';
import { RICH_BITS, SHORT_BITS } from './information.ts';
import type { Wanted } from './measure.ts';
import type { OldText } from './old-text.ts';
import { createPage, type Page } from './page.ts';
import type { Place } from './place.ts';

/** Places of each context that are paired. More say that the context is a phrase of the page's. */
const MOST_PAIRED = 8;
/** Bits of context that one place of it can be trusted with. */
const ENOUGH_BITS = 60;
/** Units beyond one and a half times the quote's length that may stand between its contexts. */
const LONGEST_INSERTION = 300;
/** A room smaller than this share of the quote is closed: the quote is gone from it. */
const CLOSED = 0.25;
/** Cover asked of a place elsewhere when the quote is gone from between its contexts. */
const COVER_ELSEWHERE = 0.85;

/**
 * Where both close contexts stand, one pair of them close enough: what stands in the room between them is what became of
 * the quote. Undefined where they do not tell.
 */
export function locateBetween(page: Page, wanted: Wanted, old: OldText): Place | undefined {
	const room = roomBetween(page, wanted);
	if (!room || !old.isOnly('left') || !old.isOnly('right')) return undefined;
	const { start, end } = room;
	const candidate = candidateIn(page, wanted, start, end);
	if (candidate && candidate.start >= start && candidate.end <= end && isQuote(candidate, wanted, end - start))
		return placeOf(candidate);
	if (wanted.bits < RICH_BITS) return { kind: 'none', near: start };
	// What is rich enough to be known without its context may have been moved, and changed on the way.
	const length = wanted.passage.quoteEnd - wanted.passage.quoteStart;
	return end - start < CLOSED * length ? locateByContest(page, wanted, old, COVER_ELSEWHERE) : undefined;
}

/** The page units between the two close contexts, where just one pair of them fits. */
function roomBetween(page: Page, wanted: Wanted): { start: number; end: number } | undefined {
	const { passage, closeStart, closeEnd, leftBits, rightBits } = wanted;
	if (leftBits < ENOUGH_BITS || rightBits < ENOUGH_BITS) return undefined;
	const { units, quoteStart, quoteEnd } = passage;
	const before = page.find(units.subarray(closeStart, quoteStart), MOST_PAIRED);
	if (before.length === 0 || before.length === MOST_PAIRED) return undefined;
	const after = page.find(units.subarray(quoteEnd, closeEnd), MOST_PAIRED);
	if (after.length === MOST_PAIRED) return undefined;
	const longest = 1.5 * (quoteEnd - quoteStart) + LONGEST_INSERTION;
	const pairs = before.flatMap((place) => {
		const start = place + quoteStart - closeStart;
		return after.filter((end) => end >= start && end - start <= longest).map((end) => ({ start, end }));
	});
	return pairs.length === 1 ? pairs[0] : undefined;
}

/** The quote aligned with the room [start, end) and the contexts around it. */
function candidateIn(page: Page, wanted: Wanted, start: number, end: number): Candidate | undefined {
	const { passage, closeStart, closeEnd } = wanted;
	const text = page.folded.units;
	const from = start - (passage.quoteStart - closeStart);
	const part = createPage({ ...page.folded, units: text.subarray(from, end + (closeEnd - passage.quoteEnd)) });
	const close = passage.units.subarray(closeStart, closeEnd);
	const chain = bestChains(close, findRuns(close, part.folded.units, part.index()), 1)[0];
	if (!chain) return undefined;
	const runs = chain.runs.map(({ at, place, length }) => ({ at: at + closeStart, place: place + from, length }));
	return chainCandidate(text, wanted, { score: chain.score, runs });
}

/** Whether a candidate in a room of so many units between the two contexts is what became of the quote. */
function isQuote(
	{ kept, cover, left, right, hasEnds, equal, isSame }: Candidate,
	{ bits, passage }: Wanted,
	room: number,
): boolean {
	if (cover >= 0.8 && kept >= 24) return true;
	// It may touch neither context (something came in on both sides), one or both.
	if (Math.max(left, right) < HALF_SIDE_BITS) return false;
	if (isSame) return true;
	if (Math.min(left, right) < HALF_SIDE_BITS) return cover >= LEAST_COVER.oneSide && kept >= 12;
	if (cover >= 0.8 && kept >= 12) return true;
	// A word of which half stands, in a room of its size.
	if (bits < SHORT_BITS) return cover >= 0.5 && Math.abs(room - (passage.quoteEnd - passage.quoteStart)) <= 1;
	// All that stands there is of the quote, which has lost something.
	if (kept >= 24 && equal >= 0.8 * room) return true;
	return cover >= LEAST_COVER.bothSides || (hasEnds && kept >= 60 && cover >= 0.28);
}
