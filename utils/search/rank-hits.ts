import type { SearchOrder } from '../domain/search.ts';
import type { Hits } from './find-hits.ts';
import type { LibraryIndex } from './library-index.ts';
import { DATES } from './search-document.ts';

/** Scores that differ by less than a part of so many are the same. */
const STEPS = 2 ** 20;
const STEP = 1 / 256;

/** The hits in order, by their number in the whole index. An order that its kind does not have is that by its first date. */
export function rankHits(index: LibraryIndex, { total, isHit, scores }: Hits, order: SearchOrder): Uint32Array {
	const dates: readonly string[] = DATES[index.kind];
	const newest = index.newestFirst(Math.max(0, dates.indexOf(order)));
	const ranked = new Uint32Array(total);
	if (order !== 'sense') {
		let at = 0;
		for (const document of newest) if (isHit[document] === 1) ranked[at++] = document;
		return ranked;
	}
	// One number each, the best first; among equals the newest. Numbers are sorted many times faster than by comparing.
	const keys = new Float64Array(total);
	let at = 0;
	for (const [rank, document] of newest.entries()) {
		if (isHit[document] === 0) continue;
		const lack = STEPS - Math.min(STEPS, Math.round(scores[document]! / STEP));
		keys[at++] = lack * index.count + rank;
	}
	keys.sort();
	for (let place = 0; place < total; place++) ranked[place] = newest[keys[place]! % index.count]!;
	return ranked;
}
