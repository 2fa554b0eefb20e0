import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, test, vi } from 'vitest';
import { openIndexStore } from '../../utils/storage/index-store.ts';

const INDEX = 'en-marge-index';
const KEPT = 'what was built';

beforeEach(() => {
	// Dexie says on the console that it could not open; that is not what is tested.
	vi.spyOn(console, 'warn').mockImplementation(() => {});
});

const openStore = (indexedDB: IDBFactory) => openIndexStore({ format: 1, checksum: () => 0, indexedDB });

/** A browser with an index, whose next openings fail; and the names of what was deleted. */
async function failing(errors: readonly string[]): Promise<{ indexedDB: IDBFactory; deleted: string[] }> {
	const indexedDB = new IDBFactory();
	const store = openStore(indexedDB);
	await store.change({ builtTo: KEPT });
	store.close();
	const left = [...errors];
	const open = indexedDB.open.bind(indexedDB);
	vi.spyOn(indexedDB, 'open').mockImplementation((name, version) => {
		const error = left.shift();
		if (error !== undefined) throw new DOMException('It did not open', error);
		return open(name, version);
	});
	const deleted: string[] = [];
	const remove = indexedDB.deleteDatabase.bind(indexedDB);
	vi.spyOn(indexedDB, 'deleteDatabase').mockImplementation((name) => {
		deleted.push(name);
		return remove(name);
	});
	return { indexedDB, deleted };
}

test('an index that did not open once is opened again, and kept', async () => {
	const { indexedDB, deleted } = await failing(['AbortError']);
	expect((await openStore(indexedDB).read()).builtTo).toBe(KEPT);
	expect(deleted).toEqual([]);
});

test('an index that does not open at all makes room for a new one', async () => {
	const { indexedDB, deleted } = await failing(['AbortError', 'AbortError']);
	expect((await openStore(indexedDB).read()).builtTo).toBe('');
	expect(deleted).toEqual([INDEX]);
});

test('an index that does not open as the disk is full is kept, and opened once there is room', async () => {
	const { indexedDB, deleted } = await failing(['QuotaExceededError']);
	const store = openStore(indexedDB);
	await expect(store.read()).rejects.toMatchObject({ name: expect.stringContaining('Quota') });
	expect((await store.read()).builtTo).toBe(KEPT);
	expect(deleted).toEqual([]);
});
