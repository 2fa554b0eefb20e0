import { type TwinClue, twinEditionOf } from '../domain/twin.ts';
import { findMatch } from './articles.ts';
import type { ArticleRow } from './rows.ts';
import type { Database } from './schema.ts';

/**
 * The stored twin of an article, which itself need not be stored: by the address that the copy at hand or a stored one
 * names, or because the twin names this article. The two stay two articles.
 */
export async function findTwin(database: Database, { url, edition, twin }: TwinClue): Promise<ArticleRow | undefined> {
	const other = twinEditionOf(edition);
	if (other === undefined) return undefined;
	const at = async (address: string) => (await findMatch(database, [`url:${address}`]))?.article;
	const named = twin ?? (url === undefined ? undefined : (await at(url))?.twin);
	if (named !== undefined) {
		const row = await at(named);
		return row?.edition === other ? row : undefined;
	}
	if (url === undefined) return undefined;
	// Only old copies name no twin.
	return await database.articles
		.where('twin')
		.equals(url)
		.filter((row) => row.edition === other)
		.first();
}
