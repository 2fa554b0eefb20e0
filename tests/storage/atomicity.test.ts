import 'fake-indexeddb/auto';
import { afterEach, expect, test, vi } from 'vitest';
import { type LibraryStore, openLibraryStore } from '../../utils/storage/library-store.ts';
import { articleOf, at, candidate, creation, draft, fingerprintOf, freshFactory, uuid, version } from './build.ts';
import { type Failure, failRequest } from './fail-request.ts';
import { dump } from './native.ts';

const FAILURES: readonly Failure[] = ['refused', 'aborted before', 'aborted after'];

const trashed = candidate({ keys: ['url:trashed'] });
const textOnly = candidate({ keys: ['text:t'], facts: { title: 't', dir: 'ltr' } });

/** Two articles that are one, as the copy that shows it will tell; the first with something to redo. */
async function prepare(store: LibraryStore): Promise<void> {
	await store.createAnnotation(creation(1, { version: version({ fingerprint: fingerprintOf(2) }) }));
	await store.createAnnotation(creation(2, { draft: draft({ note: 'n' }) }));
	await store.editAnnotation(uuid(2), { note: 'edited' }, at(3));
	await store.undo((await articleOf(store, candidate().keys))!.id, at(4));
	await store.createAnnotation(creation(5, { article: textOnly, version: version({ html: '<p>' }) }));
	await store.createAnnotation(creation(6, { article: trashed }));
	await store.deleteArticles([(await articleOf(store, trashed.keys))!.id], at(7));
}

const textOnlyId = async (store: LibraryStore) => (await articleOf(store, textOnly.keys))!.id;
const articleId = async (store: LibraryStore) => (await articleOf(store, candidate().keys))!.id;

const place = (n: number) => ({
	id: uuid(n),
	article: candidate(),
	version: version({ fingerprint: fingerprintOf(3) }),
	selectors: draft({}, 20).selectors,
	at: at(9),
});

const ACTS: Record<string, (store: LibraryStore) => Promise<unknown>> = {
	'creating an annotation of a new article': (store) =>
		store.createAnnotation(creation(9, { article: candidate({ keys: ['url:b', 'head:b'] }) })),
	'creating an annotation that joins two articles': (store) =>
		store.createAnnotation(creation(9, { article: candidate({ keys: ['url:https://www.rfi.fr/cn/a', 'text:t'] }) })),
	'keeping an article': (store) =>
		store.keepArticle(candidate({ address: 'file:///a' }), version({ html: '<p>' }), at(9)),
	editing: (store) => store.editAnnotation(uuid(2), { note: 'again', color: 'pink' }, at(9)),
	'an edit that arrives late': (store) =>
		store.editAnnotation(uuid(2), { note: 'x' }, new Date(Date.parse(at(4)) - 1).toISOString()),
	merging: (store) => store.mergeAnnotations({ ...place(2), others: [uuid(1)] }),
	splitting: (store) => store.splitAnnotation({ ...place(2), secondId: uuid(9), second: draft({}, 30).selectors }),
	deleting: (store) => store.deleteAnnotation(uuid(1), at(9)),
	undoing: async (store) => store.undo(await articleId(store), at(9)),
	redoing: async (store) => store.redo(await articleId(store), at(9)),
	'deleting articles': async (store) => store.deleteArticles([await articleId(store), await textOnlyId(store)], at(9)),
	'deleting annotations': (store) => store.deleteAnnotations([uuid(1), uuid(2), uuid(5)], at(9)),
	'changing many': (store) => store.changeMany([uuid(1), uuid(5)], { color: 'blue', addTags: ['t'] }, at(9)),
	restoring: (store) => store.restore({ annotations: [uuid(6)] }, at(9)),
	'a new annotation of an article in the trash': (store) =>
		store.createAnnotation(creation(9, { article: trashed, at: at(9) })),
	'emptying the trash': (store) => store.emptyTrash(),
	'purging the trash': (store) => store.purgeTrash(at(60 * 24 * 60)),
	'undoing in the library': (store) => store.undoLast(at(9)),
	'keeping many articles': (store) =>
		store.keepArticles(
			[trashed, candidate({ keys: ['url:new'] })].map((article, n) => ({
				article,
				version: version({ fingerprint: fingerprintOf(50 + n) }),
				file: { importId: uuid(70), path: String(n), size: 1, modified: 1 },
			})),
			at(9),
		),
};

afterEach(() => {
	vi.restoreAllMocks();
});

/** A store after `prepare`, with ids that are the same in every run. */
async function prepared() {
	let ids = 1000;
	vi.spyOn(crypto, 'randomUUID').mockImplementation(() => uuid(ids++) as ReturnType<typeof crypto.randomUUID>);
	const indexedDB = freshFactory();
	const store = openLibraryStore({ indexedDB });
	await prepare(store);
	return { indexedDB, store };
}

for (const [name, act] of Object.entries(ACTS)) {
	test(`${name} is wholly there or wholly absent, whichever request fails`, async () => {
		const whole = await prepared();
		const before = await dump(whole.indexedDB);
		const requests = await failRequest(undefined, 'refused', () => act(whole.store));
		const after = await dump(whole.indexedDB);
		expect(after).not.toEqual(before);
		expect(requests).toBeGreaterThan(2);
		for (const failure of FAILURES) {
			for (let n = 1; n <= requests; n++) {
				const { indexedDB, store } = await prepared();
				const failed = failRequest(n, failure, () => act(store));
				await expect(failed, `${failure} at ${n} of ${requests}`).rejects.toMatchObject({
					name: 'Fault',
					code: 'quota',
				});
				expect(await dump(indexedDB), `${failure} at ${n} of ${requests}`).toEqual(before);
				store.close();
			}
		}
		// The same act tried again after a failure is the act. Ids are drawn anew by then.
		const { indexedDB, store } = await prepared();
		await failRequest(requests, 'aborted after', () => act(store)).catch(() => {});
		await act(store);
		const shape = (rows: Record<string, unknown[]>) => Object.entries(rows).map(([table, all]) => [table, all.length]);
		expect(shape(await dump(indexedDB))).toEqual(shape(after));
	});
}
