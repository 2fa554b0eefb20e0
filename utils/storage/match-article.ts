import type { Article } from '../domain/article.ts';

/** The prefix of the key by which an article that was taken into another one is still found. */
const FORMER_ID = 'id:';

const urlsOf = (keys: readonly string[]) => keys.filter((key) => key.startsWith('url:'));

/** Two articles that both tell their address are the same only where one address is. */
export function contradicts(a: readonly string[], b: readonly string[]): boolean {
	const [p, q] = [urlsOf(a), new Set(urlsOf(b))];
	return p.length > 0 && q.size > 0 && !p.some((url) => q.has(url));
}

function isOlder(a: Article, b: Article): boolean {
	return a.added < b.added || (a.added === b.added && a.id < b.id);
}

export interface ArticleMatch<T> {
	/** The article that has these keys. */
	readonly article: T;
	/** Articles without an address that turn out to be this same one. */
	readonly others: readonly T[];
}

/**
 * Which of the articles that share a key with a copy is that copy's article. An address outweighs every other key, so
 * the only one left that has an address is it; else the one with most keys in common, then the oldest.
 */
export function matchArticle<T extends Article>(
	rows: readonly T[],
	keys: readonly string[],
): ArticleMatch<T> | undefined {
	const wanted = new Set(keys);
	const ranked = rows
		.filter((row) => !contradicts(row.keys, keys))
		.map((row) => ({ row, shared: row.keys.filter((key) => wanted.has(key)).length }))
		.filter(({ shared }) => shared > 0)
		.sort((a, b) => b.shared - a.shared || (isOlder(a.row, b.row) ? -1 : 1))
		.map(({ row }) => row);
	const placed = ranked.filter((row) => urlsOf(row.keys).length > 0);
	const article = placed.length === 1 ? placed[0] : ranked[0];
	// Only articles without an address are taken in: of two with one, neither is the other.
	return article && { article, others: ranked.filter((row) => row !== article && !placed.includes(row)) };
}

export function formerIdKey(id: string): string {
	return `${FORMER_ID}${id}`;
}
