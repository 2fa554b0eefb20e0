import { type Annotation, compareByPosition } from '../domain/annotation.ts';
import type { Article, ArticleVersion } from '../domain/article.ts';
import { toArticle } from './articles.ts';
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
	const [rows, annotations, versions] = await Promise.all([
		database.articles.bulkGet([...ids]),
		database.annotations.where('articleId').anyOf(ids).toArray(),
		database.versions.where('articleId').anyOf(ids).toArray(),
	]);
	const bundles = new Map<string, { annotations: Annotation[]; versions: ArticleVersion[] }>();
	for (const id of ids) bundles.set(id, { annotations: [], versions: [] });
	for (const one of annotations) if (one.deleted === undefined) bundles.get(one.articleId)?.annotations.push(one);
	for (const version of versions) bundles.get(version.articleId)?.versions.push(version);
	return rows
		.filter((row) => row !== undefined)
		.filter(({ deleted }) => deleted === undefined)
		.map((row) => ({
			article: toArticle(row),
			annotations: bundles.get(row.id)!.annotations.sort(compareByPosition),
			versions: bundles.get(row.id)!.versions.sort((a, b) => (a.captured < b.captured ? -1 : 1)),
		}));
}
