import { type Candidate, chainCandidate, measure, sameCandidate, type Wanted } from './candidate.ts';
import { bestChains, bestScore, type Chain, findRuns, scoreThrough } from './chain.ts';
import { createPage, type Page } from './page.ts';
import type { Passage } from './passage.ts';
import { findAll } from './search.ts';

/** Where a passage stands in a page, in folded offsets. */
export type Place =
	| { readonly kind: 'same' | 'changed'; readonly start: number; readonly end: number }
	/** It does not stand; `near` is where its surroundings do. */
	| { readonly kind: 'none'; readonly near?: number };

export const tune: any = {
	debug: undefined,
	strong: 64,
	own: 130,
	shortStrong: 100,
	shortHome: 60,
	rival: 30,
	coverStrong: 0.6,
	coverShort: 0.75,
	shortBits: 26,
	alone: 80,
	coverHome: 0.68,
	nearHome: 0.75,
	onHome: 0.93,
	noFar: 0.8,
};

/** What the text the passage was taken from tells beyond the passage itself. */
export interface OldText {
	/** The passage with wider context. */
	wide(): Passage | undefined;
	/** Whether the quote with the stored context of that side stood there only once. */
	isOnly(side: 'left' | 'right' | 'both'): boolean;
}
const UNKNOWN_OLD: OldText = { wide: () => undefined, isOnly: () => true };

/**
 * `wide` is the passage with wider context, asked for when the near one does not settle it.
 *
 * From the cheapest question to the dearest: do the very words stand beside their very context; what stands between the two
 * contexts; and, where neither tells, which of all places that resemble the passage has the most evidence.
 */
export function locate(page: Page, passage: Passage, old: OldText = UNKNOWN_OLD): Place {
	if (passage.quoteStart === passage.quoteEnd) return { kind: 'none' };
	const wanted = measure(passage);
	return locateStanding(page, wanted, old) ?? locateBetween(page, wanted, old) ?? locateAmongAll(page, wanted, old);
}

/** Bits of context that, with the quote, leave no doubt where it stands once in a page. */
const STANDING_BITS = 60;

/** The one place of the quote with all its near context, or with that of one side. */
function locateStanding(
	{ folded }: Page,
	{ passage, nearStart, nearEnd, leftBits, rightBits }: Wanted,
	old: OldText,
): Place | undefined {
	const { units, quoteStart, quoteEnd } = passage;
	const placeAt = (start: number): Place => ({ kind: 'same', start, end: start + quoteEnd - quoteStart });
	if (leftBits + rightBits >= STANDING_BITS && old.isOnly('both')) {
		const whole = findAll(folded.units, units.subarray(nearStart, nearEnd), 2);
		if (whole.length === 1) return placeAt(whole[0]! + quoteStart - nearStart);
		if (whole.length > 1) return undefined;
	}
	const left =
		leftBits < STANDING_BITS || !old.isOnly('left')
			? []
			: findAll(folded.units, units.subarray(nearStart, quoteEnd), 2);
	const right =
		rightBits < STANDING_BITS || !old.isOnly('right')
			? []
			: findAll(folded.units, units.subarray(quoteStart, nearEnd), 2);
	if (left.length + right.length !== 1) return undefined;
	if (findAll(folded.units, units.subarray(quoteStart, quoteEnd), 2).length !== 1) return undefined;
	return placeAt(left.length === 1 ? left[0]! + quoteStart - nearStart : right[0]!);
}

/** Places of each context that are paired. More say that the context is a phrase of the page's. */
const MOST_PAIRED = 8;
/** Units beyond the quote's length that may stand between its contexts. */
const LONGEST_INSERTION = 300;

