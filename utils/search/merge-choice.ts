import { countDead, type Segment } from './segment.ts';

/** Segments of one size that make one of the next. Fewer would be merged more often, more would have to be searched. */
const FACTOR = 4;

/**
 * The segments to be merged next, if any: as many of one size as make one of the next size, or a single one of which more
 * than half is no longer. So there are never more than a few of each size, and a search goes through O(log n) of them.
 */
export function chooseMerge(segments: readonly Segment[]): readonly Segment[] | undefined {
	const wasted = segments.find(({ table, dead }) => countDead(dead) * 2 > table.count);
	if (wasted) return [wasted];
	const bySize = new Map<string, Segment[]>();
	for (const segment of segments) {
		const size = `${segment.table.kind} ${Math.floor(Math.log(segment.table.count) / Math.log(FACTOR))}`;
		bySize.set(size, [...(bySize.get(size) ?? []), segment]);
	}
	return [...bySize.values()].find((same) => same.length >= FACTOR);
}
