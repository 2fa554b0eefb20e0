import 'fake-indexeddb/auto';
import { forceCloseDatabase, IDBDatabase } from 'fake-indexeddb';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Fault } from '../../utils/domain/fault.ts';
import { createConnection } from '../../utils/storage/connection.ts';
import { openLibraryStore } from '../../utils/storage/library-store.ts';
import { LADDER } from '../../utils/storage/schema.ts';
import { toFault } from '../../utils/storage/to-fault.ts';
import { at, candidate, creation, draft, freshFactory, uuid } from './build.ts';
import { failRequest } from './fail-request.ts';
import { answer, dump, openNatively } from './native.ts';

/** As IndexedDB counts. */
const LATEST = 10 * LADDER.at(-1)!.version;

beforeEach(() => {
	// Dexie says on the console that it makes way; that is not what is tested.
	vi.spyOn(console, 'warn').mockImplementation(() => {});
});
afterEach(() => {
	vi.restoreAllMocks();
	vi.unstubAllGlobals();
});

const code = async (promise: Promise<unknown>) => {
	const error = await promise.then(
		() => undefined,
		(error: unknown) => error,
	);
	return error instanceof Fault ? error.code : error;
};

/** The connections that stores open from now on. */
function connections(): IDBDatabase[] {
	const opened: IDBDatabase[] = [];
	const original = IDBDatabase.prototype.transaction;
	vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (this: IDBDatabase, ...given) {
		if (!opened.includes(this)) opened.push(this);
		return original.apply(this, given);
	});
	return opened;
}

for (const [name, version] of [
	['the next schema', LATEST + 10],
	['a schema between two', LATEST + 1],
] as const) {
	test(`a database of ${name} is left untouched, and that is said every time`, async () => {
		const indexedDB = freshFactory();
		const newer = await openNatively(indexedDB, version, (database) => {
			database.createObjectStore('annotations', { keyPath: 'id' }).put({ id: 'from the future' });
		});
		newer.close();
		const store = openLibraryStore({ indexedDB });
		for (let again = 0; again < 3; again++) {
			expect(await code(store.listArticleIds('annotated'))).toBe('newer-database');
			expect(await code(store.createAnnotation(creation(1)))).toBe('newer-database');
		}
		expect(await dump(indexedDB)).toEqual({ annotations: [{ id: 'from the future' }] });
		const after = await openNatively(indexedDB);
		expect(after.version).toBe(version);
		after.close();
	});
}

test('a database of our version that lacks a table is not patched up in silence', async () => {
	const indexedDB = freshFactory();
	(
		await openNatively(indexedDB, LATEST, (database) => database.createObjectStore('articles', { keyPath: 'id' }))
	).close();
	expect(await code(openLibraryStore({ indexedDB }).listArticleIds('annotated'))).toBe('newer-database');
	expect((await openNatively(indexedDB)).version).toBe(LATEST);
});

test('when a newer En marge wants to open the database, the store makes way and says so', async () => {
	const indexedDB = freshFactory();
	const store = openLibraryStore({ indexedDB });
	const seen: string[] = [];
	store.observe(
		() => store.listArticleIds('annotated'),
		(articles) => seen.push(String(articles.length)),
		(fault) => seen.push(fault),
	);
	await store.createAnnotation(creation(1));
	await vi.waitFor(() => expect(seen).toContain('1'));
	const newer = await openNatively(indexedDB, LATEST + 10);
	await vi.waitFor(() => expect(seen.at(-1)).toBe('newer-database'));
	for (let again = 0; again < 3; again++) expect(await code(store.listArticleIds('annotated'))).toBe('newer-database');
	newer.close();
	expect((await dump(indexedDB)).annotations).toHaveLength(1);
	store.close();
});

const refuses = (errorName: string) => {
	const factory = freshFactory();
	factory.open = () => {
		throw new DOMException('refused', errorName);
	};
	return factory;
};

