import { type Candidate, chainCandidate, placeOf, sameCandidate } from './candidate.ts';
import { bestChains, type Chain, findRuns } from './chain.ts';
import { isEnough } from './evidence.ts';
import type { Wanted } from './measure.ts';
import type { OldText } from './old-text.ts';
import type { Page } from './page.ts';
import type { Place } from './place.ts';
import { amongRivals } from './rivals.ts';
import { surroundingsIn } from './surroundings.ts';

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

/** All places that resemble the passage, the one with the most evidence taken if it is enough, and covers `leastCover` of the quote. */
export function locateByContest(page: Page, wanted: Wanted, old: OldText, leastCover = 0): Place {
	const { candidates, near } = gather(page, wanted);
	const best = candidates[0];
	if (!best) return near === undefined ? { kind: 'none' } : { kind: 'none', near };
	const wide = old.wide();
	const around = wide && surroundingsIn(page, wide);
	const rivals = candidates.filter((one) => best.rating - one.rating < RIVAL_BITS).slice(0, MOST_RIVALS);
	const first = amongRivals(page, rivals, around, old);
	if (!first) return { kind: 'none', near: best.start };
	const others = candidates.slice(0, MOST_ASKED).filter((one) => one.rating >= LEAST_RATING_SHARE * best.rating);
	// Whose place it is has been decided: where a rival has not enough evidence, the others have not either.
	for (const one of rivals.length === 1 ? others : [first])
		if (one.cover >= leastCover && isEnough(one, wanted, around, old)) return placeOf(one);
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
