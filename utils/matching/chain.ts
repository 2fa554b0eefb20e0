import type { GramIndex } from './gram-index.ts';
import { bitsOf } from './information.ts';

/** `length` equal units: passage[at…] is page[place…]. */
export interface Run {
	readonly at: number;
	readonly place: number;
	readonly length: number;
}

/** Runs in the order of both texts: where a passage stands, with what was put in, left out or changed between them. */
export interface Chain {
	readonly runs: readonly Run[];
	/** Bits of the runs less the price of the gaps. */
	readonly score: number;
}

/** Grams looked up for a passage, the rarest first, until they have so many places in the page. Bounds the work for one passage. */
const MOST_PLACES = 200;
/** Positions of a long passage at which grams are taken. */
const MOST_GRAMS = 250;
/** Earlier runs tried, at most, as the one before. */
const LOOK_BACK = 80;

/** The price of a gap between two runs, in bits. A long insertion (an advertisement, a side box) costs little more than a short one. */
const GAP_OPEN_BITS = 4;
const GAP_GROWTH_BITS = 2;
/** Page units between two runs of one chain, beyond what the passage has there. More is another place. */
const LONGEST_INSERTION = 300;
/** The same in the wide surroundings of a passage, where several sentences may have come in. */
const LONGEST_INSERTION_AROUND = 800;
/** A unit changed on both sides. */
const CHANGED_UNIT_BITS = 0.4;

/** The best chains of `runs`, best first, not sharing runs, at most `most`. */
export function bestChains(
	passage: Uint16Array,
	runs: Run[],
	most: number,
	longestInsertion = LONGEST_INSERTION,
): Chain[] {
	const { score, previous } = link(passage, runs, longestInsertion);
	const order = Array.from(score, (_, j) => j).sort((a, b) => score[b]! - score[a]!);
	const used = new Uint8Array(runs.length);
	const chains: Chain[] = [];
	for (const end of order) {
		if (chains.length >= most) break;
		if (used[end]) continue;
		const picked: Run[] = [];
		let j = end;
		while (j !== -1 && !used[j]) {
			used[j] = 1;
			picked.push(runs[j]!);
			j = previous[j]!;
		}
		// Only the tail of a chain already taken: its score counts the shared head twice.
		const shared = j === -1 ? 0 : score[j]!;
		chains.push({ runs: trimmed(picked.reverse()), score: score[end]! - shared });
	}
	return chains;
}

/** How a passage with much around it runs through the page. Scores are in bits. */
export interface Ways {
	/** Of the best chain. */
	readonly best: number;
	/** Of the best chain whose part [at, at + length) stands at page [place, end); the part itself does not count. */
	through(at: number, length: number, place: number, end: number): number;
}

/** Every chain of `runs`, with room for whole sentences between two of them. */
export function findWays(passage: Uint16Array, runs: Run[]): Ways {
	const { score: upTo } = link(passage, runs, LONGEST_INSERTION_AROUND);
	const mirrored = passage.slice().reverse();
	const turned = runs.map(({ at, place, length }) => ({
		at: passage.length - at - length,
		place: -place - length,
		length,
	}));
	const { score: from } = link(mirrored, turned, LONGEST_INSERTION_AROUND);
	return {
		best: Math.max(0, ...upTo),
		through: (at, length, place, end) =>
			ending(passage, runs, upTo, at, place) + ending(mirrored, turned, from, passage.length - at - length, -end),
	};
}

/** Best score of a chain that leads to the point (at, place): of each run what lies before it. */
function ending(passage: Uint16Array, runs: readonly Run[], score: Float64Array, at: number, place: number): number {
	const point = { at, place, length: 0 };
	let best = 0;
	runs.forEach((run, j) => {
		if (score[j]! <= best) return;
		const length = Math.min(run.length, at - run.at, place - run.place);
		const before = length === run.length ? run : { at: run.at, place: run.place, length };
		if (length <= 0 || insertion(before, point) > LONGEST_INSERTION_AROUND) return;
		const beyond = bitsOf(passage, run.at + length, run.at + run.length);
		best = Math.max(best, score[j]! - beyond - gapBits(before, point, 0));
	});
	return best;
}

/** Page units between two runs beyond what the passage has between them. */
function insertion(before: Run, run: Run): number {
	return run.place - before.place - before.length - (run.at - before.at - before.length);
}

