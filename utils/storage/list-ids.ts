import type { Table } from 'dexie';
import type { AnnotationOrder, ArticleOrder, LibraryCounts } from '../domain/library.ts';
import type { Database } from './schema.ts';

export interface ListOptions {
	/** No more than these; as many as there are where it is absent. */
	readonly limit?: number | undefined;
}

const INDEXES: Readonly<Record<ArticleOrder | 'added', string>> = {
	published: 'published',
	annotated: 'annotated',
	captured: 'asOf',
	added: 'added',
};

/** Ids by an index, the greatest first, the trash left out. Rows that the index does not have are left out too. */
async function idsBy(
	table: Table<unknown, string>,
	index: string,
	trash: ReadonlySet<string>,
	limit = Number.POSITIVE_INFINITY,
): Promise<string[]> {
	// All of them at once are read quickest forwards, the first few by a cursor from the end.
	if (limit === Number.POSITIVE_INFINITY)
		return (await table.orderBy(index).primaryKeys()).filter((id) => !trash.has(id)).reverse();
	const ids: string[] = [];
	for (let [offset, length] = [0, limit]; ids.length < limit; [offset, length] = [offset + length, length * 2]) {
		const next = await table.orderBy(index).reverse().offset(offset).limit(length).primaryKeys();
		ids.push(...next.filter((id) => !trash.has(id)));
		if (next.length < length) break;
	}
	return ids.slice(0, limit);
}

async function trashOf(table: Table<unknown, string>): Promise<Set<string>> {
	return new Set(await table.orderBy('deleted').primaryKeys());
}

/** The newest first; articles without such a date follow by when they were published, and those without either by when they were added. */
export async function listArticleIds(
	{ articles }: Database,
	order: ArticleOrder | 'added',
	{ limit }: ListOptions = {},
): Promise<string[]> {
	const trash = await trashOf(articles);
	let ids: string[] = [];
	for (const index of new Set([INDEXES[order], 'published', 'added'])) {
		// Whatever the indexes before have is in the list by now: all of it was read.
		const next = await idsBy(articles, index, new Set([...trash, ...ids]), limit && limit - ids.length);
		ids = [...ids, ...next];
		if (ids.length >= (limit ?? (await articles.count()) - trash.size)) break;
	}
	return ids;
}

/** The newest first. */
export async function listAnnotationIds(
	{ annotations }: Database,
	order: AnnotationOrder,
	{ limit }: ListOptions = {},
): Promise<string[]> {
	return await idsBy(annotations, order, await trashOf(annotations), limit);
}

/** Of these articles, in their order. */
export async function annotationIdsOf({ annotations }: Database, articleIds: readonly string[]): Promise<string[]> {
	const trash = await trashOf(annotations);
	// Each article by itself, and all at once: together they would be gone through by a cursor, row by row.
	const lists = await Promise.all(
		articleIds.map((articleId) => annotations.where('articleId').equals(articleId).primaryKeys()),
	);
	return lists.flat().filter((id) => !trash.has(id));
}

export async function countLibrary({ articles, annotations }: Database): Promise<LibraryCounts> {
	const [trashedArticles, trashedAnnotations] = await Promise.all([
		articles.orderBy('deleted').count(),
		annotations.orderBy('deleted').count(),
	]);
	return {
		articles: (await articles.count()) - trashedArticles,
		annotations: (await annotations.count()) - trashedAnnotations,
		trashedArticles,
		trashedAnnotations,
	};
}
