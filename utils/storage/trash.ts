import type { LibraryActReport } from '../domain/act.ts';
import type { Instant } from '../domain/annotation.ts';
import { goesAt, type TrashEntry } from '../domain/trash.ts';
import { type Alteration, actOnMany, type Removal } from './act-on-many.ts';
import { findRow } from './articles.ts';
import { grouped } from './grouped.ts';
import type { AnnotationRow, ArticleRow } from './rows.ts';
import { toArticle } from './rows.ts';
import type { Database } from './schema.ts';

/** What is deleted or restored at once, by ids. */
export interface Chosen {
	readonly articles: readonly string[];
	readonly annotations: readonly string[];
}

const unique = (ids: readonly string[]) => [...new Set(ids)];
const trashed = (row: AnnotationRow, deleted: Instant): Alteration => ({ row, after: { deleted } });
const standing = (row: AnnotationRow): Alteration => ({ row, after: { deleted: undefined } });

/** The rows of articles, also of those taken into another one since. */
async function articleRows(database: Database, ids: readonly string[]): Promise<ArticleRow[]> {
	const rows = await database.articles.bulkGet(unique(ids));
	const found = new Map(rows.flatMap((row) => (row ? [[row.id, row]] : [])));
	for (const id of ids) {
		const row = found.get(id) ?? (await findRow(database, id));
		if (row) found.set(row.id, row);
	}
	return [...found.values()];
}

async function annotationsOf(database: Database, articleIds: readonly string[]): Promise<AnnotationRow[]> {
	return await database.annotations
		.where('articleId')
		.anyOf([...articleIds])
		.toArray();
}

/** Puts articles into the trash with the annotations that stand on them: one act. Those that lie there stay as they are. */
export async function deleteArticles(
	database: Database,
	ids: readonly string[],
	at: Instant,
): Promise<LibraryActReport | undefined> {
	const rows = (await articleRows(database, ids)).filter(({ deleted }) => deleted === undefined);
	const annotations = await annotationsOf(
		database,
		rows.map(({ id }) => id),
	);
	const alterations = annotations.filter(({ deleted }) => deleted === undefined).map((row) => trashed(row, at));
	const removals = rows.map((row): Removal => ({ row, deleted: at }));
	return await actOnMany(database, 'delete', { alterations, removals }, at);
}

/** Puts annotations into the trash: one act. */
export async function deleteAnnotations(
	database: Database,
	ids: readonly string[],
	at: Instant,
): Promise<LibraryActReport | undefined> {
	const rows = await database.annotations.bulkGet(unique(ids));
	const alterations = rows.flatMap((row) => (row && row.deleted === undefined ? [trashed(row, at)] : []));
	return await actOnMany(database, 'delete', { alterations }, at);
}

/**
 * Takes articles and annotations out of the trash: one act. An article comes back with the annotations that went with it;
 * an annotation whose article is there brings the article back, and no other annotation.
 */
export async function restore(
	database: Database,
	{ articles, annotations }: Chosen,
	at: Instant,
): Promise<LibraryActReport | undefined> {
	const rows = new Map<string, AnnotationRow>();
	for (const row of await database.annotations.bulkGet(unique(annotations)))
		if (row?.deleted !== undefined) rows.set(row.id, row);
	const whole = (await articleRows(database, articles)).filter(({ deleted }) => deleted !== undefined);
	const leaving = new Map(whole.map((row) => [row.id, row.deleted]));
	for (const row of await annotationsOf(database, [...leaving.keys()]))
		if (row.deleted !== undefined && row.deleted === leaving.get(row.articleId)) rows.set(row.id, row);
	const others = unique([...rows.values()].map(({ articleId }) => articleId)).filter((id) => !leaving.has(id));
	const brought = (await database.articles.bulkGet(others)).flatMap((row) => (row?.deleted === undefined ? [] : [row]));
	const removals = [...whole, ...brought].map((row): Removal => ({ row, deleted: undefined }));
	return await actOnMany(database, 'restore', { alterations: [...rows.values()].map(standing), removals }, at);
}

/** What lies in the trash, what was deleted last first. */
export async function listTrash(database: Database): Promise<TrashEntry[]> {
	const articles = await database.articles.orderBy('deleted').toArray();
	const annotations = await database.annotations.orderBy('deleted').toArray();
	const known = new Map(articles.map((row) => [row.id, row]));
	const missing = unique(annotations.map(({ articleId }) => articleId)).filter((id) => !known.has(id));
	for (const row of await database.articles.bulkGet(missing)) if (row) known.set(row.id, row);

	const dated = (deleted: Instant) => ({ deleted, goes: goesAt(deleted) });
	const isCompanion = (row: AnnotationRow) => known.get(row.articleId)?.deleted === row.deleted;
	const companions = grouped(annotations.filter(isCompanion), ({ articleId }) => articleId);
	const entries: TrashEntry[] = articles.map((row) => {
		const went = companions.get(row.id) ?? [];
		const notes = went.filter(({ note }) => note !== '').length + (row.note === undefined ? 0 : 1);
		const article = toArticle(row);
		return { kind: 'article', id: row.id, article, ...dated(row.deleted!), annotations: went.length, notes };
	});
	for (const annotation of annotations) {
		const article = known.get(annotation.articleId);
		if (!article || isCompanion(annotation)) continue;
		const { id, deleted } = annotation;
		entries.push({ kind: 'annotation', id, article: toArticle(article), annotation, ...dated(deleted!) });
	}
	return entries.sort((a, b) => (a.deleted < b.deleted ? 1 : a.deleted > b.deleted ? -1 : a.id < b.id ? -1 : 1));
}
