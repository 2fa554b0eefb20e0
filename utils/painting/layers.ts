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
	const crossings = new Map<Stretch, Stretch[]>();
	const note = (one: Stretch, other: Stretch): void => {
		const known = crossings.get(one);
		if (known) known.push(other);
		else crossings.set(one, [other]);
	};
	let open: Stretch[] = [];
	for (const stretch of [...stretches].sort((a, b) => a.start - b.start)) {
		open = open.filter(({ end }) => end > stretch.start);
		for (const other of open) {
			note(stretch, other);
			note(other, stretch);
		}
		open.push(stretch);
	}
	const length = ({ start, end }: Stretch): number => end - start;
	const layers = new Map<string, Layer>();
	for (const stretch of [...crossings.keys()].sort((a, b) => length(b) - length(a))) {
		const below = (crossings.get(stretch) ?? []).map(({ id }) => layers.get(id) ?? 0);
		layers.set(stretch.id, Math.min(MOST_LAYERS, Math.max(0, ...below) + 1) as Layer);
	}
	return layers;
}
