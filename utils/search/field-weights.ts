import { SEARCH_FIELDS, type SearchField } from '../domain/search.ts';

/** What a word is worth by where it stands. */
const WEIGHTS: Readonly<Record<SearchField, number>> = {
	title: 8,
	tag: 6,
	quote: 4,
	note: 2,
	description: 2,
	fact: 1.5,
	text: 1,
};

/** By set of fields (a bit each): the sum of their weights. */
const BY_FIELDS = Float32Array.from({ length: 1 << SEARCH_FIELDS.length }, (_, fields) =>
	SEARCH_FIELDS.reduce((sum, field, bit) => sum + ((fields >> bit) & 1) * WEIGHTS[field], 0),
);

/** A word that stands often says more than one that stands once, though less each time. */
const OFTEN = 0.25;

export function fieldWeight(fields: number, count: number): number {
	return BY_FIELDS[fields]! + (count > 1 ? OFTEN * Math.log2(count) : 0);
}
