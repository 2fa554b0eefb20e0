import type { ParagraphChange } from '../domain/paragraph-change.ts';
import { differences } from './differences.ts';
import { foldedString } from './fold.ts';

/**
 * What became of each paragraph (line) from one article text to another, in the order of the new text, what was removed
 * before what was added in its place. Paragraphs that differ in typography or script only are the same, shown as `after`
 * has them; a text without a paragraph that is edited, added or removed has the same words throughout.
 *
 * Paragraphs that stand once in both texts are matched first, as many of them as keep their order (the idea of patience
 * diff, https://bramcohen.livejournal.com/73318.html), then those between two such by their likeness. Time grows with
 * the length of the texts; what stands between two matches is looked at in a window.
 */
export function compareVersions(before: string, after: string): ParagraphChange[] {
	const keys = new Map<string, number>();
	const [old, now] = [paragraphs(before, keys), paragraphs(after, keys)];
	const changes: ParagraphChange[] = [];
	let [oldDone, nowDone] = [0, 0];
	const passTo = (oldStop: number, nowStop: number): void => {
		for (; oldDone < oldStop; oldDone++) changes.push({ kind: 'removed', text: old[oldDone]!.text });
		for (; nowDone < nowStop; nowDone++) changes.push({ kind: 'added', text: now[nowDone]!.text });
	};
	for (const [i, j] of pairs(old, now)) {
		passTo(i, j);
		const [from, to] = [old[oldDone++]!, now[nowDone++]!];
		if (from.key === to.key) changes.push({ kind: 'same', text: to.text });
		else changes.push({ kind: 'edited', differences: differences(from.text, to.text) });
	}
	passTo(old.length, now.length);
	return changes;
}

interface Paragraph {
	readonly text: string;
	readonly folded: string;
	/** The same number for the same words. */
	readonly key: number;
}

function paragraphs(text: string, keys: Map<string, number>): Paragraph[] {
	return text
		.split('\n')
		.filter((line) => line !== '')
		.map((line) => {
			// A line of nothing but signs that folding drops is told by itself.
			const folded = foldedString(line) || line;
			const key = keys.get(folded) ?? keys.size;
			keys.set(folded, key);
			return { text: line, folded, key };
		});
}

/** Index of an old paragraph and of the new one it became. */
type Pair = readonly [old: number, now: number];

interface Gap {
	readonly oldStart: number;
	readonly oldEnd: number;
	readonly nowStart: number;
	readonly nowEnd: number;
}

/** Paragraphs that belong together, both indices rising. */
function pairs(old: readonly Paragraph[], now: readonly Paragraph[]): Pair[] {
	const edges = edgePairs(old, now);
	const found = [edges];
	// Once over the whole, once more over what is left between: a paragraph may stand once there. Then by likeness.
	const whole = { oldStart: 0, oldEnd: old.length, nowStart: 0, nowEnd: now.length };
	for (const middle of gapsWithin(whole, edges)) {
		const outer = onlyPairs(old, now, middle);
		found.push(outer);
		for (const gap of gapsWithin(middle, outer)) {
			const inner = onlyPairs(old, now, gap);
			found.push(inner);
			for (const rest of gapsWithin(gap, inner)) found.push(likePairs(old, now, rest));
		}
	}
	return found.flat().sort((a, b) => a[0] - b[0]);
}

/** The paragraphs that both texts begin and end with. */
function edgePairs(old: readonly Paragraph[], now: readonly Paragraph[]): Pair[] {
	const shorter = Math.min(old.length, now.length);
	const found: Pair[] = [];
	let start = 0;
	while (start < shorter && old[start]!.key === now[start]!.key) found.push([start, start++]);
	let end = 0;
	while (end < shorter - start && old.at(-1 - end)!.key === now.at(-1 - end)!.key) end++;
	for (; end > 0; end--) found.push([old.length - end, now.length - end]);
	return found;
}

/** What is left of a gap between pairs that were found in it; none where a text has nothing there. */
function gapsWithin(gap: Gap, matched: readonly Pair[]): Gap[] {
	const gaps: Gap[] = [];
	let { oldStart, nowStart } = gap;
	for (const [oldEnd, nowEnd] of [...matched, [gap.oldEnd, gap.nowEnd] as const]) {
		if (oldEnd > oldStart && nowEnd > nowStart) gaps.push({ oldStart, oldEnd, nowStart, nowEnd });
		[oldStart, nowStart] = [oldEnd + 1, nowEnd + 1];
	}
	return gaps;
}

