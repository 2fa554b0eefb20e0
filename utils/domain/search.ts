import type { Color } from './color.ts';

/** What is looked for in the library: whole articles, or the passages annotated in them. */
export type SearchKind = 'article' | 'annotation';

/** `sense`: what fits the words best first. All others: the newest first. */
export type SearchOrder = 'sense' | 'published' | 'annotated' | 'captured' | 'created' | 'modified';

/** The same as the operators of these names in the query. `from` and `to` are days, months or years, both included. */
export interface SearchFilters {
	readonly edition?: string;
	readonly section?: string;
	readonly tag?: string;
	readonly color?: Color;
	readonly from?: string;
	readonly to?: string;
}

export interface SearchRequest {
	/** As typed: words, `"phrases"`, operators; see the README. */
	readonly query: string;
	readonly kind: SearchKind;
	readonly order: SearchOrder;
	readonly within?: SearchFilters;
}

/**
 * What of a query could not be understood as it stands; the rest of it is searched for all the same.
 * - `unbalanced-quote`: taken as if it ended with the query
 * - `unknown-operator`: looked for as words
 * - `bad-value`: an operator whose value is none of those it knows; left out
 * - `too-long`: only the beginning is searched for
 */
export interface QueryProblem {
	/** `no-words`: nothing but signs stands in it. */
	readonly kind: 'unbalanced-quote' | 'unknown-operator' | 'bad-value' | 'no-words' | 'too-long';
	/** Where in the query, in UTF-16 code units. */
	readonly at: number;
	readonly text: string;
}

/** Where words of an article or annotation stand. `fact`: column, byline, section. */
export const SEARCH_FIELDS = ['title', 'quote', 'note', 'tag', 'description', 'fact', 'text'] as const;
export type SearchField = (typeof SEARCH_FIELDS)[number];

/** Words of one field of a hit. */
export interface Snippet {
	readonly id: string;
	readonly field: SearchField;
	/** Of a text or a note the sentence; anything else whole. */
	readonly text: string;
	/** What was looked for, as ranges of UTF-16 code units of `text`, ascending. */
	readonly marks: readonly (readonly [start: number, end: number])[];
}

/** How many hits have each value, the most frequent first. */
export interface Facets {
	readonly edition: readonly FacetCount[];
	readonly section: readonly FacetCount[];
	readonly color: readonly FacetCount[];
	readonly tag: readonly FacetCount[];
}
export type FacetCount = readonly [value: string, count: number];

/** What the index of the library is made of, and what it has still to read. */
export interface IndexState {
	readonly articles: number;
	readonly annotations: number;
	/** Articles and annotations that are not in it yet, or not as they are now. */
	readonly pending: number;
	readonly bytes: number;
	/** True while everything is being read anew. */
	readonly isRebuilding: boolean;
}
