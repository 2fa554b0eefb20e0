import type {
	Facets,
	IndexState,
	QueryProblem,
	SearchFilters,
	SearchKind,
	SearchRequest,
	Snippet,
} from '../../utils/domain/search.ts';

/** All that a query is asked for beside its hits. */
export interface Inquiry {
	readonly query: string;
	readonly kind: SearchKind;
	readonly within?: SearchFilters;
}

export interface SearchAnswer {
	readonly total: number;
	/** False while something is not in the index yet, or not as it is now. */
	readonly isExact: boolean;
	/** All hits in order, sixteen bytes each; see `utils/search/packed-ids.ts`. */
	readonly ids: Uint8Array<ArrayBuffer>;
	readonly problems: readonly QueryProblem[];
}

/** What the library's page asks the worker that has the index. */
export interface IndexQuestions {
	/** A later search of the page overtakes an earlier one of the same kind, which is then answered with nothing. */
	search(request: SearchRequest): SearchAnswer | undefined;
	/** Of each id, every field in which something that is looked for stands, in the order of `SEARCH_FIELDS`. */
	snippets(of: Inquiry & { readonly ids: readonly string[] }): readonly Snippet[];
	facets(of: Inquiry): Facets;
	/** By the day an article appeared or an annotation was made, `2026-05-03` or `2026-05`, the oldest first. */
	timeline(of: Inquiry & { readonly unit: 'day' | 'month' }): readonly (readonly [date: string, count: number])[];
	state(of: Record<never, never>): IndexState;
	/** Throws the index away and makes it anew; answered when that has begun. */
	rebuild(of: Record<never, never>): void;
}
export type QuestionName = keyof IndexQuestions;
export type Asked<Name extends QuestionName> = Parameters<IndexQuestions[Name]>[0];
export type Answer<Name extends QuestionName> = ReturnType<IndexQuestions[Name]>;

/** From page to worker. */
export interface QuestionMessage {
	readonly id: number;
	readonly name: QuestionName;
	readonly of: Asked<QuestionName>;
}

/** From worker to page: an answer, a failure, or that the index has changed. */
export type IndexMessage =
	| { readonly id: number; readonly ok: true; readonly answer: Answer<QuestionName> }
	| { readonly id: number; readonly ok: false }
	| { readonly changed: IndexState };
