import './usable-broadcast.ts';
import { Dexie, type Table } from 'dexie';
import { exactFactory } from './exact-factory.ts';
import type { BlockRow, DeadRow, ManifestRow, SegmentRow } from './index-rows.ts';

export type IndexDatabase = Dexie & {
	readonly manifest: Table<ManifestRow, string>;
	readonly segments: Table<SegmentRow, number>;
	readonly dead: Table<DeadRow, number>;
	readonly blocks: Table<BlockRow, [number, number]>;
};

export interface IndexDatabaseOptions {
	readonly name?: string;
	/** Another IndexedDB than the browser's, for tests. */
	readonly indexedDB?: IDBFactory;
}

const VERSION = 1;

/**
 * The database of the index, not yet open. All in it can be made again from what is stored of articles and annotations:
 * it has no upgrades, and nothing waits for the disk.
 */
export function createIndexDatabase({ name = 'en-marge-index', indexedDB }: IndexDatabaseOptions = {}): IndexDatabase {
	const database = new Dexie(name, {
		autoOpen: false,
		cache: 'disabled',
		chromeTransactionDurability: 'relaxed',
		indexedDB: exactFactory(VERSION, indexedDB),
	});
	database.version(VERSION).stores({
		manifest: 'key',
		segments: 'number',
		dead: 'number',
		blocks: '[segment+block]',
	});
	return database as IndexDatabase;
}
