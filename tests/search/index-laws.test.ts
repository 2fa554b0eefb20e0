import fc from 'fast-check';
import { expect, test } from 'vitest';
import { searchFold } from '../../entrypoints/library-index/search-fold.ts';
import { COLORS } from '../../utils/domain/color.ts';
import type { SearchField } from '../../utils/domain/search.ts';
import { countDays } from '../../utils/search/count-days.ts';
import { countFacets } from '../../utils/search/count-facets.ts';
import type { FilterName } from '../../utils/search/filter-term.ts';
import { findHits } from '../../utils/search/find-hits.ts';
import { idsOf } from '../../utils/search/library-index.ts';
import { ID_BYTES, readId } from '../../utils/search/packed-ids.ts';
import { parseQuery } from '../../utils/search/parse-query.ts';
import { rankHits } from '../../utils/search/rank-hits.ts';
import type { SearchDocument } from '../../utils/search/search-document.ts';
import { uuid } from '../storage/build.ts';
import { memoryIndex } from './memory-index.ts';
import { dateOf, naiveSearch } from './naive-search.ts';

/** Few and short, so that what is looked for is often there, and often nearly. */
const PIECES = [
	...['法国', '法國', '总统', '總統', '国总', '马', '克', '龙', '说', '，', '。', '“', '”', '𠮷', 'か', 'ភាសា', 'ข่าว'],
	...['ایران', 'ايران', 'کتاب', 'كتاب', 'می‌خواهم', 'های', '۱۴۰۵'],
	...['ёлка', 'елка', 'Россия', 'и', 'мир'],
	...["l'Élysée", 'elysee', 'ÉLY', 'Œuvre', 'de', 'la', 'République', 'rep', '2026', 'porte-parole'],
	...[' ', ' ', ' ', ' ', '\n', '!', '-', '\ud800', '\u200b'],
];
const text = fc.array(fc.constantFrom(...PIECES), { maxLength: 14 }).map((pieces) => pieces.join(''));
const field = fc.tuple(fc.constantFrom<SearchField>('title', 'note', 'text', 'fact'), text);
const filter = fc.oneof(
	fc.constantFrom(...COLORS).map((color): [FilterName, string] => ['color', color]),
	fc.constantFrom('Press Freedom', 'press freedom', '自由', 'élysée').map((tag): [FilterName, string] => ['tag', tag]),
	fc.constant<[FilterName, string]>(['has', 'note']),
);
const date = fc.oneof(fc.constant(0), fc.integer({ min: 1_700_000_000, max: 1_800_000_000 }));
const document = fc.record({
	id: fc.integer({ min: 0, max: 30 }).map(uuid),
	dates: fc.tuple(
		date,
		date,
		date,
		date.filter((own) => own > 0),
	),
	fields: fc.array(field, { maxLength: 4 }),
	filters: fc.array(filter, { maxLength: 3 }),
});
const operator = fc.constantFrom(
	...['color:yellow', '-color:2', 'tag:"press freedom"', 'has:note', '-has:note', 'after:2025', 'before:2026-05'],
	...['tag:自由', 'unknown:法国', 'is:nothing', '"'],
);
const query = fc
	.array(
		fc.oneof(
			{ arbitrary: text, weight: 3 },
			text.map((words) => `"${words}"`),
			text.map((words) => `-${words}`),
			operator,
		),
		{
			minLength: 1,
			maxLength: 4,
		},
	)
	.map((parts) => parts.join(' '));

type Step = { readonly put: readonly SearchDocument[] } | { readonly remove: readonly number[] } | 'merge';
const step: fc.Arbitrary<Step> = fc.oneof(
	{ arbitrary: fc.array(document, { minLength: 1, maxLength: 6 }).map((put) => ({ put })), weight: 4 },
	fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 5 }).map((remove) => ({ remove })),
	fc.constant<Step>('merge'),
);

test('the index finds what reading everything finds, whatever was put in, replaced, removed and merged', async () => {
	let found = 0;
	await fc.assert(
		fc.asyncProperty(
			fc.array(step, { minLength: 1, maxLength: 8 }),
			fc.array(query, { maxLength: 8 }),
			async (steps, queries) => {
				const index = memoryIndex('article', searchFold);
				const documents = new Map<string, SearchDocument>();
				for (const step of steps) {
					if (step === 'merge') await index.merge();
					else if ('remove' in step) {
						index.remove(step.remove.map(uuid));
						for (const n of step.remove) documents.delete(uuid(n));
					} else {
						const fresh = new Map(step.put.map((document) => [document.id, document]));
						index.put([...fresh.values()]);
						for (const document of fresh.values()) documents.set(document.id, document);
					}
				}
				const open = index.open();
				for (const written of queries) {
					const read = parseQuery(written, searchFold);
					const hits = await findHits(open, read);
					const expected = naiveSearch([...documents.values()], read, searchFold);
					for (const order of ['sense', 'published', 'annotated'] as const) {
						const ids = listed(idsOf(open, rankHits(open, hits, order)));
						expect([...ids].sort(), written).toEqual(expected.map(({ id }) => id).sort());
						if (order === 'sense') continue;
						const dates = ids.map((id) => dateOf('article', order, documents.get(id)!));
						expect(dates).toEqual([...dates].sort((a, b) => b - a));
					}
					const yellow = (await countFacets(open, hits)).color.find(([color]) => color === 'yellow')?.[1] ?? 0;
					expect(yellow).toBe(expected.filter(({ filters }) => filters.some(([, value]) => value === 'yellow')).length);
					const days = countDays(open, hits, 'day').reduce((sum, [, count]) => sum + count, 0);
					expect(days).toBe(expected.filter(({ dates }) => dates[0]! > 0).length);
					found += expected.length;
				}
			},
		),
		{ numRuns: 400 },
	);
	// Else the law would hold of an index that finds nothing. It is some 1,250.
	expect(found).toBeGreaterThan(300);
});

function listed(ids: Uint8Array): string[] {
	return Array.from({ length: ids.length / ID_BYTES }, (_, index) => readId(ids, index));
}