/** Where both near contexts stand, one pair of them close enough: what stands between them is what became of the quote. */
function locateBetween(page: Page, wanted: Wanted, old: OldText): Place | undefined {
	const { passage, closeStart, closeEnd, leftBits, rightBits, bits } = wanted;
	if (leftBits < STANDING_BITS || rightBits < STANDING_BITS) return undefined;
	const { units, quoteStart, quoteEnd } = passage;
	const text = page.folded.units;
	const before = findAll(text, units.subarray(closeStart, quoteStart), MOST_PAIRED);
	if (before.length === 0 || before.length === MOST_PAIRED) return undefined;
	const after = findAll(text, units.subarray(quoteEnd, closeEnd), MOST_PAIRED);
	if (after.length === MOST_PAIRED) return undefined;
	const longest = 1.5 * (quoteEnd - quoteStart) + LONGEST_INSERTION;
	const pairs = before.flatMap((place) => {
		const start = place + quoteStart - closeStart;
		return after.filter((end) => end >= start && end - start <= longest).map((end) => ({ start, end }));
	});
	if (pairs.length !== 1 || !old.isOnly('left') || !old.isOnly('right')) return undefined;
	const { start, end } = pairs[0]!;
	const from = start - (quoteStart - closeStart);
	const to = end + (closeEnd - quoteEnd);
	const part = createPage({ ...page.folded, units: text.subarray(from, to) });
	const near = units.subarray(closeStart, closeEnd);
	const chain = bestChains(near, findRuns(near, part.folded.units, part.index()), 1)[0];
	const candidate =
		chain &&
		chainCandidate(text, wanted, {
			score: chain.score,
			runs: chain.runs.map((run) => ({ at: run.at + closeStart, place: run.place + from, length: run.length })),
		});
	tune.debug?.({ between: [start, end], candidate });
	if (candidate && candidate.start >= start && candidate.end <= end && acceptBetween(candidate, wanted, end - start))
		return placeOf(candidate);
	// What is rich enough to be known without its context may have been moved.
	if (bits >= tune.alone) {
		const moved = findAll(text, units.subarray(quoteStart, quoteEnd), 2);
		if (moved.length === 1) return { kind: 'same', start: moved[0]!, end: moved[0]! + quoteEnd - quoteStart };
		return end - start < 0.25 * (quoteEnd - quoteStart) ? locateAmongAll(page, wanted, old, 0.85) : undefined;
	}
	return { kind: 'none', near: start };
}

/** Whether a candidate between the two contexts, `room` units apart, is what became of the quote. */
function acceptBetween(
	{ kept, cover, left, right, hasEnds, equal, isSame }: Candidate,
	{ bits, passage }: Wanted,
	room: number,
): boolean {
	const length = passage.quoteEnd - passage.quoteStart;
	if (cover >= 0.8 && kept >= 24) return true;
	// It touches neither, one or both of the contexts.
	const low = Math.min(left, right);
	if (Math.max(left, right) < tune.strong) return false;
	if (isSame) return true;
	if (low < tune.strong) return cover >= tune.coverHome && kept >= 12;
	if (cover >= 0.8 && kept >= 12) return true;
	// A word of which half stands, in a room of its size.
	if (bits < tune.shortBits) return cover >= 0.5 && Math.abs(room - length) <= 1;
	// All that stands there is of the quote, which has lost something.
	if (kept >= 24 && equal >= 0.8 * room) return true;
	return cover >= tune.coverStrong || (hasEnds && kept >= 60 && cover >= 0.28);
}

/** Occurrences of the quote looked at. With more, it cannot be told apart by its near context. */
const MOST_OCCURRENCES = 1000;

function locateAmongAll(page: Page, wanted: Wanted, old: OldText, leastCover = 0): Place {
	const text = page.folded.units;
	const { passage } = wanted;
	const quote = passage.units.subarray(passage.quoteStart, passage.quoteEnd);
	const candidates = findAll(text, quote, MOST_OCCURRENCES).map((start) => sameCandidate(text, wanted, start));
	candidates.sort(byRating);
	let near: number | undefined;
	const runs = findRuns(passage.units, text, page.index());
	let top = 0;
	for (const chain of bestChains(passage.units, runs, 6)) {
		near ??= nearest(chain, passage.quoteStart);
		top = Math.max(top, chain.score);
		if (chain.score < 0.3 * top) break;
		const one = chainCandidate(text, wanted, chain);
		tune.debug?.({
			chain: chain.score,
			runs: chain.runs.map((r) => [r.at, r.place, r.length].join(':')).join(' '),
			one: one && [one.start, one.end, one.kept],
		});
		if (
			one &&
			!candidates.some((other) => other.start < one.end && one.start < other.end && other.rating >= one.rating)
		)
			candidates.push(one);
	}
	candidates.sort(byRating);
	if (candidates.length === 0) return near === undefined ? { kind: 'none' } : { kind: 'none', near };
	const best = candidates[0]!;
	const rivals = candidates.filter((one) => best.rating - one.rating < tune.rival).slice(0, 12);
	const context = old.wide();
	const far = context && surroundings(page, context);
	let chosen = best;
	if (rivals.length > 1) {
		const scored = rivals
			.map((one) => ({ one, score: one.rating + (far ? far.through(one) : 0) }))
			.sort((a, b) => b.score - a.score);
		tune.debug?.({
			rivals: scored.map(({ one, score }) => [one.start, Math.round(one.rating), Math.round(score)]),
		});
		chosen = scored[0]!.one;
		if (scored[0]!.score - scored[1]!.score < 1) return { kind: 'none', near: chosen.start };
	}
	let ok = chosen.cover >= leastCover && accept(chosen, wanted, far, old);
	if (!ok)
		for (const other of candidates.slice(0, 8)) {
			if (other === chosen || other.rating < 0.3 * best.rating) continue;
			if (other.cover >= leastCover && accept(other, wanted, far, old)) {
				chosen = other;
				ok = true;
				break;
			}
		}
	tune.debug?.({ ...chosen, wanted, n: candidates.length, through: far?.through(chosen), home: far?.best, ok });
	if (ok) return placeOf(chosen);
	return { kind: 'none', near: near ?? chosen.start };
}

