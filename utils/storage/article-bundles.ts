import { type Annotation, compareByPosition } from '../domain/annotation.ts';
import type { Article, ArticleVersion } from '../domain/article.ts';
import { toArticle } from './articles.ts';
import type { AnnotationRow, ArticleRow, VersionRow } from './rows.ts';
import type { Database } from './schema.ts';

/** One article with all that belongs to it, but for what lies in the trash. */
export interface ArticleBundle {
	readonly article: Article;
	/** In reading order. */
	readonly annotations: readonly Annotation[];
	/** Oldest first. */
	readonly versions: readonly ArticleVersion[];
}

/** The bundles of these articles, read at one moment, in the order of the ids; one that is not there or lies in the trash is passed over. */
export async function readBundles(database: Database, ids: readonly string[]): Promise<ArticleBundle[]> {
	const between = (await areNeighbours(database, ids)) && ([ids[0]!, ids.at(-1)!] as const);
	const rows = between ? await readBetween(database, between, ids) : await readEach(database, ids);
	return rows.flatMap(([row, annotations, versions]) => {
		if (row === undefined || row.deleted !== undefined) return [];
		return {
			article: toArticle(row),
			annotations: annotations.filter(({ deleted }) => deleted === undefined).sort(compareByPosition),
			versions: versions.sort((a, b) => (a.captured < b.captured ? -1 : 1)),
		};
	});
}

type Rows = readonly [ArticleRow | undefined, AnnotationRow[], VersionRow[]];

/** Whether ids ascend, and hardly any other article lies between them: then they are read as one range, in half the time. */
async function areNeighbours(database: Database, ids: readonly string[]): Promise<boolean> {
	if (ids.length < FEW || ids.some((id, n) => n > 0 && id <= ids[n - 1]!)) return false;
	return (await database.articles.where(':id').between(ids[0], ids.at(-1), true, true).count()) <= 1.5 * ids.length;
}

const FEW = 10;

async function readEach(database: Database, ids: readonly string[]): Promise<Rows[]> {
	return await Promise.all(
		ids.map((id) =>
			Promise.all([
				database.articles.get(id),
				database.annotations.where('articleId').equals(id).toArray(),
				database.versions.where('articleId').equals(id).toArray(),
			]),
		),
	);
}

async function readBetween(
	database: Database,
	[first, last]: readonly [string, string],
	ids: readonly string[],
): Promise<Rows[]> {
	const [articles, annotations, versions] = await Promise.all([
		database.articles.where(':id').between(first, last, true, true).toArray(),
		database.annotations.where('articleId').between(first, last, true, true).toArray(),
		database.versions.where('articleId').between(first, last, true, true).toArray(),
	]);
	const rows = new Map(ids.map((id): [string, Rows] => [id, [undefined, [], []]]));
	for (const row of articles) if (rows.has(row.id)) rows.set(row.id, [row, [], []]);
	for (const one of annotations) rows.get(one.articleId)?.[1].push(one);
	for (const version of versions) rows.get(version.articleId)?.[2].push(version);
	return [...rows.values()];
}
