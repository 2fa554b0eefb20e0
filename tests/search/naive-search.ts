import type { SearchKind, SearchOrder } from '../../utils/domain/search.ts';
import { findMarks } from '../../utils/search/find-marks.ts';
import type { Clause, Query } from '../../utils/search/query.ts';
import { DATES, type SearchDocument } from '../../utils/search/search-document.ts';
import { type Fold, readTokens } from '../../utils/search/tokens.ts';

/** The same as the index finds, by reading every document from its beginning to its end. */
export function naiveSearch(documents: readonly SearchDocument[], { clauses }: Query, fold: Fold): SearchDocument[] {
	return documents.filter((document) => clauses.every((clause) => holds(document, clause, fold) !== clause.not));
}

function holds({ fields, filters, dates }: SearchDocument, clause: Clause, fold: Fold): boolean {
	if (clause.kind === 'date') return dates[0]! > 0 && dates[0]! >= clause.from && dates[0]! < clause.to;
	if (clause.kind === 'filter')
		return filters.some(([name, value]) => name === clause.name && fold(value) === clause.value);
	const query = { clauses: [{ ...clause, not: false }], problems: [] };
	return fields.some(([, text]) => findMarks(readTokens(text, fold), query).length > 0);
}

/** The dates by which an order puts documents, the newest first: its own, else the first, else the last. */
export function dateOf(kind: SearchKind, order: SearchOrder, { dates }: SearchDocument): number {
	const names: readonly string[] = DATES[kind];
	const own = dates[Math.max(0, names.indexOf(order))] ?? 0;
	const [first = 0] = dates;
	return own > 0 ? own + 2 ** 33 : first > 0 ? first + 2 ** 32 : (dates.at(-1) ?? 0);
}
