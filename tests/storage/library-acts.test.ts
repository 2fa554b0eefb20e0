import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { COLORS } from '../../utils/domain/color.ts';
import { type LibraryStore, openLibraryStore } from '../../utils/storage/library-store.ts';
import { at, candidate, creation, draft, freshFactory, uuid } from './build.ts';
import { dump } from './native.ts';

const ARTICLES = ['a', 'b', 'c'];
const article = (name: string) => candidate({ keys: [`url:${name}`], facts: { title: name, dir: 'ltr' } });

/** Articles a, b and c with annotations 1 to 3, 4 to 6 and 7 to 9, none of whose making can be undone. */
async function filled() {
	const indexedDB = freshFactory();
	const store = openLibraryStore({ indexedDB });
	const ids: Record<string, string> = {};
	for (const [place, name] of ARTICLES.entries())
		for (let n = 1; n <= 3; n++) {
			const made = creation(place * 3 + n, { article: article(name), draft: draft({ tags: ['t'] }, n), at: at(0) });
			ids[name] = (await store.createAnnotation(made)).articleId;
		}
	return { indexedDB, store, ids };
}

/**
 * What the library holds, without when things were last changed, or put into the trash: taking back is a change too. What went
 * there with its article still lies there with it.
 */
async function state(indexedDB: IDBFactory): Promise<unknown> {
	const { articles, annotations } = (await dump(indexedDB)) as Record<string, Record<string, unknown>[]>;
	const since = new Map(articles!.map(({ id, deleted }) => [id, deleted]));
	return {
		articles: articles!.map(({ annotated, deleted, ...rest }) => ({ ...rest, isDeleted: deleted !== undefined })),
		annotations: annotations!.map(({ modified, deleted, ...rest }) => ({
			...rest,
			isDeleted: deleted !== undefined,
			wentWithArticle: deleted !== undefined && deleted === since.get(rest.articleId),
		})),
	};
}

const some = fc.uniqueArray(fc.integer({ min: 1, max: 9 }), { maxLength: 5 });
const names = fc.subarray(ARTICLES);
const act = fc.oneof(
	fc.record({
		do: fc.constant('change' as const),
		some,
		color: fc.constantFrom(...COLORS),
		tag: fc.constantFrom('t', 'u'),
	}),
	fc.record({ do: fc.constant('delete' as const), some }),
	fc.record({ do: fc.constant('delete-articles' as const), names }),
	fc.record({ do: fc.constant('restore' as const), some, names }),
	fc.record({
		do: fc.constant('edit' as const),
		n: fc.integer({ min: 1, max: 9 }),
		note: fc.constantFrom('', 'x', 'y'),
	}),
	fc.record({
		do: fc.constant('note' as const),
		name: fc.constantFrom(...ARTICLES),
		note: fc.constantFrom('', 'x', 'y'),
	}),
	fc.record({
		do: fc.constant('annotate' as const),
		name: fc.constantFrom(...ARTICLES),
		n: fc.integer({ min: 10, max: 12 }),
	}),
	fc.record({ do: fc.constant('undo-on-page' as const), name: fc.constantFrom(...ARTICLES) }),
);
type Act = typeof act extends fc.Arbitrary<infer One> ? One : never;

async function perform(store: LibraryStore, ids: Record<string, string>, one: Act, when: string): Promise<void> {
	const chosen = 'some' in one ? one.some.map(uuid) : [];
	const articles = 'names' in one ? one.names.map((name) => ids[name]!) : [];
	if (one.do === 'change') await store.changeMany(chosen, { color: one.color, addTags: [one.tag] }, when);
	else if (one.do === 'delete') await store.deleteAnnotations(chosen, when);
	else if (one.do === 'delete-articles') await store.deleteArticles(articles, when);
	else if (one.do === 'restore') await store.restore({ articles, annotations: chosen }, when);
	else if (one.do === 'edit') await store.editAnnotation(uuid(one.n), { note: one.note }, when);
	else if (one.do === 'note') await store.noteArticle(article(one.name), one.note, when);
	else if (one.do === 'undo-on-page') await store.undo(ids[one.name]!, when);
	else await store.createAnnotation(creation(one.n, { article: article(one.name), at: when }));
}

