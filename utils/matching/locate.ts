import { agreement } from './agreement.ts';
import { align } from './align.ts';
import { bestChains, type Chain, findRuns, type Run, scoreThrough } from './chain.ts';
import { bitsOf, unitBits } from './information.ts';
import type { Page } from './page.ts';
import type { Passage } from './passage.ts';

/** Where a passage stands in a page, in folded offsets. */
export type Place =
	| { readonly kind: 'same' | 'changed'; readonly start: number; readonly end: number }
	/** It does not stand; `near` is where its surroundings do. */
	| { readonly kind: 'none'; readonly near?: number };

export const tune: any = {
	debug: undefined,
	strong: 0.8,
	rival: 30,
	coverStrong: 0.6,
	coverShort: 0.75,
	shortBits: 26,
	alone: 80,
	coverHome: 0.68,
	homeShare: 0.6,
};

/** `wide`: the passage with wider context, made when the near one does not settle it. */
export function locate(page: Page, passage: Passage, wide: () => Passage | undefined = () => undefined): Place {
	if (passage.quoteStart === passage.quoteEnd) return { kind: 'none' };
	const whole = bitsOf(passage.units, passage.quoteStart, passage.quoteEnd);
	const sides = sidesOf(passage);
	const candidates = exactCandidates(page, passage, whole, sides);
	candidates.sort(byRating);
	const [first, second] = candidates;
	if (
		first &&
		Math.min(first.left, first.right) >= 0.9 &&
		sides.left > 30 &&
		sides.right > 30 &&
		(!second || second.rating < first.rating - 60)
	)
		return placeOf(first);
	let near: number | undefined;
	{
		const runs = findRuns(passage.units, page.folded.units, page.index());
		for (const chain of bestChains(passage.units, runs, 6)) {
			near ??= nearest(chain, passage.quoteStart);
			const one = judge(page, passage, chain, whole, sides);
			if (
				one &&
				!candidates.some((other) => other.start < one.end && one.start < other.end && other.rating >= one.rating)
			)
				candidates.push(one);
		}
		candidates.sort(byRating);
	}
	if (candidates.length === 0) return near === undefined ? { kind: 'none' } : { kind: 'none', near };
	const best = candidates[0]!;
	const rivals = candidates.filter((one) => best.rating - one.rating < tune.rival).slice(0, 12);
	const context = wide();
	const far = context && surroundings(page, context);
	let chosen = best;
	if (rivals.length > 1) {
		const scored = rivals
			.map((one) => ({ one, score: one.rating + (far ? far.through(one) : 0) }))
			.sort((a, b) => b.score - a.score);
		tune.debug?.({ rivals: scored.map(({ one, score }) => [one.start, Math.round(one.rating), Math.round(score)]) });
		chosen = scored[0]!.one;
		if (scored[0]!.score - scored[1]!.score < 1) return { kind: 'none', near: chosen.start };
	}
	const ok = accept(chosen, whole, far);
	tune.debug?.({ ...chosen, whole, sides, n: candidates.length, through: far?.through(chosen), home: far?.best, ok });
	if (ok) return placeOf(chosen);
	return { kind: 'none', near: near ?? chosen.start };
}

interface Candidate {
	readonly start: number;
	readonly end: number;
	readonly kept: number;
	readonly cover: number;
	/** Share of the near context that agrees on each side, 0–1. */
	readonly left: number;
	readonly right: number;
	readonly ends: boolean;
	readonly isSame: boolean;
	readonly rating: number;
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
	return {
		best: bestChains(wide.units, runs, 1)[0]?.score ?? 0,
		through: ({ start, end }) => score(wide.quoteStart, wide.quoteEnd - wide.quoteStart, start, end),
	};
}

function accept(one: Candidate, whole: number, far: Surroundings | undefined): boolean {
	const { kept, cover, left, right, ends } = one;
	const high = Math.max(left, right);
	const low = Math.min(left, right);
	if (
		high >= tune.strong &&
		cover >= (whole < tune.shortBits ? tune.coverShort : low >= tune.strong ? tune.coverStrong : tune.coverHome)
	)
		return true;
	if (one.isSame && kept >= tune.alone) return true;
	if (low >= tune.strong && ends && cover >= 0.42) return true;
	const isHome = !far || far.through(one) + kept >= tune.homeShare * far.best;
	if (!isHome) return false;
	if (cover >= 0.8 && kept >= 50) return true;
	return high >= 0.5 && cover >= tune.coverHome && kept + 40 * (left + right) >= 60;
}

/** Bits of near context looked at on each side. */
const NEAR_BITS = 80;

interface Sides {
	/** Bits of context there are, at most `NEAR_BITS`; and where in the passage they end. */
	readonly left: number;
	readonly right: number;
	readonly from: number;
	readonly to: number;
}

function sidesOf({ units, quoteStart, quoteEnd }: Passage): Sides {
	let left = 0;
	let from = quoteStart;
	while (from > 0 && left < NEAR_BITS) left += unitBits(units[--from]!);
	let right = 0;
	let to = quoteEnd;
	while (to < units.length && right < NEAR_BITS) right += unitBits(units[to++]!);
	return { left, right, from, to };
}