/** Paragraphs that stand exactly once on either side of a gap: the longest series of them that keeps its order. */
function onlyPairs(old: readonly Paragraph[], now: readonly Paragraph[], gap: Gap): Pair[] {
	const inNow = placesOf(now, gap.nowStart, gap.nowEnd);
	const candidates: Pair[] = [];
	for (const [key, i] of placesOf(old, gap.oldStart, gap.oldEnd)) {
		const j = inNow.get(key);
		if (i >= 0 && j !== undefined && j >= 0) candidates.push([i, j]);
	}
	return longestRising(candidates.sort((a, b) => a[0] - b[0]));
}

/** Where each paragraph stands; −1 for one that stands more than once. */
function placesOf(all: readonly Paragraph[], start: number, end: number): Map<number, number> {
	const places = new Map<number, number>();
	for (let i = start; i < end; i++) places.set(all[i]!.key, places.has(all[i]!.key) ? -1 : i);
	return places;
}

/** The longest series whose new indices rise (patience sorting). */
function longestRising(candidates: readonly Pair[]): Pair[] {
	/** For each length, the candidate that ends a series of it with the lowest new index. */
	const ends: number[] = [];
	const previous: number[] = [];
	for (const [index, [, j]] of candidates.entries()) {
		let [low, high] = [0, ends.length];
		while (low < high) {
			const middle = (low + high) >> 1;
			if (candidates[ends[middle]!]![1] < j) low = middle + 1;
			else high = middle;
		}
		previous[index] = low === 0 ? -1 : ends[low - 1]!;
		ends[low] = index;
	}
	const series: Pair[] = [];
	for (let at = ends.at(-1) ?? -1; at >= 0; at = previous[at]!) series.push(candidates[at]!);
	return series.reverse();
}

/** How many new paragraphs an old one is compared with, where none stands unchanged. */
const WINDOW = 12;
/** Least share of common letter groups in two paragraphs of which one became the other. Unrelated ones share below 0.2. */
const LIKE = 0.35;

/** Paragraphs of a gap of which one became the other: each old one with the likest of the next few new ones. */
function likePairs(old: readonly Paragraph[], now: readonly Paragraph[], gap: Gap): Pair[] {
	const grams = new Map<number, ReadonlyMap<string, number>>();
	const gramsAt = (j: number): ReadonlyMap<string, number> => {
		const known = grams.get(j) ?? gramsOf(now[j]!.folded);
		grams.set(j, known);
		return known;
	};
	const found: Pair[] = [];
	let next = gap.nowStart;
	for (let i = gap.oldStart; i < gap.oldEnd && next < gap.nowEnd; i++) {
		const own = gramsOf(old[i]!.folded);
		let best = -1;
		let most = 0;
		for (let j = next; j < Math.min(gap.nowEnd, next + WINDOW); j++) {
			const like = old[i]!.key === now[j]!.key ? 1 : likeness(own, gramsAt(j));
			if (like >= LIKE && like > most) [best, most] = [j, like];
		}
		if (best < 0) continue;
		found.push([i, best]);
		next = best + 1;
	}
	return found;
}

/** Letters in a group: enough to be rare, and in Chinese a word or two. */
const GROUP = 4;

/** How often each group of letters stands in a paragraph; what is shorter than one is a group by itself. */
function gramsOf(folded: string): ReadonlyMap<string, number> {
	const grams = new Map<string, number>();
	for (let at = 0; at <= Math.max(0, folded.length - GROUP); at++) {
		const gram = folded.slice(at, at + GROUP);
		grams.set(gram, (grams.get(gram) ?? 0) + 1);
	}
	return grams;
}

/** Share of common groups, 0 to 1 (Dice's coefficient). */
function likeness(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
	if (a.size > b.size) return likeness(b, a);
	let common = 0;
	for (const [gram, count] of a) common += Math.min(count, b.get(gram) ?? 0);
	return (2 * common) / (total(a) + total(b));
}

function total(grams: ReadonlyMap<string, number>): number {
	let sum = 0;
	for (const count of grams.values()) sum += count;
	return sum;
}
