import type { FacetCount, Facets } from '../domain/search.ts';
import { filterPrefix, writtenValue } from './filter-term.ts';
import { findEntries } from './find-entries.ts';
import type { Hits } from './find-hits.ts';
import type { LibraryIndex } from './library-index.ts';
import { createPostings, decodePostings } from './postings.ts';
import { MAIN_FIELD } from './search-document.ts';

const NAMES = ['edition', 'section', 'color', 'tag'] as const;

/** How many of the hits have each edition, section, colour and tag. */
export async function countFacets(index: LibraryIndex, { isHit }: Hits): Promise<Facets> {
	const ranges = NAMES.map((name) => ({ text: filterPrefix(name), isPrefix: true }));
	const found = await findEntries(index.segments, ranges, index.readBlocks);
	const scratch = createPostings();
	const counted = NAMES.map((_, which) => {
		const counts = new Map<string, number>();
		for (const [number, base] of index.bases.entries()) {
			for (const { term, block, postingsStart, positionsStart } of found[number]![which]!) {
				decodePostings(block, postingsStart, positionsStart, MAIN_FIELD[index.kind], scratch);
				let count = 0;
				for (let at = 0; at < scratch.length; at++) count += isHit[base + scratch.documents[at]!]!;
				if (count > 0) counts.set(writtenValue(term), (counts.get(writtenValue(term)) ?? 0) + count);
			}
		}
		return [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
	});
	return Object.fromEntries(NAMES.map((name, which) => [name, counted[which]])) as unknown as Record<
		(typeof NAMES)[number],
		FacetCount[]
	>;
}
