import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Annotation, Instant } from '../../utils/domain/annotation.ts';
import { COLORS, STYLES } from '../../utils/domain/color.ts';
import type { Fault } from '../../utils/domain/fault.ts';
import { MOST_ACTS } from '../../utils/storage/journal.ts';
import { type LibraryStore, openLibraryStore } from '../../utils/storage/library-store.ts';
import type { Changes } from '../../utils/storage/rows.ts';
import {
	articleOf,
	at,
	candidate,
	creation,
	draft,
	fingerprintOf,
	freshFactory,
	summariesOf,
	uuid,
	version,
} from './build.ts';
import { answer, dump, openNatively } from './native.ts';

type Act =
	| { readonly do: 'create'; readonly n: number; readonly note: string }
	| { readonly do: 'edit'; readonly n: number; readonly changes: Changes; readonly session?: string }
	| { readonly do: 'delete'; readonly n: number }
	| { readonly do: 'merge'; readonly n: number; readonly others: readonly number[] }
	| { readonly do: 'split'; readonly n: number; readonly second: number }
	| { readonly do: 'undo' | 'redo' };

const n = fc.integer({ min: 1, max: 4 });
const note = fc.constantFrom('', 'a', 'b', 'c');
const changes = fc.record(
	{
		note,
		color: fc.constantFrom(...COLORS),
		style: fc.constantFrom(...STYLES),
		tags: fc.constantFrom([], ['t'], ['t', 'u']),
		selectors: fc.constantFrom(draft({}, 5).selectors, draft({}, 6).selectors),
	},
	{ requiredKeys: [] },
);
const act: fc.Arbitrary<Act> = fc.oneof(
	fc.record({ do: fc.constant('create' as const), n, note }),
	fc.record({ do: fc.constant('edit' as const), n, changes }),
	fc.record({ do: fc.constant('edit' as const), n, changes, session: fc.constantFrom(uuid(100), uuid(101)) }),
	fc.record({ do: fc.constant('delete' as const), n }),
	fc.record({ do: fc.constant('merge' as const), n, others: fc.array(n, { maxLength: 4 }) }),
	fc.record({ do: fc.constant('split' as const), n, second: fc.integer({ min: 5, max: 6 }) }),
);
const actOrStep = fc.oneof(
	{ weight: 3, arbitrary: act },
	fc.record({ do: fc.constantFrom('undo' as const, 'redo' as const) }),
);

const KEYS = candidate().keys;
const articleId = async (store: LibraryStore) => (await articleOf(store, KEYS))!.id;

const place = (n: number, when: Instant) => {
	const { selectors } = draft({}, 20 + n);
	return { id: uuid(n), article: candidate(), version: version(), selectors, at: when };
};

/** Does an act; one on an annotation that does not exist is refused and changes nothing. */
async function perform(store: LibraryStore, one: Act, when: Instant): Promise<void> {
	const absent = (error: unknown) => expect((error as Fault).code).toBe('not-found');
	if (one.do === 'create')
		await store.createAnnotation(creation(one.n, { at: when, draft: draft({ note: one.note }, one.n) }));
	else if (one.do === 'edit') await store.editAnnotation(uuid(one.n), one.changes, when, one.session).catch(absent);
	else if (one.do === 'merge')
		await store.mergeAnnotations({ ...place(one.n, when), others: one.others.map(uuid) }).catch(absent);
	else if (one.do === 'split') {
		const second = draft({}, 40).selectors;
		await store.splitAnnotation({ ...place(one.n, when), secondId: uuid(one.second), second }).catch(absent);
	} else if (one.do === 'delete') await store.deleteAnnotation(uuid(one.n), when).catch(absent);
	else await store[one.do](await articleId(store), when);
}

/** What stands, without the time of its last change: undoing is a change too. */
async function standing(store: LibraryStore): Promise<Omit<Annotation, 'modified'>[]> {
	return (await store.listAnnotations(await articleId(store))).map(({ modified, ...rest }) => rest);
}

/** Forgets the acts so far, so that what stands now is where undoing ends. */
async function forgetActs(indexedDB: IDBFactory): Promise<void> {
	const database = await openNatively(indexedDB);
	await answer(database.transaction('acts', 'readwrite').objectStore('acts').clear());
	database.close();
}

