import type { Annotation, Instant } from '../domain/annotation.ts';
import type { Article } from '../domain/article.ts';
import { createConnection } from './connection.ts';
import { observe } from './observe.ts';
import { donePending, pendingOf } from './pending.ts';
import type { AnnotationRow, ArticleRow, PendingRow } from './rows.ts';
import { toArticle } from './rows.ts';
import type { Database, DatabaseOptions } from './schema.ts';
import { transactionsOn } from './transact.ts';
import { latestVersion } from './versions.ts';

/** An article as the index of the library reads it, with its annotations; nothing that lies in the trash. */
export interface ReadArticle {
	readonly article: Article;
	/** When an annotation of it was last made or changed. */
	readonly annotated?: Instant;
	/** When the newest copy of it was taken. */
	readonly captured: Instant;
	/** The latest text; empty where none is kept. */
	readonly text: string;
	/** Fingerprint of that text. */
	readonly version?: string;
	readonly annotations: readonly Annotation[];
}

/** What is stored, as the index of the library asks for it: many at a time, without the weight of the whole store. */
export interface IndexReader {
	/** What has changed since it was last read, at most `limit`. */
	pending(limit: number): Promise<PendingRow[]>;
	/** What has changed of these articles and of their annotations. */
	pendingOf(articleIds: readonly string[]): Promise<PendingRow[]>;
	countPending(): Promise<number>;
	/** Removes those that have not changed again. */
	donePending(rows: readonly PendingRow[]): Promise<void>;
	/** At most `limit`, by id, from after this one; those in the trash are among them. */
	articleIds(after: string, limit: number): Promise<string[]>;
	/** The articles that annotations are made on; of annotations that are no longer there is none. */
	articlesOf(annotationIds: readonly string[]): Promise<string[]>;
	readArticles(ids: readonly string[]): Promise<ReadArticle[]>;
	readAnnotations(ids: readonly string[]): Promise<Annotation[]>;
	/** Those in the trash left out. */
	countArticles(): Promise<number>;
	versionText(articleId: string, fingerprint: string): Promise<string | undefined>;
	/** Calls back now, and whenever how much is pending has changed. */
	watchPending(changed: () => void): () => void;
	close(): void;
}

export function openIndexReader(options: DatabaseOptions = {}): IndexReader {
	const connection = createConnection(options);

	const { read, write } = transactionsOn(connection);
	const countPending = () => read((database) => database.pending.count());

	return {
		pending: (limit) => read((database) => database.pending.limit(limit).toArray()),
		pendingOf: (ids) => read((database) => pendingOf(database, ids)),
		countPending,
		donePending: (rows) => write((database) => donePending(database, rows)),
		articleIds: (after, limit) =>
			read((database) => database.articles.where('id').above(after).limit(limit).primaryKeys()),
		articlesOf: (ids) =>
			read(async (database) => {
				const rows = await database.annotations.bulkGet([...ids]);
				return rows.flatMap((row) => (row ? [row.articleId] : []));
			}),
		readArticles: (ids) =>
			read(async (database) => {
				const rows = standing(await database.articles.bulkGet([...ids]));
				return await Promise.all(rows.map((row) => readArticle(database, row)));
			}),
		readAnnotations: (ids) => read(async (database) => standing(await database.annotations.bulkGet([...ids]))),
		countArticles: () =>
			read(async ({ articles }) => (await articles.count()) - (await articles.where('deleted').above('').count())),
		versionText: (articleId, fingerprint) =>
			read(async (database) => (await database.versions.get([articleId, fingerprint]))?.text),
		watchPending: (changed) => observe(connection, countPending, changed, () => undefined),
		close: () => connection.close(),
	};
}

async function readArticle(database: Database, row: ArticleRow): Promise<ReadArticle> {
	const annotations: AnnotationRow[] = await database.annotations.where('articleId').equals(row.id).toArray();
	const latest = await latestVersion(database, row.id);
	return {
		article: toArticle(row),
		captured: row.asOf,
		text: latest?.text ?? '',
		annotations: standing(annotations),
		...(latest && { version: latest.fingerprint }),
		...(row.annotated !== undefined && { annotated: row.annotated }),
	};
}

function standing<Row extends { readonly deleted?: Instant }>(rows: readonly (Row | undefined)[]): Row[] {
	return rows.filter((row): row is Row => row !== undefined && row.deleted === undefined);
}