for (const errorName of ['SecurityError', 'InvalidStateError', 'UnknownError'])
	test(`storage that the browser refuses with ${errorName} is said to be blocked`, async () => {
		const store = openLibraryStore({ indexedDB: refuses(errorName) });
		expect(await code(store.listArticleIds('annotated'))).toBe('storage-blocked');
		expect(await code(store.createAnnotation(creation(1)))).toBe('storage-blocked');
	});

test('a browser that fails the request to open, as Firefox does, has storage blocked', async () => {
	const indexedDB = freshFactory();
	indexedDB.open = () => {
		const request = Object.assign(new EventTarget(), { error: new DOMException('no mutations', 'InvalidStateError') });
		const event = { target: request, preventDefault() {}, stopPropagation() {} };
		queueMicrotask(() => (request as unknown as { onerror(event: unknown): void }).onerror(event));
		return request as unknown as IDBOpenDBRequest;
	};
	expect(await code(openLibraryStore({ indexedDB }).listArticleIds('annotated'))).toBe('storage-blocked');
});

test('a browser without IndexedDB has storage blocked, and observers hear it', async () => {
	vi.stubGlobal('indexedDB', undefined);
	const store = openLibraryStore();
	expect(await code(store.listArticleIds('annotated'))).toBe('storage-blocked');
	const failed = vi.fn();
	store.observe(
		() => store.listArticleIds('annotated'),
		() => {},
		failed,
	);
	await vi.waitFor(() => expect(failed).toHaveBeenCalledWith('storage-blocked'));
});

test('storage that was blocked and is allowed again works', async () => {
	const indexedDB = freshFactory();
	const open = indexedDB.open;
	indexedDB.open = refuses('SecurityError').open;
	const store = openLibraryStore({ indexedDB });
	const seen: unknown[] = [];
	store.observe(
		() => store.listArticleIds('annotated'),
		(articles) => seen.push(articles.length),
		(fault) => seen.push(fault),
	);
	await vi.waitFor(() => expect(seen).toEqual(['storage-blocked']));
	indexedDB.open = open;
	await store.createAnnotation(creation(1));
	await vi.waitFor(() => expect(seen.at(-1)).toBe(1));
	store.close();
});

for (const [errorName, expected] of [
	['QuotaExceededError', 'quota'],
	['DataError', 'write-failed'],
	['UnknownError', 'write-failed'],
	['ReadOnlyError', 'write-failed'],
] as const)
	test(`a write refused with ${errorName} is told as ${expected}, and can be tried again`, async () => {
		const indexedDB = freshFactory();
		const store = openLibraryStore({ indexedDB });
		await store.keepArticle(candidate(), undefined, at(0));
		const before = await dump(indexedDB);
		for (const n of [1, 3, 5])
			expect(await code(failRequest(n, 'refused', () => store.createAnnotation(creation(1)), errorName))).toBe(
				expected,
			);
		expect(await dump(indexedDB)).toEqual(before);
		expect(await store.createAnnotation(creation(1))).toMatchObject({ id: uuid(1) });
	});

test('a database deleted while it is open: the next act says so and writes nothing, the one after is whole', async () => {
	const indexedDB = freshFactory();
	const store = openLibraryStore({ indexedDB });
	await store.createAnnotation(creation(1));
	await store.createAnnotation(creation(2));
	await answer(indexedDB.deleteDatabase('en-marge'));
	expect(await code(store.editAnnotation(uuid(1), { note: 'n' }, at(3)))).toBe('write-failed');
	expect(await indexedDB.databases()).toEqual([]);
	expect(await code(store.editAnnotation(uuid(1), { note: 'n' }, at(3)))).toBe('not-found');
	const again = await store.createAnnotation(creation(2, { draft: draft({ note: 'kept on screen' }) }));
	expect(await store.listAnnotations(again.articleId)).toEqual([again]);
	expect(await store.latestVersion(again.articleId)).toBeDefined();
});

