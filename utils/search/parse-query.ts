import type { QueryProblem, SearchFilters } from '../domain/search.ts';
import { dateSpan } from './date-span.ts';
import { FILTER_NAMES, type FilterName } from './filter-term.ts';
import { meantValue } from './known-values.ts';
import type { Clause, Query, WordsClause } from './query.ts';
import { type QueryPart, readQueryParts } from './query-parts.ts';
import { type Fold, readTokens } from './tokens.ts';

/** Code units of a query that are read, and clauses; nobody types as many, and a pasted page must not be slow. */
export const LONGEST_QUERY = 400;
const MOST_CLAUSES = 32;

const FILTERS: readonly string[] = FILTER_NAMES;

/** Reads a query as typed. Never throws; what cannot be understood is told, the rest is searched for. */
export function parseQuery(query: string, fold: Fold, within: SearchFilters = {}): Query {
	const problems: QueryProblem[] = [];
	const read = query.slice(0, LONGEST_QUERY);
	const cut: QueryProblem = { kind: 'too-long', at: LONGEST_QUERY, text: '' };
	const clauses: Clause[] = [];
	const parts = readQueryParts(read);
	for (const part of parts) {
		if (part.isOpen) problems.push({ kind: 'unbalanced-quote', at: part.at, text: part.written });
		if (clauses.length === MOST_CLAUSES) {
			problems.push({ ...cut, at: part.at });
			break;
		}
		const clause = readPart(part, fold, problems);
		if (clause) clauses.push(clause);
	}
	if (clauses.length === 0 && problems.length === 0) problems.push(...problemsOfSigns(parts));
	if (query.length > LONGEST_QUERY && !problems.some(({ kind }) => kind === 'too-long')) problems.push(cut);
	return { clauses: [...clauses, ...filterClauses(within, fold)], problems };
}

function readPart(part: QueryPart, fold: Fold, problems: QueryProblem[]): Clause | undefined {
	const { operator, not, value, at, written, isQuoted, isLast } = part;
	if (operator === '') return wordsClause(value, part, fold);
	const isToCome = value === '' && !isQuoted && isLast;
	if (isToCome) return undefined;
	const problem = (kind: QueryProblem['kind']) => problems.push({ kind, at, text: written });
	if (operator === 'before' || operator === 'after') {
		const span = dateSpan(fold(value));
		if (!span) problem('bad-value');
		return (
			span &&
			dateClause(operator === 'after' ? span.start : undefined, operator === 'before' ? span.start : undefined, not)
		);
	}
	if (FILTERS.includes(operator)) {
		const clause = filterClause(operator as FilterName, value, not, fold);
		if (!clause) problem('bad-value');
		return clause;
	}
	// An address, a time of day: nobody means an operator.
	if (!value.startsWith('//')) problem('unknown-operator');
	const words = part.isQuoted ? `${operator} ${value}` : written;
	return wordsClause(words, part, fold);
}

/** Signs are in no word: where nothing else is asked for, that is said. A dash alone may be the beginning of what is excluded. */
function problemsOfSigns(parts: readonly QueryPart[]): QueryProblem[] {
	const signs = parts.filter(({ operator, written, isLast }) => operator === '' && !(isLast && written === '-'));
	const text = signs.map(({ written }) => written).join(' ');
	return text === '' ? [] : [{ kind: 'no-words', at: signs[0]!.at, text }];
}

function wordsClause(text: string, { not, isQuoted, isLast }: QueryPart, fold: Fold): WordsClause | undefined {
	const { terms, positions, isCharacter, length } = readTokens(text, fold);
	if (length === 0) return undefined;
	const words = terms.map((term, index) => ({
		term,
		isCharacter: isCharacter[index]!,
		offset: positions[index]! - positions[0]!,
	}));
	const isTyped = isLast && !isQuoted && !not && !isCharacter[length - 1];
	// After a sign nothing more is typed of the word before it.
	return { kind: 'words', not, words, isPrefix: isTyped && /[\p{L}\p{N}\p{M}]$/u.test(text) };
}

function filterClause(name: FilterName, value: string, not: boolean, fold: Fold): Clause | undefined {
	const meant = meantValue(name, fold(value));
	return meant === undefined ? undefined : { kind: 'filter', not, name, value: meant };
}

function dateClause(from = Number.NEGATIVE_INFINITY, to = Number.POSITIVE_INFINITY, not = false): Clause {
	return { kind: 'date', not, from, to };
}

function filterClauses({ from, to, ...filters }: SearchFilters, fold: Fold): Clause[] {
	const named = Object.entries(filters).map(([name, value]) =>
		filterClause(name as FilterName, value ?? '', false, fold),
	);
	const [first, last] = [dateSpan(from ?? ''), dateSpan(to ?? '')];
	const span = (first || last) && dateClause(first?.start, last?.end);
	return [...named, span].filter((clause) => clause !== undefined);
}
