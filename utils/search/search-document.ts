import type { SearchField, SearchKind } from '../domain/search.ts';
import { SEARCH_FIELDS } from '../domain/search.ts';
import type { FilterName } from './filter-term.ts';

/** An article or an annotation as the index reads it. */
export interface SearchDocument {
	/** A UUID (lower case). */
	readonly id: string;
	/** Seconds since 1970, in the order of `DATES`; 0 where there is none. */
	readonly dates: readonly number[];
	/** The same field may stand several times. */
	readonly fields: readonly (readonly [SearchField, string])[];
	readonly filters: readonly (readonly [FilterName, string])[];
}

/** The dates of a document of each kind. The first says when it is, for `before:`, `after:` and the timeline. */
export const DATES = {
	article: ['published', 'annotated', 'captured', 'added'],
	annotation: ['created', 'modified'],
} as const satisfies Record<SearchKind, readonly string[]>;

export const fieldBit = (field: SearchField): number => 1 << SEARCH_FIELDS.indexOf(field);

/** The field that holds nearly all words of a document: where a term stands once and in this field, nothing is noted of it. */
export const MAIN_FIELD: Readonly<Record<SearchKind, number>> = {
	article: fieldBit('text'),
	annotation: fieldBit('quote'),
};