/** Less context than that tells nothing. */
const LEAST_SIDE_BITS = 16;

function agreeing(
	page: Uint16Array,
	{ units, quoteStart, quoteEnd }: Passage,
	sides: Sides,
	start: number,
	end: number,
): { left: number; right: number } {
	return {
		left:
			sides.left < LEAST_SIDE_BITS
				? 0
				: agreement(units, quoteStart - 1, sides.from - 1, page, start - 1, -1) / sides.left,
		right: sides.right < LEAST_SIDE_BITS ? 0 : agreement(units, quoteEnd, sides.to, page, end, 1) / sides.right,
	};
}

/** Occurrences looked at. With more than that many, a quote cannot be told apart by its near context. */
const MOST_OCCURRENCES = 1000;

function exactCandidates(page: Page, passage: Passage, whole: number, sides: Sides): Candidate[] {
	const { text, units } = page.folded;
	const length = passage.quoteEnd - passage.quoteStart;
	const found: Candidate[] = [];
	let n = 0;
	for (
		let at = text.indexOf(passage.quote);
		at !== -1 && n < MOST_OCCURRENCES;
		at = text.indexOf(passage.quote, at + 1), n++
	) {
		const { left, right } = agreeing(units, passage, sides, at, at + length);
		found.push({
			start: at,
			end: at + length,
			kept: whole,
			cover: 1,
			left,
			right,
			ends: true,
			isSame: true,
			rating: whole + left * sides.left + right * sides.right,
		});
	}
	return found;
}

function judge(page: Page, passage: Passage, chain: Chain, whole: number, sides: Sides): Candidate | undefined {
	const { quoteStart, quoteEnd, units } = passage;
	const text = page.folded.units;
	const runs = settled(units, text, chain.runs, quoteStart, quoteEnd);
	const places = align(units, text, runs, quoteStart, quoteEnd);
	let kept = 0;
	let start = -1;
	let end = -1;
	let equal = 0;
	for (let i = 0; i < places.length; i++) {
		const place = places[i]!;
		if (place < 0) continue;
		if (start < 0) start = place;
		end = place + 1;
		if (text[place] !== units[quoteStart + i]) continue;
		kept += unitBits(text[place]!);
		equal++;
	}
	if (start < 0) return undefined;
	if (end - start > 2 * places.length + LONGEST_INSIDE) return undefined;
	const { left, right } = agreeing(text, passage, sides, start, end);
	const endLength = Math.min(10, places.length >> 1);
	const holds = (from: number): boolean => {
		let n = 0;
		for (let i = from; i < from + endLength; i++)
			if (places[i]! >= 0 && text[places[i]!] === units[quoteStart + i]) n++;
		return n >= endLength * 0.6;
	};
	const cover = kept / whole;
	return {
		start,
		end,
		kept,
		cover,
		left,
		right,
		ends: places.length >= 8 && holds(0) && holds(places.length - endLength),
		isSame: equal === places.length && end - start === equal,
		rating: kept - 0.5 * (whole - kept) + left * sides.left + right * sides.right,
	};
}

/** Units put into the quote beyond its own length. */
const LONGEST_INSIDE = 300;

/**
 * Moves an insertion that lies just inside the quote out of it, where the texts allow both: "a|bXa|bc" and "|abXabc" are the same edit.
 */
function settled(
	passage: Uint16Array,
	page: Uint16Array,
	runs: readonly Run[],
	quoteStart: number,
	quoteEnd: number,
): Run[] {
	const out = runs.map((run) => ({ ...run }));
	for (let k = 1; k < out.length; k++) {
		const before = out[k - 1]!;
		const run = out[k]!;
		if (run.at !== before.at + before.length || run.place === before.place + before.length) continue;
		const toStart = run.at - quoteStart;
		const toEnd = quoteEnd - run.at;
		if (toStart > 0 && toStart < before.length && equals(passage, quoteStart, page, run.place - toStart, toStart)) {
			before.length -= toStart;
			run.at -= toStart;
			run.place -= toStart;
			run.length += toStart;
		} else if (toEnd > 0 && toEnd < run.length && equals(passage, run.at, page, before.place + before.length, toEnd)) {
			before.length += toEnd;
			run.at += toEnd;
			run.place += toEnd;
			run.length -= toEnd;
		}
	}
	return out;
}

function equals(a: Uint16Array, at: number, b: Uint16Array, place: number, length: number): boolean {
	if (place < 0 || place + length > b.length) return false;
	for (let i = 0; i < length; i++) if (a[at + i] !== b[place + i]) return false;
	return true;
}

/** Where the quote would begin. */
function nearest(chain: Chain, quoteStart: number): number {
	let near = chain.runs[0]!.place;
	for (const run of chain.runs) if (run.at < quoteStart) near = run.place + Math.min(run.length, quoteStart - run.at);
	return near;
}
