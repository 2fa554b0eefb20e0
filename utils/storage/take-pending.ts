import type { PendingThing } from '../domain/library.ts';
import { toArticle } from './articles.ts';
import { ANNOTATION, ARTICLE, markAnnotations, markArticles } from './pending.ts';
import type { PendingRow } from './rows.ts';
import type { Database } from './schema.ts';
import { latestVersion } from './versions.ts';

/** The next things that the index of the library has to read, as they are now; they stay pending. */
export async function takePending(database: Database, limit: number): Promise<PendingThing[]> {
	const rows = await database.pending.limit(limit).toArray();
	const ids = (prefix: string) => rows.flatMap(({ key }) => (key.startsWith(prefix) ? [key.slice(prefix.length)] : []));
	const annotations = present(await database.annotations.bulkGet(ids(ANNOTATION)));
	const needed = [...ids(ARTICLE), ...[...annotations.values()].map(({ articleId }) => articleId)];
	const articles = present(await database.articles.bulkGet([...new Set(needed)]));
	return await Promise.all(
		rows.map(async ({ key, mark }): Promise<PendingThing> => {
			const id = key.slice(key.indexOf(':') + 1);
			const annotation = key.startsWith(ANNOTATION) ? annotations.get(id) : undefined;
			const article = articles.get(annotation?.articleId ?? id);
			if (!article) return { kind: 'gone', key, id, mark };
			if (annotation) return { kind: 'annotation', key, id, mark, annotation, article: toArticle(article) };
			const { annotated, asOf: captured } = article;
			const latest = await latestVersion(database, id);
			return {
				...{ kind: 'article', key, id, mark, article: toArticle(article), captured, text: latest?.text ?? '' },
				...(latest && { version: latest.fingerprint }),
				...(annotated !== undefined && { annotated }),
			};
		}),
	);
}

/** Rows that stand, by id. */
function present<Row extends { readonly id: string; readonly deleted?: string }>(
	rows: readonly (Row | undefined)[],
): Map<string, Row> {
	return new Map(rows.flatMap((row) => (row && row.deleted === undefined ? [[row.id, row] as const] : [])));
}

/** What was taken has been read, unless it was touched again since. */
export async function donePending(database: Database, taken: readonly PendingRow[]): Promise<void> {
	const rows = await database.pending.bulkGet(taken.map(({ key }) => key));
	const done = taken.filter(({ mark }, index) => rows[index]?.mark === mark);
	await database.pending.bulkDelete(done.map(({ key }) => key));
}

/** Everything is to be read anew. */
export async function markAllPending(database: Database): Promise<void> {
	await markArticles(database, await database.articles.toCollection().primaryKeys());
	await markAnnotations(database, await database.annotations.toCollection().primaryKeys());
}
