import type { Instant } from '../domain/annotation.ts';
import { dueSince, type Purged } from '../domain/trash.ts';
import { markAnnotations, markArticles } from './pending.ts';
import type { Database } from './schema.ts';

/** Removes for ever what has been in the trash for as long as it is kept there. Part of a larger transaction. */
export async function purgeTrash(database: Database, now: Instant): Promise<Purged> {
	return await purge(database, dueSince(now));
}

/** Removes all that lies in the trash, for ever. Part of a larger transaction. */
export async function emptyTrash(database: Database): Promise<Purged> {
	return await purge(database, '\uffff');
}

async function purge(database: Database, upTo: Instant): Promise<Purged> {
	const articles = await database.articles.where('deleted').belowOrEqual(upTo).primaryKeys();
	const alone = await database.annotations.where('deleted').belowOrEqual(upTo).primaryKeys();
	// Whatever lies in the trash of an article that goes cannot come back without it.
	const companions = await database.annotations.where('articleId').anyOf(articles).primaryKeys();
	const annotations = [...new Set([...alone, ...companions])];
	if (articles.length + annotations.length === 0) return { articles: 0, annotations: 0 };

	const touched = await articlesOf(database, alone, new Set(articles));
	await database.articles.bulkDelete(articles);
	await database.annotations.bulkDelete(annotations);
	await database.versions.where('articleId').anyOf(articles).delete();
	await database.acts
		.where('[articleId+undone]')
		.anyOf(articles.flatMap((id) => [0, 1].map((undone) => [id, undone])))
		.delete();
	await database.acts.where('annotationId').anyOf(annotations).delete();
	await markArticles(database, articles);
	await markAnnotations(database, annotations);
	for (const articleId of touched) await dateAgain(database, articleId);
	return { articles: articles.length, annotations: annotations.length };
}

/** The articles of annotations, but for those that go themselves. */
async function articlesOf(
	database: Database,
	annotations: readonly string[],
	going: ReadonlySet<string>,
): Promise<string[]> {
	const rows = await database.annotations.bulkGet([...annotations]);
	return [...new Set(rows.flatMap((row) => (row && !going.has(row.articleId) ? [row.articleId] : [])))];
}

/** Says anew when something of an article was last annotated. */
async function dateAgain(database: Database, articleId: string): Promise<void> {
	const article = await database.articles.get(articleId);
	if (!article) return;
	const { annotated, ...row } = article;
	const last = await database.annotations
		.where('[articleId+modified]')
		.between([articleId, ''], [articleId, '\uffff'])
		.last();
	if (last?.modified !== annotated)
		await database.articles.put(last === undefined ? row : { ...row, annotated: last.modified });
}