/** For each run (sorted here by place) the score of the best chain that ends with it, and the run before. */
function link(
	passage: Uint16Array,
	runs: Run[],
	longestInsertion: number,
): { score: Float64Array; previous: Int32Array } {
	runs.sort((a, b) => a.place - b.place || a.at - b.at);
	const n = runs.length;
	const score = new Float64Array(n);
	const previous = new Int32Array(n).fill(-1);
	/** Page units behind which a run would leave too long an insertion. */
	const furthest = longestInsertion + passage.length;
	/** The best score up to each run: where it cannot improve on what was found, no earlier run can. */
	const bestUpTo = new Float64Array(n);
	for (let j = 0; j < n; j++) {
		const run = runs[j]!;
		const own = bitsOf(passage, run.at, run.at + run.length);
		score[j] = own;
		for (let i = j - 1; i >= Math.max(0, j - LOOK_BACK); i--) {
			const before = runs[i]!;
			if (bestUpTo[i]! + own <= score[j]! || run.place - before.place > furthest) break;
			if (score[i]! + own <= score[j]!) continue;
			if (before.at >= run.at || before.at + before.length >= run.at + run.length) continue;
			const overlap = Math.max(0, before.at + before.length - run.at, before.place + before.length - run.place);
			if (overlap >= run.length || overlap >= before.length) continue;
			if (insertion(before, run) > longestInsertion) continue;
			const kept = overlap === 0 ? own : (own * (run.length - overlap)) / run.length;
			const gained = score[i]! + kept - gapBits(before, run, overlap);
			if (gained > score[j]!) {
				score[j] = gained;
				previous[j] = i;
			}
		}
		bestUpTo[j] = Math.max(score[j]!, j > 0 ? bestUpTo[j - 1]! : 0);
	}
	return { score, previous };
}

function gapBits(before: Run, run: Run, overlap: number): number {
	const left = run.at + overlap - before.at - before.length;
	const right = run.place + overlap - before.place - before.length;
	const longer = Math.abs(left - right);
	const gap = longer === 0 ? 0 : GAP_OPEN_BITS + GAP_GROWTH_BITS * Math.log2(longer);
	return gap + CHANGED_UNIT_BITS * Math.min(left, right);
}

/** Runs of a chain cut so that none begins before its predecessor ends. */
function trimmed(runs: readonly Run[]): Run[] {
	const out: Run[] = [];
	for (const run of runs) {
		const before = out.at(-1);
		const overlap = before
			? Math.max(0, before.at + before.length - run.at, before.place + before.length - run.place)
			: 0;
		out.push(overlap === 0 ? run : { at: run.at + overlap, place: run.place + overlap, length: run.length - overlap });
	}
	return out;
}

/** Maximal runs of equal units around the places of the passage's rarest grams. */
export function findRuns(passage: Uint16Array, page: Uint16Array, index: GramIndex): Run[] {
	const runs: Run[] = [];
	/** For each diagonal (place − at) the passage unit up to which its runs are known. */
	const known = new Map<number, number>();
	for (const at of tellingGrams(passage, index))
		index.forEach(passage, at, (place) => {
			const diagonal = place - at;
			if (at < (known.get(diagonal) ?? 0)) return;
			const run = grow(passage, page, at, place, index.size);
			runs.push(run);
			known.set(diagonal, run.at + run.length);
		});
	return runs;
}

/** Where the passage's rarest grams start, ascending. */
function tellingGrams(passage: Uint16Array, index: GramIndex): number[] {
	const last = passage.length - index.size;
	const step = Math.ceil((last + 1) / MOST_GRAMS);
	const grams: { at: number; count: number }[] = [];
	let places = 0;
	for (let at = 0; at <= last; at += step) {
		const count = index.countAt(passage, at);
		if (count > 0) grams.push({ at, count });
		places += count;
	}
	if (places > MOST_PLACES) grams.sort((a, b) => a.count - b.count);
	while (places > MOST_PLACES) places -= grams.pop()!.count;
	return grams.map(({ at }) => at).sort((a, b) => a - b);
}

function grow(passage: Uint16Array, page: Uint16Array, at: number, place: number, size: number): Run {
	let from = 0;
	while (at - from > 0 && place - from > 0 && passage[at - from - 1] === page[place - from - 1]) from++;
	let to = size;
	while (at + to < passage.length && place + to < page.length && passage[at + to] === page[place + to]) to++;
	return { at: at - from, place: place - from, length: from + to };
}
