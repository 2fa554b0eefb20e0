/** Where rows of a long list stand, in CSS pixels from its top: row `i` from `offsets[i]` to `offsets[i + 1]`. */
export type RowOffsets = Float64Array;

/** @param heightOf of a row with the gap below it; undefined for one that was never shown, which is taken to be like the others */
export function rowOffsets(ids: readonly string[], heightOf: (id: string) => number | undefined): RowOffsets {
	const known = ids.map(heightOf);
	let [sum, count] = [0, 0];
	for (const height of known) if (height !== undefined) [sum, count] = [sum + height, count + 1];
	const usual = count === 0 ? LIKELY_HEIGHT_PX : sum / count;
	const offsets = new Float64Array(ids.length + 1);
	known.forEach((height, index) => {
		offsets[index + 1] = offsets[index]! + (height ?? usual);
	});
	return offsets;
}

/** Of an annotation of three lines, with what stands below them. */
const LIKELY_HEIGHT_PX = 150;

/** The rows that reach into a stretch of the list: from `first`, `end` not included. */
export function rowsWithin(offsets: RowOffsets, from: number, to: number): { first: number; end: number } {
	const count = offsets.length - 1;
	const first = firstRow(offsets, (end) => end > from);
	const end = firstRow(offsets, (_, start) => start >= to);
	return { first: Math.min(first, count), end: Math.max(first, end) };
}

/** The first row for which something holds that, once it holds, holds for all below. */
function firstRow(offsets: RowOffsets, holds: (end: number, start: number) => boolean): number {
	let [low, high] = [0, offsets.length - 1];
	while (low < high) {
		const middle = (low + high) >> 1;
		if (holds(offsets[middle + 1]!, offsets[middle]!)) high = middle;
		else low = middle + 1;
	}
	return low;
}
