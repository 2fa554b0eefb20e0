import type { QueryProblem } from '../domain/search.ts';
import type { FilterName } from './filter-term.ts';

/** What is asked of the index: every clause must hold, but those that are not to. */
export interface Query {
	readonly clauses: readonly Clause[];
	readonly problems: readonly QueryProblem[];
}

export type Clause = WordsClause | FilterClause | DateClause;

/** Words side by side. */
export interface WordsClause {
	readonly kind: 'words';
	readonly not: boolean;
	/** Never empty; the first at offset 0. */
	readonly words: readonly QueryWord[];
	/** Whether the last word is still being typed: any word that begins with it will do. */
	readonly isPrefix: boolean;
}

/** A word or a character, folded; see `Tokens`. */
export interface QueryWord {
	readonly term: string;
	readonly isCharacter: boolean;
	/** Its position, as against the first. */
	readonly offset: number;
}

export interface FilterClause {
	readonly kind: 'filter';
	readonly not: boolean;
	readonly name: FilterName;
	/** Folded. */
	readonly value: string;
}

/** From `from` to before `to`, in seconds since 1970. What has no date is in no time. */
export interface DateClause {
	readonly kind: 'date';
	readonly not: boolean;
	readonly from: number;
	readonly to: number;
}
