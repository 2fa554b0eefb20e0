import './usable-broadcast.ts';
import { Dexie, type Table, type Transaction } from 'dexie';
import { exactFactory } from './exact-factory.ts';
import type { ActRow, AnnotationRow, ArticleRow, ImportedFileRow, ImportRow, PendingRow, VersionRow } from './rows.ts';

/** One step of the migration ladder: what the tables are from this version on, and how older rows get there. */
export interface Rung {
	readonly version: number;
	/** Dexie's index syntax; only tables that change need to be named. `null` drops a table. */
	readonly stores: Readonly<Record<string, string | null>>;
	/** Imports nothing from the rest of the project: what it says must stay true when the project moves on. */
	readonly upgrade?: (transaction: Transaction) => PromiseLike<unknown>;
}

/**
 * Every version the database ever had, lowest first. A rung that has been released is never edited: add the next one,
 * and a stored example of the version before it under `tests/storage/schemas`.
 */
export const LADDER: readonly Rung[] = [
	{
		version: 1,
		stores: {
			articles: 'id, *keys, url, edition, published, added',
			versions: '[articleId+fingerprint], articleId',
			annotations: 'id, articleId, [articleId+modified], deleted, *tags, modified',
			acts: '++seq, [articleId+undone], annotationId',
		},
	},
	{
		version: 2,
		stores: {
			articles: 'id, *keys, url, edition, published, added, annotated, deleted, asOf, section, twin',
			versions: '[articleId+fingerprint], articleId, [articleId+captured]',
			annotations: 'id, articleId, [articleId+modified], deleted, *tags, modified, created',
			acts: '++seq, [articleId+undone], annotationId, undone, batch, takenBack',
			pending: 'key',
			imports: 'id',
			importedFiles: '[importId+path], importId, [importId+outcome]',
		},
		upgrade: async (transaction) => {
			const last = new Map<string, string>();
			// In ascending order: the last of an article is its latest.
			const keys = await transaction.table('annotations').orderBy('[articleId+modified]').keys();
			for (const key of keys) {
				const [articleId, modified] = key as unknown as [string, string];
				last.set(articleId, modified);
			}
			await transaction
				.table('articles')
				.toCollection()
				.modify((row: { id: string; annotated?: string }) => {
					const annotated = last.get(row.id);
					if (annotated !== undefined) row.annotated = annotated;
				});
			for (const [kind, table] of [
				['article', 'articles'],
				['annotation', 'annotations'],
			] as const) {
				const ids = await transaction.table(table).toCollection().primaryKeys();
				await transaction.table('pending').bulkPut(ids.map((id) => ({ key: `${kind}:${id}`, mark: 'upgrade' })));
			}
		},
	},
];

export type Database = Dexie & {
	readonly articles: Table<ArticleRow, string>;
	readonly versions: Table<VersionRow, [string, string]>;
	readonly annotations: Table<AnnotationRow, string>;
	readonly acts: Table<ActRow, number, ActRow>;
	readonly pending: Table<PendingRow, string>;
	readonly imports: Table<ImportRow, string>;
	readonly importedFiles: Table<ImportedFileRow, [string, string]>;
};

export interface DatabaseOptions {
	readonly name?: string;
	/** Another IndexedDB than the browser's, for tests. */
	readonly indexedDB?: IDBFactory;
	readonly ladder?: readonly Rung[];
}

/**
 * The database, not yet open.
 * - No automatic opening: a connection that was lost must be noticed, not silently made anew in the middle of an act.
 * - `strict` durability: what the reader is told is saved is on the disk, also when the machine stops the next moment.
 * - No query cache: it shows writes before they are committed, and takes them back when they fail.
 */
export function createDatabase({ name = 'en-marge', indexedDB, ladder = LADDER }: DatabaseOptions = {}): Database {
	const version = Math.max(...ladder.map((rung) => rung.version));
	const database = new Dexie(name, {
		autoOpen: false,
		cache: 'disabled',
		chromeTransactionDurability: 'strict',
		indexedDB: exactFactory(version, indexedDB),
	});
	for (const rung of ladder) {
		const step = database.version(rung.version).stores(rung.stores);
		if (rung.upgrade) step.upgrade(rung.upgrade);
	}
	return database as Database;
}
