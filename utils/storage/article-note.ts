import type { ArticleRow } from './rows.ts';

/** The article with another note on it; an empty one is none. */
export function withNote({ note: _, ...article }: ArticleRow, note: string): ArticleRow {
	return note === '' ? article : { ...article, note };
}

/** The note of two articles that turned out to be one: nothing that was written is left out. */
export function joinedNote(first = '', second = ''): string {
	if (first === second) return first;
	return [first, second].filter((note) => note !== '').join('\n\n');
}
