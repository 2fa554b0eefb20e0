import type { Instant } from '../domain/annotation.ts';
import { markAnnotations, markAnnotationsOf, markArticles } from './pending.ts';
import type { AnnotationRow, ArticleRow } from './rows.ts';
import type { Database } from './schema.ts';

/** Facts of an article that its annotations are found by. */
const ALSO_OF_ANNOTATIONS = ['edition', 'section', 'published'] as const;

/** Writes an article down, with what follows from it. Part of a larger transaction. */
export async function putArticle(database: Database, row: ArticleRow, before?: ArticleRow): Promise<void> {
	await putArticles(database, [row]);
	if (before && ALSO_OF_ANNOTATIONS.some((name) => row[name] !== before[name]))
		await markAnnotationsOf(database, row.id);
}

/** Writes articles down of which nothing changed that their annotations are found by. Part of a larger transaction. */
export async function putArticles(database: Database, rows: readonly ArticleRow[]): Promise<void> {
	await database.articles.bulkPut([...rows]);
	await markArticles(
		database,
		rows.map(({ id }) => id),
	);
}

/** Writes annotations down, and when something of their articles was last annotated. Part of a larger transaction. */
export async function putAnnotations(database: Database, rows: readonly AnnotationRow[]): Promise<void> {
	await database.annotations.bulkPut([...rows]);
	await markAnnotations(
		database,
		rows.map(({ id }) => id),
	);
	const last = new Map<string, Instant>();
	for (const { articleId, modified } of rows) if (modified > (last.get(articleId) ?? '')) last.set(articleId, modified);
	const articles = await database.articles.bulkGet([...last.keys()]);
	const newer = articles.flatMap((row) => {
		if (!row) return [];
		const annotated = last.get(row.id)!;
		return annotated > (row.annotated ?? '') ? [{ ...row, annotated }] : [];
	});
	if (newer.length > 0) await database.articles.bulkPut(newer);
}

/** Says anew when something of an article was last annotated, where that may be earlier than it says. Part of a larger transaction. */
export async function dateAgain(database: Database, articleId: string): Promise<void> {
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
