import { FILTER_NAMES } from './filter-term.ts';

/** One thing that stands in a query, between white space or quotation marks. */
export interface QueryPart {
	/** Where it begins, in UTF-16 code units. */
	readonly at: number;
	/** As typed, with everything that belongs to it. */
	readonly written: string;
	readonly not: boolean;
	/** What stands before a colon, lower case; empty where there is none. */
	readonly operator: string;
	/** Without quotation marks. */
	readonly value: string;
	readonly isQuoted: boolean;
	/** Of a quoted one: whether its end is missing. */
	readonly isOpen: boolean;
	/** Whether nothing follows it, not even white space. */
	readonly isLast: boolean;
}

const QUOTES = '"“”„«»「」『』＂';
const SPACE = /\s/;
const KNOWN = [...FILTER_NAMES, 'colour', 'before', 'after'].join('|');
const COLON = '[:：]';

/**
 * The operator is latin; the colon may be the full-width one of an input method. Behind one that is known there may be white
 * space, but no other operator, and the value may be still to be typed.
 */
const OPERATOR = new RegExp(
	`([a-z]+)${COLON}(?=\\S)|(${KNOWN})${COLON}(?:\\s+(?!-|[a-z]+${COLON})(?=\\S)|\\s*$)`,
	'iy',
);

/** Cuts a query into its parts. O(length). */
export function readQueryParts(query: string): QueryPart[] {
	const parts: QueryPart[] = [];
	let at = 0;
	while (at < query.length) {
		if (SPACE.test(query[at]!)) {
			at++;
			continue;
		}
		const start = at;
		const not = query[at] === '-' && at + 1 < query.length && !SPACE.test(query[at + 1]!);
		if (not) at++;
		OPERATOR.lastIndex = at;
		const operator = OPERATOR.exec(query);
		if (operator !== null) at = OPERATOR.lastIndex;
		const isQuoted = QUOTES.includes(query[at]!);
		const from = isQuoted ? at + 1 : at;
		let end = from;
		if (isQuoted) while (end < query.length && !QUOTES.includes(query[end]!)) end++;
		else while (end < query.length && !SPACE.test(query[end]!) && query[end] !== '"') end++;
		const isOpen = isQuoted && end === query.length;
		at = isQuoted && !isOpen ? end + 1 : end;
		parts.push({
			at: start,
			written: query.slice(start, at),
			not,
			operator: operatorOf(operator?.[1] ?? operator?.[2]),
			value: query.slice(from, end),
			isQuoted,
			isOpen,
			isLast: at === query.length,
		});
	}
	return parts;
}

/** As the interface in English spells it, it is the same. */
function operatorOf(written = ''): string {
	const operator = written.toLowerCase();
	return operator === 'colour' ? 'color' : operator;
}
