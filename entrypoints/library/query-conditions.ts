import { type QueryPart, readQueryParts } from '../../utils/search/query-parts.ts';

/** What the index narrows a search by; anything else before a colon is a word like others. */
const NAMES = ['edition', 'section', 'tag', 'color', 'style', 'before', 'after', 'has', 'is'] as const;
export type ConditionName = (typeof NAMES)[number];

/** A condition as it stands in a query, e.g. `-tag:"press freedom"`. */
export interface QueryCondition extends Pick<QueryPart, 'at' | 'written' | 'not' | 'value'> {
	readonly name: ConditionName;
}

export function conditionsOf(query: string): QueryCondition[] {
	return readQueryParts(query).flatMap(({ at, written, not, value, operator }) => {
		const name = NAMES.find((each) => each === operator);
		return name === undefined || value.trim() === '' ? [] : [{ name, at, written, not, value }];
	});
}

/** A value as it can be written in a query: a quotation mark cannot stand within quotation marks. */
export function plainValue(value: string): string {
	return value.replace(/["“”„«»「」『』＂\s]+/gu, ' ').trim();
}

/** The query with a condition more, after what is typed. */
export function withCondition(query: string, name: ConditionName, value: string): string {
	const plain = plainValue(value);
	const isOneWord = !plain.includes(' ');
	// Within an open quotation it would be words of the phrase.
	const closed = readQueryParts(query).at(-1)?.isOpen ? `${query.trim()}"` : query.trim();
	return `${closed} ${name}:${isOneWord ? plain : `"${plain}"`}`.trim();
}

export function withoutCondition(query: string, { at, written }: QueryCondition): string {
	return `${query.slice(0, at).trimEnd()} ${query.slice(at + written.length).trimStart()}`.trim();
}
