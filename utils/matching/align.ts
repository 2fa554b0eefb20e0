import type { Run } from './chain.ts';

/**
 * Fills the gaps of a chain: for each passage unit in [from, to) the page unit it stands against, -1 where it has none.
 * Values rise. Equal units and changed ones both have a place; compare the units to tell.
 */
export function align(
	passage: Uint16Array,
	page: Uint16Array,
	chain: readonly Run[],
	from: number,
	to: number,
): Int32Array {
	const runs = withoutStrayEnds(chain, from, to);
	const places = new Int32Array(passage.length).fill(-1);
	for (const run of runs) for (let i = 0; i < run.length; i++) places[run.at + i] = run.place + i;
	const first = runs[0]!;
	if (first.at > from && first.at - from <= MOST_OPEN) {
		const at = Math.max(0, from - CONTEXT);
		const place = Math.max(0, first.place - 2 * (first.at - at) - CONTEXT);
		fillGap(passage, page, { at, atEnd: first.at, place, placeEnd: first.place, open: 'start' }, places);
	}
	for (let k = 1; k < runs.length; k++) {
		const before = runs[k - 1]!;
		const { at: atEnd, place: placeEnd } = runs[k]!;
		const at = before.at + before.length;
		const place = before.place + before.length;
		if (atEnd <= at || at >= to || atEnd <= from) continue;
		// Of two equal alignments: a changed first letter of the quote stands right after its context, a changed last one right before
		// it; but where much was put in, the quote is what stands together.
		const isInsertion = placeEnd - place - (atEnd - at) >= LONG_INSERTION;
		const skipsLate = isInsertion ? atEnd >= to : at <= from;
		fillGap(passage, page, { at, atEnd, place, placeEnd, skipsLate }, places);
	}
	const last = runs.at(-1)!;
	const at = last.at + last.length;
	if (at < to && to - at <= MOST_OPEN) {
		const atEnd = Math.min(passage.length, to + CONTEXT);
		const place = last.place + last.length;
		const placeEnd = Math.min(page.length, place + 2 * (atEnd - at) + CONTEXT);
		fillGap(passage, page, { at, atEnd, place, placeEnd, open: 'end' }, places);
	}
	return places.subarray(from, to);
}

/** Units of context taken along where the quote has to be continued beyond the chain: they pin its border. */
const CONTEXT = 8;
/** Quote units beyond the chain that are aligned at all: of more, a run would have been found, had they been kept. */
const MOST_OPEN = 24;
/** Page units put in that make an insertion rather than a correction. */
export const LONG_INSERTION = 12;
/** A run of context that reaches so few units into the quote, behind a long insertion, does so by chance: ". " ends any sentence. */
const STRAY_UNITS = 3;

/** The chain without the strays that context sends into the quote [from, to) from beyond an insertion. */
function withoutStrayEnds(chain: readonly Run[], from: number, to: number): Run[] {
	return chain.map((run, k) => {
		const before = chain[k - 1];
		const after = chain[k + 1];
		const into = run.at + run.length - from;
		if (into > 0 && into <= STRAY_UNITS && run.at < from && after && inserted(run, after) >= LONG_INSERTION)
			return { ...run, length: run.length - into };
		const stray = to - run.at;
		if (stray > 0 && stray <= STRAY_UNITS && stray < run.length && before && inserted(before, run) >= LONG_INSERTION)
			return { at: to, place: run.place + stray, length: run.length - stray };
		return run;
	});
}

function inserted(before: Run, run: Run): number {
	return run.place - before.place - before.length - (run.at - before.at - before.length);
}

/** Scores of the alignment, in quarters of a matching unit. An insertion's length costs next to nothing: it may be an advertisement. */
const EQUAL = 8;
const CHANGED = -6;
const OPEN = -16;
const EXTEND = -1;
const IMPOSSIBLE = -1e9;

/** Cells of the largest gap that is aligned unit by unit; a larger one is taken as replaced. */
const MOST_CELLS = 60_000;

/** Which move led to a cell, two bits for each of the three states. */
const MATCH = 0;
const SKIP_PAGE = 1;
const SKIP_PASSAGE = 2;

let moves = new Uint8Array(0);

