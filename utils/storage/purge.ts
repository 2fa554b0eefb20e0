import type { Instant } from '../domain/annotation.ts';
import { dueSince, type Purged } from '../domain/trash.ts';
import { markAnnotations, markArticles } from './pending.ts';
import { dateAgain } from './put-rows.ts';
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
	const articles = await goingArticles(database, upTo);
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
	await forgetMergers(database, touched, new Set(annotations));
	await markArticles(database, articles);
	await markAnnotations(database, annotations);
	for (const articleId of touched) await dateAgain(database, articleId);
	// When they were last annotated is searched by.
	await markArticles(database, touched);
	return { articles: articles.length, annotations: annotations.length };
}

/** Articles whose days in the trash are over. One on which anything stands stays, whatever is said of it. */
async function goingArticles(database: Database, upTo: Instant): Promise<string[]> {
	const due = await database.articles.where('deleted').belowOrEqual(upTo).primaryKeys();
	const standing = await Promise.all(
		due.map(async (id) => {
			const rows = await database.annotations.where('articleId').equals(id).toArray();
			return rows.some(({ deleted }) => deleted === undefined);
		}),
	);
	return due.filter((_, index) => !standing[index]);
}

/**
 * Forgets the mergers that annotations which go now were part of, and what was done to the one that stayed before them: taken
 * back, they would leave it without the words and the note that it has from those.
 */
async function forgetMergers(
	database: Database,
	articleIds: readonly string[],
	going: ReadonlySet<string>,
): Promise<void> {
	const acts = await database.acts
		.where('[articleId+undone]')
		.anyOf(articleIds.map((id) => [id, 0]))
		.toArray();
	const mergers = acts.filter(({ kind, others = [] }) => kind === 'merge' && others.some((id) => going.has(id)));
	const last = new Map(mergers.map(({ annotationId, seq }) => [annotationId, seq!]));
	const forgotten = acts.filter(({ annotationId, seq }) => seq! <= (last.get(annotationId) ?? -1));
	await database.acts.bulkDelete(forgotten.map(({ seq }) => seq!));
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
