import { type Annotation, compareByPosition } from '../domain/annotation.ts';
import type { Article, ArticleVersion } from '../domain/article.ts';
import { answerOf } from './answer-of.ts';
import { grouped } from './grouped.ts';
import { type AnnotationRow, type ArticleRow, toArticle, type VersionRow } from './rows.ts';

/** One article with all that belongs to it, but for what lies in the trash. */
export interface ArticleBundle {
	readonly article: Article;
	/** In reading order. */
	readonly annotations: readonly Annotation[];
	/** Oldest first. */
	readonly versions: readonly ArticleVersion[];
}

/** The bundles of these articles, read at one moment, in the order of the ids; one that is not there or lies in the trash is passed over. */
export async function readBundles(database: IDBDatabase, ids: readonly string[]): Promise<ArticleBundle[]> {
	const tables = tablesOf(database.transaction(['articles', 'versions', 'annotations']));
	const rows = (await areNeighbours(tables, ids)) ? await readBetween(tables, ids) : await readEach(tables, ids);
	return rows.flatMap(([row, annotations, versions]) => {
		if (row === undefined || row.deleted !== undefined) return [];
		return {
			article: toArticle(row),
			annotations: annotations.filter(({ deleted }) => deleted === undefined).sort(compareByPosition),
			versions: versions.sort((a, b) => (a.captured < b.captured ? -1 : 1)),
		};
	});
}

type Tables = Readonly<Record<'articles' | 'versions' | 'annotations', IDBObjectStore>>;

function tablesOf(transaction: IDBTransaction): Tables {
	const [articles, versions, annotations] = ['articles', 'versions', 'annotations'].map((name) =>
		transaction.objectStore(name),
	);
	return { articles: articles!, versions: versions!, annotations: annotations! };
}

type Rows = readonly [ArticleRow | undefined, AnnotationRow[], VersionRow[]];

/** Whether ids ascend, and hardly any other article lies between them: then they are read as one range, in half the time. */
async function areNeighbours({ articles }: Tables, ids: readonly string[]): Promise<boolean> {
	if (ids.length < FEW || ids.some((id, n) => n > 0 && id <= ids[n - 1]!)) return false;
	return (await answerOf(articles.count(IDBKeyRange.bound(ids[0], ids.at(-1))))) <= 1.5 * ids.length;
}

const FEW = 10;

async function readEach(tables: Tables, ids: readonly string[]): Promise<Rows[]> {
	return await Promise.all(
		ids.map(async (id): Promise<Rows> => {
			const [article, annotations, versions] = await readRange(tables, id, id);
			return [article[0], annotations, versions];
		}),
	);
}

async function readBetween(tables: Tables, ids: readonly string[]): Promise<Rows[]> {
	const [articles, annotations, versions] = await readRange(tables, ids[0]!, ids.at(-1)!);
	const articleOf = new Map(articles.map((row) => [row.id, row]));
	const annotationsOf = grouped(annotations, ({ articleId }) => articleId);
	const versionsOf = grouped(versions, ({ articleId }) => articleId);
	return ids.map((id) => [articleOf.get(id), annotationsOf.get(id) ?? [], versionsOf.get(id) ?? []]);
}

async function readRange(
	{ articles, annotations, versions }: Tables,
	first: string,
	last: string,
): Promise<[ArticleRow[], AnnotationRow[], VersionRow[]]> {
	const between = IDBKeyRange.bound(first, last);
	return await Promise.all([
		answerOf<ArticleRow[]>(articles.getAll(between)),
		answerOf<AnnotationRow[]>(annotations.index('articleId').getAll(between)),
		// A list is greater than any text: `[id, []]` stands behind all that begins with the id.
		answerOf<VersionRow[]>(versions.getAll(IDBKeyRange.bound([first], [last, []]))),
	]);
}