/** Passage [at, atEnd) against page [place, placeEnd). */
interface Gap {
	readonly at: number;
	readonly atEnd: number;
	readonly place: number;
	readonly placeEnd: number;
	/** At this side the page part may begin or end anywhere. */
	readonly open?: 'start' | 'end';
	/** Of two equal alignments, the one that skips page units later. */
	readonly skipsLate?: boolean;
}

/** Alignment of a gap with affine gap costs (Gotoh 1982), written into `places`. O(rows × columns), at most `MOST_CELLS`. */
function fillGap(passage: Uint16Array, page: Uint16Array, gap: Gap, places: Int32Array): void {
	const { at: a0, atEnd: a1, place: b0, placeEnd: b1, open, skipsLate = false } = gap;
	const rows = a1 - a0;
	const columns = b1 - b0;
	if (rows <= 0 || columns <= 0) return;
	if ((rows + 1) * (columns + 1) > MOST_CELLS) return;
	const width = columns + 1;
	if (moves.length < (rows + 1) * width) moves = new Uint8Array(Math.max(4096, (rows + 1) * width));
	const m = new Int32Array(width);
	const x = new Int32Array(width); // the last move skipped page units
	const y = new Int32Array(width); // the last move skipped passage units
	m[0] = 0;
	x[0] = y[0] = IMPOSSIBLE;
	for (let j = 1; j <= columns; j++) {
		m[j] = open === 'start' ? 0 : IMPOSSIBLE;
		x[j] = open === 'start' ? IMPOSSIBLE : OPEN + EXTEND * j;
		y[j] = IMPOSSIBLE;
		moves[j] = SKIP_PAGE << 2;
	}
	if (columns >= 1) moves[1] = MATCH << 2;
	for (let i = 1; i <= rows; i++) {
		const row = i * width;
		const unit = passage[a0 + i - 1]!;
		let diagonalM = m[0]!;
		let diagonalX = x[0]!;
		let diagonalY = y[0]!;
		// Column 0: only passage units skipped so far.
		y[0] = Math.max(m[0]! + OPEN, y[0]!) + EXTEND;
		moves[row] = (i === 1 ? MATCH : SKIP_PASSAGE) << 4;
		m[0] = x[0] = IMPOSSIBLE;
		for (let j = 1; j <= columns; j++) {
			const upM = m[j]!;
			const upX = x[j]!;
			const upY = y[j]!;
			const gain = unit === page[b0 + j - 1] ? EQUAL : CHANGED;
			let from = MATCH;
			let best = diagonalM;
			if (diagonalX > best || (skipsLate && diagonalX === best)) {
				best = diagonalX;
				from = SKIP_PAGE;
			}
			if (diagonalY > best) {
				best = diagonalY;
				from = SKIP_PASSAGE;
			}
			m[j] = best + gain;
			let move = from;
			// Skip a page unit: from the left.
			const leftM = m[j - 1]! + OPEN;
			const leftX = x[j - 1]!;
			x[j] = Math.max(leftM, leftX) + EXTEND;
			if (leftX >= leftM) move |= SKIP_PAGE << 2;
			// Skip a passage unit: from above.
			const aboveM = upM + OPEN;
			y[j] = Math.max(aboveM, upY) + EXTEND;
			if (upY >= aboveM) move |= SKIP_PASSAGE << 4;
			moves[row + j] = move;
			diagonalM = upM;
			diagonalX = upX;
			diagonalY = upY;
		}
	}
	let j = columns;
	if (open === 'end') {
		let best = IMPOSSIBLE;
		for (let k = 0; k <= columns; k++) {
			const score = Math.max(m[k]!, y[k]!);
			if (score > best) {
				best = score;
				j = k;
			}
		}
	}
	let state = MATCH;
	if (x[j]! > m[j]! || (skipsLate && x[j]! === m[j]!)) state = SKIP_PAGE;
	if (y[j]! > Math.max(m[j]!, x[j]!)) state = SKIP_PASSAGE;
	let i = rows;
	while (i > 0) {
		if (j === 0) break;
		const move = moves[i * width + j]!;
		if (state === MATCH) {
			places[a0 + i - 1] = b0 + j - 1;
			state = move & 3;
			i--;
			j--;
		} else if (state === SKIP_PAGE) {
			state = (move >> 2) & 3;
			j--;
		} else {
			state = (move >> 4) & 3;
			i--;
		}
	}
}
