import { type Candidate, chainCandidate, placeOf, sameCandidate } from './candidate.ts';
import { bestChains, bestScore, type Chain, findRuns, type Run, scoreThrough } from './chain.ts';
import { isEnough, type Surroundings } from './evidence.ts';
import type { Wanted } from './measure.ts';
import type { OldText } from './old-text.ts';
import type { Page } from './page.ts';
import type { Passage } from './passage.ts';
import type { Place } from './place.ts';

/** Occurrences of the quote looked at. With more, it cannot be told apart by its near context. */
const MOST_OCCURRENCES = 1000;
/** Of those, the ones whose context is weighed with its small differences. */
const MOST_WEIGHED = 24;
/** Bits of context around the very quote that leave no need to look for changed passages. */
const CLEAR_BITS = 130;
/** Chains looked at, and the share of the best one's score below which they are not. */
const MOST_CHAINS = 6;
const LEAST_CHAIN_SHARE = 0.3;
/** Bits of rating within which candidates are rivals: the wide surroundings decide between them. */
const RIVAL_BITS = 30;
const MOST_RIVALS = 12;
/** Candidates asked for enough evidence, and the share of the best rating below which they are not. */
const MOST_ASKED = 8;
const LEAST_RATING_SHARE = 0.3;
/** Bits by which the winner must be ahead; two places closer than that cannot be told apart. */
const LEAST_LEAD = 1;

/** All places that resemble the passage, the one with the most evidence taken if it is enough, and covers `leastCover` of the quote. */
export function locateByContest(page: Page, wanted: Wanted, old: OldText, leastCover = 0): Place {
	const { candidates, near } = gather(page, wanted);
	const best = candidates[0];
	if (!best) return near === undefined ? { kind: 'none' } : { kind: 'none', near };
	const wide = old.wide();
	const around = wide && surroundingsIn(page, wide);
	const first = winner(candidates, around);
	if (!first) return { kind: 'none', near: best.start };
	const asked = candidates.slice(0, MOST_ASKED).filter((one) => one.rating >= LEAST_RATING_SHARE * best.rating);
	for (const one of [first, ...asked])
		if (
			one.cover >= leastCover &&
			isEnough(one, wanted, around, old) &&
			!old.isAnother(page.folded.units, one.start, one.end)
		)
			return placeOf(one);
	return { kind: 'none', near: near ?? first.start };
}

/** Candidates by falling rating, and where the surroundings of the quote are, as far as they tell. */
function gather(page: Page, wanted: Wanted): { candidates: Candidate[]; near: number | undefined } {
	const text = page.folded.units;
	const { units, quoteStart } = wanted.passage;
	const candidates = likeliest(page, wanted).map((start) => sameCandidate(text, wanted, start));
	candidates.sort(byRating);
	const best = candidates[0];
	// The very words in nearly their context: no changed passage can be better.
	if (best && best.left + best.right >= CLEAR_BITS) return { candidates, near: undefined };
	const chains = bestChains(units, findRuns(units, text, page.index()), MOST_CHAINS);
	for (const chain of chains) {
		if (chain.score < LEAST_CHAIN_SHARE * chains[0]!.score) break;
		const one = chainCandidate(text, wanted, chain);
		if (one && !candidates.some((other) => overlap(one, other) && other.rating >= one.rating)) candidates.push(one);
	}
	candidates.sort(byRating);
	return { candidates, near: chains[0] && quotePlace(chains[0], quoteStart) };
}

/** Places of the very quote, those with the longest equal context right beside them. */
function likeliest(page: Page, { passage }: Wanted): number[] {
	const text = page.folded.units;
	const { units, quoteStart, quoteEnd } = passage;
	const length = quoteEnd - quoteStart;
	const places = page.find(units.subarray(quoteStart, quoteEnd), MOST_OCCURRENCES);
	if (places.length <= MOST_WEIGHED) return places;
	const equalBeside = (start: number): number => {
		let left = 0;
		while (left < quoteStart && left < start && units[quoteStart - 1 - left] === text[start - 1 - left]) left++;
		let right = 0;
		while (quoteEnd + right < units.length && units[quoteEnd + right] === text[start + length + right]) right++;
		return left + right;
	};
	return places
		.map((start) => ({ start, equal: equalBeside(start) }))
		.sort((a, b) => b.equal - a.equal)
		.slice(0, MOST_WEIGHED)
		.map(({ start }) => start);
}

const byRating = (a: Candidate, b: Candidate): number => b.rating - a.rating;

function overlap(a: Candidate, b: Candidate): boolean {
	return a.start < b.end && b.start < a.end;
}

/** Where a chain puts the start of the quote. */
function quotePlace(chain: Chain, quoteStart: number): number {
	let place = chain.runs[0]!.place;
	for (const run of chain.runs) if (run.at < quoteStart) place = run.place + Math.min(run.length, quoteStart - run.at);
	return place;
}

/** The best candidate; between rivals the one that the wide surroundings fit best, undefined where they fit two alike. */
function winner(candidates: readonly Candidate[], around: WideSurroundings | undefined): Candidate | undefined {
	const best = candidates[0]!;
	const rivals = candidates.filter((one) => best.rating - one.rating < RIVAL_BITS).slice(0, MOST_RIVALS);
	if (rivals.length === 1) return best;
	const scored = rivals.map((one) => ({ one, score: one.rating + (around?.score(one) ?? 0) }));
	scored.sort((a, b) => b.score - a.score);
	return scored[0]!.score - scored[1]!.score < LEAST_LEAD ? undefined : scored[0]!.one;
}

interface WideSurroundings extends Surroundings {
	/** Bits of the wide context that stand around the candidate, in order. */
	score(candidate: Candidate): number;
}

function surroundingsIn(page: Page, { units, quoteStart, quoteEnd }: Passage): WideSurroundings {
	let found: Run[] | undefined;
	let best: number | undefined;
	const runs = (): Run[] => {
		found ??= findRuns(units, page.folded.units, page.index());
		return found;
	};
	const score = ({ start, end }: Candidate): number =>
		scoreThrough(units, runs(), { at: quoteStart, length: quoteEnd - quoteStart, place: start, end });
	return {
		score,
		share(candidate) {
			best ??= bestScore(units, runs());
			return best === 0 ? 1 : (score(candidate) + candidate.kept) / best;
		},
	};
}