const byRating = (a: Candidate, b: Candidate): number => b.rating - a.rating;

function placeOf({ isSame, start, end }: Candidate): Place {
	return { kind: isSame ? 'same' : 'changed', start, end };
}

interface Surroundings {
	readonly best: number;
	through(candidate: Candidate): number;
}

function surroundings(page: Page, wide: Passage): Surroundings {
	const runs = findRuns(wide.units, page.folded.units, page.index());
	const score = (at: number, length: number, place: number, end: number): number =>
		scoreThrough(wide.units, runs, { at, length, place, end });
	let best: number | undefined;
	return {
		get best() {
			best ??= bestScore(wide.units, runs);
			return best;
		},
		through: ({ start, end }) => score(wide.quoteStart, wide.quoteEnd - wide.quoteStart, start, end),
	};
}

function accept(
	one: Candidate,
	{ bits: whole, ownLeftBits, ownRightBits }: Wanted,
	far: Surroundings | undefined,
	old: OldText,
): boolean {
	const { kept, cover, left, right, hasEnds, isSame, inserted, equal } = one;
	const high = Math.max(left, right);
	const low = Math.min(left, right);
	/** Share of the best the wide surroundings can give that goes with this place. */
	const share = (): number => (far ? (far.through(one) + kept) / far.best : tune.noFar);
	const isNearHome = (): boolean => share() >= tune.nearHome;
	const isAtHome = (): boolean => share() >= tune.onHome;
	/** The quote's paragraph stands around it as far as the context tells: the paragraph may have been moved. */
	const isOwn =
		(left >= 0.9 * ownLeftBits && right >= 0.9 * ownRightBits && ownLeftBits + ownRightBits + kept >= 80) ||
		high >= tune.own;
	if (far && !old.isOnly(left >= right ? 'left' : 'right') && !isNearHome()) return false;
	if (isSame && kept >= tune.alone) return true;
	if (whole < tune.shortBits)
		return (
			cover >= tune.coverShort &&
			(high >= tune.own ||
				(left + right >= tune.shortStrong && isNearHome()) ||
				(left + right >= tune.shortHome && isAtHome()))
		);
	if (kept >= 150 && high >= tune.strong && equal >= 0.85 * (one.end - one.start)) return true;
	if (inserted > 24 && low < 40 && kept < 60 && !isNearHome()) return false;
	if (isOwn || (high >= tune.strong && isNearHome())) {
		const least =
			low >= 48 ? tune.coverStrong : isSame || whole >= 80 || low >= 30 ? tune.coverHome : isAtHome() ? 0.72 : 0.85;
		if (cover >= least) return true;
		if (low >= tune.strong && hasEnds && cover >= 0.35) return true;
	}
	const promising =
		(far && isSame && one.rating >= 60) ||
		(cover >= 0.8 && kept >= (left + right >= 40 ? 50 : 90)) ||
		(high >= 40 && cover >= (whole < 80 ? 0.8 : tune.coverHome) && kept + (left + right) / 2 >= 60);
	return promising && isNearHome();
}

/** Where the quote would begin. */
function nearest(chain: Chain, quoteStart: number): number {
	let near = chain.runs[0]!.place;
	for (const run of chain.runs) if (run.at < quoteStart) near = run.place + Math.min(run.length, quoteStart - run.at);
	return near;
}