test('a database deleted in the middle of an act: the act is whole or absent', async () => {
	for (let turns = 0; turns < 40; turns++) {
		const indexedDB = freshFactory();
		const store = openLibraryStore({ indexedDB });
		await store.keepArticle(candidate(), undefined, at(0));
		const act = store.createAnnotation(creation(1)).then(
			() => 'told as saved',
			(fault) => fault.code,
		);
		for (let turn = 0; turn < turns; turn++) await new Promise((resolve) => setImmediate(resolve));
		await answer(indexedDB.deleteDatabase('en-marge'));
		expect(['told as saved', 'write-failed']).toContain(await act);
		const rows = await dump(indexedDB);
		const counts = ['articles', 'versions', 'annotations', 'acts'].map((table) => rows[table]?.length ?? 0);
		expect([
			[0, 0, 0, 0],
			[1, 1, 1, 1],
		]).toContainEqual(counts);
		store.close();
	}
});

test('a connection that the browser takes away is told once to all, and opened again', async () => {
	const indexedDB = freshFactory();
	const opened = connections();
	const store = openLibraryStore({ indexedDB });
	const { articleId } = await store.createAnnotation(creation(1));
	const seen: unknown[] = [];
	const stop = store.observe(
		() => store.listAnnotations(articleId),
		(list) => seen.push(list.length),
		(fault) => seen.push(fault),
	);
	await vi.waitFor(() => expect(seen).toEqual([1]));
	forceCloseDatabase(opened.at(-1) as never);
	await vi.waitFor(() => expect(seen).toEqual([1, 'write-failed']));
	expect(await code(store.createAnnotation(creation(2)))).toBe('write-failed');
	await store.createAnnotation(creation(2));
	await vi.waitFor(() => expect(seen).toEqual([1, 'write-failed', 2]));
	stop();
	store.close();
});

test('work that was under way when the database was lost is no sign that it is back', async () => {
	const indexedDB = freshFactory();
	const connection = createConnection({ indexedDB });
	const heard: string[] = [];
	connection.watch({ lost: (fault) => heard.push(fault), recovered: () => heard.push('recovered') });
	const answered = connection.run(async () => {
		await answer(indexedDB.deleteDatabase('en-marge'));
		return 'answered';
	});
	expect(await answered).toBe('answered');
	expect(heard).toEqual(['write-failed']);
	expect(await code(connection.run(async () => 'told'))).toBe('write-failed');
	expect(heard).toEqual(['write-failed']);
	expect(await connection.run(async () => 'back')).toBe('back');
	expect(heard).toEqual(['write-failed', 'recovered']);
	connection.close();
});

test('a store that has been closed says so', async () => {
	const store = openLibraryStore({ indexedDB: freshFactory() });
	store.close();
	expect(await code(store.listArticleIds('annotated'))).toBe('write-failed');
});

test('what the reader is told is saved was written with strict durability', async () => {
	const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction');
	await openLibraryStore({ indexedDB: freshFactory() }).createAnnotation(creation(1));
	const writes = transaction.mock.calls.filter(([, mode]) => mode === 'readwrite');
	expect(writes).toHaveLength(1);
	expect(writes[0]![2]).toEqual({ durability: 'strict' });
});

test('an error is told by the innermost cause that means something to the reader', () => {
	const named = (name: string, more: object = {}) => Object.assign(new Error('m'), { name, ...more });
	expect(toFault(named('AbortError', { inner: named('QuotaExceededError') })).code).toBe('quota');
	expect(toFault(named('BulkError', { failures: [named('QuotaExceededError')] })).code).toBe('quota');
	expect(toFault(named('OpenFailedError', { inner: named('VersionError') }), true).code).toBe('newer-database');
	expect(toFault(named('InvalidStateError')).code).toBe('write-failed');
	expect(toFault(named('InvalidStateError'), true).code).toBe('storage-blocked');
	expect(toFault(named('AbortError', { inner: new Fault('not-found') })).code).toBe('not-found');
	expect(toFault('a string').code).toBe('write-failed');
	expect(toFault(undefined).code).toBe('write-failed');
	const loop = named('DataError');
	Object.assign(loop, { cause: loop });
	expect(toFault(loop).code).toBe('write-failed');
});
