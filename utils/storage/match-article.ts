import type { Article } from '../domain/article.ts';

/** The prefix of the key by which an article that was taken into another one is still found. */
const FORMER_ID = 'id:';

const urlsOf = (keys: readonly string[]) => keys.filter((key) => key.startsWith('url:'));

/** Two articles that both tell their address are the same only where one address is. */
function contradicts(a: readonly string[], b: readonly string[]): boolean {
	const [p, q] = [urlsOf(a), urlsOf(b)];
	return p.length > 0 && q.length > 0 && !p.some((url) => q.includes(url));
}

export interface ArticleMatch<T> {
	/** The article that has these keys. */
	readonly article: T;
	/** Articles without an address that turn out to be this same one. */
	readonly others: readonly T[];
}

/**
 * Which of the articles that share a key with a copy is that copy's article. An address outweighs every other key;
 * among the rest the one with most keys in common, then one with an address, then the oldest.
 */
export function matchArticle<T extends Article>(
	rows: readonly T[],
	keys: readonly string[],
): ArticleMatch<T> | undefined {
	const shared = (row: T) => row.keys.filter((key) => keys.includes(key));
	const ranked = rows
		.filter((row) => shared(row).length > 0 && !contradicts(row.keys, keys))
		.map((row) => ({
			row,
			address: urlsOf(shared(row)).length,
			count: shared(row).length,
			placed: urlsOf(row.keys).length > 0 ? 1 : 0,
		}))
		.sort(
			(a, b) =>
				b.address - a.address ||
				b.count - a.count ||
				b.placed - a.placed ||
				(a.row.added < b.row.added ? -1 : a.row.added > b.row.added ? 1 : a.row.id < b.row.id ? -1 : 1),
		);
	const [first, ...rest] = ranked;
	if (!first) return undefined;
	// Whichever ranks first, an article with an address takes in those without, never the reverse.
	const placed = ranked.filter((one) => one.placed === 1);
	const article = (first.placed === 1 || placed.length !== 1 ? first : placed[0]!).row;
	const others = [first, ...rest].filter((one) => one.placed === 0 && one.row !== article).map((one) => one.row);
	return { article, others };
}

export function formerIdKey(id: string): string {
	return `${FORMER_ID}${id}`;
}
