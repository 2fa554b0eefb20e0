/** Where rows of a long list stand, in CSS pixels from its top. */
export interface RowOffsets {
	readonly count: number;
	/** The top of the row at this index; of `count`, the end of the list. */
	readonly at: (index: number) => number;
}

/**
 * A browser draws nothing further down than some 17,000,000 px (Firefox; Chrome twice as much, a zoomed page half of that).
 * Beyond this, rows that were never shown are taken to be lower than they are.
 */
const MOST_PX = 6_000_000;

/**
 * @param known heights by index, each with the gap below it; a row that was never shown is taken to be like the others
 * @param likelyPx of a row, as long as none was shown
 */
export function rowOffsets(count: number, known: ReadonlyMap<number, number>, likelyPx: number): RowOffsets {
	const indexes = Uint32Array.from(known.keys()).sort();
	const sums = new Float64Array(indexes.length + 1);
	indexes.forEach((index, nth) => {
		sums[nth + 1] = sums[nth]! + known.get(index)!;
	});
	const sum = sums[indexes.length]!;
	const usual = indexes.length === 0 ? likelyPx : sum / indexes.length;
	const unknown = count - indexes.length;
	const other = Math.min(usual, Math.max(1, (MOST_PX - sum) / Math.max(1, unknown)));
	return {
		count,
		at(index) {
			const nth = firstThat(indexes.length, (nth) => indexes[nth]! >= index);
			return sums[nth]! + (index - nth) * other;
		},
	};
}

/** The rows that reach into a stretch of the list: from `first`, `end` not included. */
export function rowsWithin({ count, at }: RowOffsets, from: number, to: number): { first: number; end: number } {
	const first = firstThat(count, (index) => at(index + 1) > from);
	const end = firstThat(count, (index) => at(index) >= to);
	return { first, end: Math.max(first, end) };
}

/** The first index for which something holds that, once it holds, holds for all above; `count` where it never does. */
function firstThat(count: number, holds: (index: number) => boolean): number {
	let [low, high] = [0, count];
	while (low < high) {
		const middle = (low + high) >> 1;
		if (holds(middle)) high = middle;
		else low = middle + 1;
	}
	return low;
}