test('any acts anywhere are taken back one by one and done again exactly', async () => {
	await fc.assert(
		fc.asyncProperty(fc.array(act, { maxLength: 8 }), async (acts) => {
			const { indexedDB, store, ids } = await filled();
			let minute = 1;
			for (const one of acts) await perform(store, ids, one, at(minute++));
			const states = [await state(indexedDB)];
			const reports = [];
			for (;;) {
				const report = await store.undoLast(at(minute++));
				if (!report) break;
				reports.push(report);
				states.push(await state(indexedDB));
			}
			for (const report of reports.reverse()) {
				expect(await state(indexedDB)).toEqual(states.pop());
				const again = await store.redoLast(at(minute++));
				expect({ ...again, articleIds: new Set(again?.articleIds) }).toEqual({
					...report,
					articleIds: new Set(report.articleIds),
				});
			}
			expect(await state(indexedDB)).toEqual(states.pop());
			expect((await store.checkIntegrity()).flaws).toEqual([]);
			store.close();
		}),
		{ numRuns: 20 },
	);
});

test.each([
	[
		'a change',
		(store: LibraryStore) => store.changeMany([1, 2, 4, 7].map(uuid), { color: 'pink', addTags: ['u'] }, at(50)),
	],
	['a deletion', (store: LibraryStore) => store.deleteAnnotations([1, 2, 3, 4].map(uuid), at(50))],
	[
		'a deletion of articles',
		async (store: LibraryStore) => store.deleteArticles(await store.listArticleIds('added'), at(50)),
	],
])(
	'%s of many taken back leaves no trace: each was last changed when it was, and lists are in their order',
	async (_, act) => {
		const { indexedDB, store } = await filled();
		for (const [minute, n] of [5, 1, 8, 2].entries())
			await store.editAnnotation(uuid(n), { note: `${minute}` }, at(10 + minute));
		const rows = async () => {
			const { articles, annotations } = await dump(indexedDB);
			return { articles, annotations };
		};
		const lists = async () => [await store.listArticleIds('annotated'), await store.listAnnotationIds('modified')];
		const [before, listedBefore] = [await rows(), await lists()];
		await act(store);
		expect(await rows()).not.toEqual(before);
		const done = await lists();
		await store.undoLast(at(60));
		expect(await rows()).toEqual(before);
		expect(await lists()).toEqual(listedBefore);
		await store.redoLast(at(70));
		expect(await lists()).toHaveLength(done.length);
		await store.undoLast(at(80));
		expect(await rows()).toEqual(before);
	},
);

test('what was brought back after its article goes with it again once both are taken back', async () => {
	const { store, ids } = await filled();
	await store.deleteArticles([ids.a!], at(1));
	await store.noteArticle(article('a'), '', at(2));
	await store.restore({ annotations: [uuid(1)] }, at(3));
	await store.undoLast(at(4));
	await store.undoLast(at(5));
	expect(await store.listTrash()).toMatchObject([{ kind: 'article', id: ids.a, annotations: 3 }]);
	await store.restore({ articles: [ids.a!] }, at(6));
	expect(await store.listTrash()).toEqual([]);
});

test('what was deleted before its article does not go with it once their coming back is taken back', async () => {
	const { store, ids } = await filled();
	await store.deleteAnnotations([uuid(1)], at(1));
	await store.deleteArticles([ids.a!], at(2));
	await store.restore({ annotations: [uuid(1)] }, at(3));
	await store.undoLast(at(4));
	await store.restore({ articles: [ids.a!] }, at(5));
	expect(await store.listTrash()).toMatchObject([{ kind: 'annotation', id: uuid(1) }]);
});