test('any acts undone fully give the initial annotations, and redone what stood before', async () => {
	// Some acts arrive later than they were made.
	const timed = fc.record({ act: actOrStep, lateMs: fc.constantFrom(0, 0, 4_000, 7_000, 60_000) });
	await fc.assert(
		fc.asyncProperty(fc.array(act, { maxLength: 5 }), fc.array(timed, { maxLength: 12 }), async (earlier, acts) => {
			let elapsedMs = 0;
			const time = (lateMs = 0) => {
				elapsedMs += 3_000;
				return new Date(Date.parse(at(60)) + elapsedMs - lateMs).toISOString();
			};
			const indexedDB = freshFactory();
			const store = openLibraryStore({ indexedDB });
			const id = (await store.keepArticle(candidate(), undefined, at(0))).id;
			for (const one of earlier) await perform(store, one, time());
			await forgetActs(indexedDB);
			const initial = await standing(store);

			for (const one of acts) await perform(store, one.act, time(one.lateMs));
			while (await store.redo(id, time()));
			const states = [await standing(store)];
			while (await store.undo(id, time())) states.push(await standing(store));
			expect(states.at(-1)).toEqual(initial);
			for (const state of states.slice(0, -1).reverse()) {
				expect(await store.redo(id, time())).toBeDefined();
				expect(await standing(store)).toEqual(state);
			}
			expect(await store.redo(id, time())).toBeUndefined();
			store.close();
		}),
		{ numRuns: 100 },
	);
});

test('keeping an article twice is keeping it once', async () => {
	const copy = fc.record({
		url: fc.constantFrom(undefined, 'a', 'b'),
		rest: fc.subarray(['text:1', 'text:2', 'head:1', 'head:2'], { minLength: 1 }),
		title: fc.constantFrom('x', 'y'),
		captured: fc.constantFrom(undefined, at(-10), at(10_000)),
		address: fc.constantFrom('file:///1', 'https://2'),
		version: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }),
	});
	await fc.assert(
		fc.asyncProperty(fc.array(copy, { minLength: 1, maxLength: 6 }), async (copies) => {
			const indexedDB = freshFactory();
			const store = openLibraryStore({ indexedDB });
			let minute = 0;
			for (const one of copies) {
				const given = candidate({
					keys: [...(one.url ? [`url:${one.url}`] : []), ...one.rest],
					address: one.address,
					facts: { title: one.title, dir: 'ltr', ...(one.captured && { captured: one.captured }) },
				});
				const state = one.version ? version({ fingerprint: fingerprintOf(one.version) }) : undefined;
				const first = await store.keepArticle(given, state, at(minute++));
				const rows = await dump(indexedDB);
				expect(await store.keepArticle(given, state, at(minute++))).toEqual(first);
				expect(await dump(indexedDB)).toEqual(rows);
				expect(await articleOf(store, given.keys)).toEqual(first);
				expect(await store.getArticle(first.id)).toEqual(first);
			}
			const articles = (await summariesOf(store)).map((summary) => summary.article);
			for (const article of articles)
				expect(article.keys.filter((key) => key.startsWith('url:')).length).toBeLessThanOrEqual(1);
			store.close();
		}),
		{ numRuns: 100 },
	);
});

test('the journal keeps a hundred acts of each article', async () => {
	const store = openLibraryStore({ indexedDB: freshFactory() });
	const { articleId: id } = await store.createAnnotation(creation(1));
	await store.createAnnotation(creation(2, { article: candidate({ keys: ['url:other'] }) }));
	for (let i = 1; i <= MOST_ACTS + 5; i++) await store.editAnnotation(uuid(1), { note: String(i) }, at(i));
	let undone = 0;
	while (await store.undo(id, at(1000))) undone++;
	expect(undone).toBe(MOST_ACTS);
	expect((await store.listAnnotations(id))[0]!.note).toBe('5');
	expect(await store.undo((await articleOf(store, ['url:other']))!.id, at(1000))).toMatchObject({ kind: 'create' });
});

test('a new act after an undo clears what could be redone', async () => {
	const store = openLibraryStore({ indexedDB: freshFactory() });
	const { articleId: id } = await store.createAnnotation(creation(1));
	await store.editAnnotation(uuid(1), { note: 'a' }, at(2));
	await store.undo(id, at(3));
	await store.editAnnotation(uuid(1), { note: 'b' }, at(4));
	expect(await store.redo(id, at(5))).toBeUndefined();
	await store.undo(id, at(6));
	expect(await standing(store)).toMatchObject([{ note: '' }]);
});
