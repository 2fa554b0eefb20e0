/** What is filtered by, beside words. */
export const FILTER_NAMES = ['edition', 'section', 'tag', 'color', 'has', 'is', 'style'] as const;
export type FilterName = (typeof FILTER_NAMES)[number];

const MARK = '\u0001';
const LETTERS: Readonly<Record<FilterName, string>> = {
	color: 'c',
	edition: 'e',
	has: 'h',
	is: 'i',
	section: 's',
	style: 'y',
	tag: 't',
};
const END = '\u0002';

/**
 * What a filter is looked for by: its folded value, whole, but for quotation marks, which cannot be written in a query. All that
 * begin with it are the same value, written differently.
 */
export function filterKey(name: FilterName, folded: string): string {
	return MARK + LETTERS[name] + folded.replaceAll('"', '') + END;
}

/** How a filter stands in the index: the value as written comes after the one it is looked for by. */
export function filterTerm(name: FilterName, folded: string, written: string): string {
	return filterKey(name, folded) + written;
}

/** What all filters of a name begin with. */
export function filterPrefix(name: FilterName): string {
	return MARK + LETTERS[name];
}

export function isFilterTerm(term: string): boolean {
	return term.startsWith(MARK);
}

/** The value as written. */
export function writtenValue(term: string): string {
	return term.slice(term.indexOf(END) + 1);
}
