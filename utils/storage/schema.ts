import './usable-broadcast.ts';
import { Dexie, type Table, type Transaction } from 'dexie';
import { exactFactory } from './exact-factory.ts';
import type { ActRow, AnnotationRow, ArticleRow, VersionRow } from './rows.ts';

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
];

export type Database = Dexie & {
	readonly articles: Table<ArticleRow, string>;
	readonly versions: Table<VersionRow, [string, string]>;
	readonly annotations: Table<AnnotationRow, string>;
	readonly acts: Table<ActRow, number, ActRow>;
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