test('an act on many is one step, also where its articles are undone by themselves in between', async () => {
	const { store, ids } = await filled();
	const report = await store.changeMany(
		[1, 4, 7].map(uuid),
		{ color: 'pink', addTags: ['u'], removeTags: ['t'] },
		at(5),
	);
	expect(report).toMatchObject({ kind: 'edit', articleIds: Object.values(ids), articles: 0, annotations: 3 });
	const of = async (n: number) => (await store.getPassages([uuid(n)]))[0]!.annotation;
	expect(await of(4)).toMatchObject({ color: 'pink', tags: ['u'], modified: at(5) });
	expect(await store.undo(ids.a!, at(6))).toEqual({ kind: 'edit', articleId: ids.a });
	expect(await of(1)).toMatchObject({ color: 'yellow', tags: ['t'] });
	expect(await store.undoLast(at(7))).toMatchObject({ kind: 'edit', annotations: 2 });
	expect(await of(4)).toMatchObject({ color: 'yellow', tags: ['t'] });
	expect(await store.redoLast(at(8))).toMatchObject({ annotations: 2 });
	expect(await store.redoLast(at(9))).toMatchObject({ annotations: 1 });
	for (const n of [1, 4, 7]) expect(await of(n)).toMatchObject({ color: 'pink', tags: ['u'] });
});

test('what is as wished already, in the trash or unknown is no act', async () => {
	const { store } = await filled();
	await store.deleteAnnotations([uuid(2)], at(4));
	expect(await store.changeMany([1, 2, 99].map(uuid), { color: 'yellow', addTags: ['t'] }, at(5))).toBeUndefined();
	expect(await store.deleteAnnotations([uuid(2), uuid(99)], at(5))).toBeUndefined();
	expect(await store.restore({ annotations: [uuid(1)] }, at(5))).toBeUndefined();
	// No act stands after the one that was done.
	expect(await store.undoLast(at(6))).toMatchObject({ kind: 'delete', annotations: 1 });
});

test('once something is done, what was taken back in the library is not done again', async () => {
	const { store } = await filled();
	await store.deleteAnnotations([uuid(1)], at(4));
	await store.undoLast(at(5));
	await store.editAnnotation(uuid(9), { note: 'n' }, at(6));
	expect(await store.redoLast(at(7))).toBeUndefined();
	expect(await store.undoLast(at(8))).toMatchObject({ kind: 'edit' });
});

test('ten thousand annotations are changed, deleted and taken back at once', async () => {
	const store = openLibraryStore({ indexedDB: freshFactory() });
	await store.createAnnotation(creation(1));
	const { articleId } = (await store.getPassages([uuid(1)]))[0]!.annotation;
	const ids = Array.from({ length: 10_000 }, (_, n) => uuid(n + 1));
	for (let n = 1; n < 40; n++) await store.createAnnotation(creation(n + 1));
	// Beyond those that exist the ids are looked for all the same.
	expect(await store.changeMany(ids, { color: 'green' }, at(100))).toMatchObject({ annotations: 40 });
	expect(await store.deleteAnnotations(ids, at(101))).toMatchObject({ annotations: 40, articleIds: [articleId] });
	await store.undoLast(at(102));
	expect((await store.listAnnotations(articleId)).map(({ color }) => color)).toEqual(Array(40).fill('green'));
});

test.each([
	['ids that are none', (store: LibraryStore) => store.deleteArticles(['a'], at(1))],
	['ids that are no list', (store: LibraryStore) => store.deleteAnnotations('a' as never, at(1))],
	['a colour that is none', (store: LibraryStore) => store.changeMany([uuid(1)], { color: 'red' as never }, at(1))],
	['a time that is none', (store: LibraryStore) => store.restore({ articles: [] }, 'now')],
	['a file without a path', (store: LibraryStore) => store.recordImport([{ importId: uuid(1) } as never])],
	[
		'a copy that is none',
		(store: LibraryStore) => store.keepArticles([{ article: {} as never, version: undefined }], at(1)),
	],
])('%s are refused', async (_, work) => {
	const store = openLibraryStore({ indexedDB: freshFactory() });
	await expect(work(store)).rejects.toMatchObject({ code: 'invalid' });
});
