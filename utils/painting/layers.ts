/** A painted passage, from `start` to `end` in UTF-16 code units of the article text. */
export interface Stretch {
	readonly id: string;
	readonly start: number;
	readonly end: number;
}

/** How many passages that cross can be told apart by their lines; of more, the shortest share the uppermost layer. */
export const MOST_LAYERS = 3;

/** 0 for a passage that crosses no other. */
export type Layer = 0 | 1 | 2 | 3;

/**
 * On which layer each passage that crosses another is drawn, from 1 at the bottom: the longer lies under the shorter, so
 * that no passage is hidden by one that it stands inside of. Passages that cross no other are not in the answer.
 */
export function layersOf(stretches: Iterable<Stretch>): Map<string, Layer> {
	const crossing = new Set<Stretch>();
	/** Of the passages so far, the one that reaches furthest: one that crosses any of them crosses it. */
	let furthest: Stretch | undefined;
	for (const one of [...stretches].sort((a, b) => a.start - b.start)) {
		if (furthest && furthest.end > one.start) crossing.add(furthest).add(one);
		if (!furthest || one.end > furthest.end) furthest = one;
	}
	const length = ({ start, end }: Stretch): number => end - start;
	const [first, second] = [createCover(), createCover()];
	const layers = new Map<string, Layer>();
	for (const one of [...crossing].sort((a, b) => length(b) - length(a))) {
		const layer = second.meets(one) ? MOST_LAYERS : first.meets(one) ? 2 : 1;
		layers.set(one.id, layer);
		first.add(one);
		if (layer > 1) second.add(one);
	}
	return layers;
}

/** What passages of a layer, and those above it, cover: stretches apart from each other, in order. */
function createCover() {
	const covered: { start: number; end: number }[] = [];
	/** Index of the first that ends behind `at`. */
	function from(at: number): number {
		let low = 0;
		let high = covered.length;
		while (low < high) {
			const middle = (low + high) >> 1;
			if (covered[middle]!.end <= at) low = middle + 1;
			else high = middle;
		}
		return low;
	}
	return {
		meets: ({ start, end }: Stretch): boolean => (covered[from(start)]?.start ?? Infinity) < end,
		add({ start, end }: Stretch): void {
			const index = from(start);
			let stop = index;
			for (; (covered[stop]?.start ?? Infinity) < end; stop++) {
				start = Math.min(start, covered[stop]!.start);
				end = Math.max(end, covered[stop]!.end);
			}
			covered.splice(index, stop - index, { start, end });
		},
	};
}
