import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { NO_VERSION } from '../../utils/domain/library-part.ts';
import { openLibraryStore } from '../../utils/storage/library-store.ts';
import { createDatabase, type Database } from '../../utils/storage/schema.ts';
import { at, candidate, creation, draft, fingerprintOf, freshFactory, uuid } from './build.ts';
import { failRequest } from './fail-request.ts';
import { dump } from './native.ts';

const article = (name: string) => candidate({ keys: [`url:${name}`], facts: { title: name, dir: 'ltr' } });

/** Article a with annotations 1 and 2, article b with 3, and what was done to the tables behind the store's back. */
async function damaged(damage: (database: Database, ids: { a: string; b: string }) => PromiseLike<unknown>) {
	const indexedDB = freshFactory();
	const store = openLibraryStore({ indexedDB });
	const a = (await store.createAnnotation(creation(1, { article: article('a') }))).articleId;
	await store.createAnnotation(creation(2, { article: article('a'), draft: draft({ note: 'mine' }, 2) }));
	const b = (await store.createAnnotation(creation(3, { article: article('b') }))).articleId;
	const database = createDatabase({ indexedDB });
	await database.open();
	await damage(database, { a, b });
	database.close();
	return { indexedDB, store, a, b };
}

test('a library in which all is well has no flaws, and repairing it writes nothing', async () => {
	const { indexedDB, store, a } = await damaged(async () => {});
	await store.editAnnotation(uuid(1), { note: 'n' }, at(5));
	await store.deleteArticles([a], at(6));
	await store.undoLast(at(7));
	const before = await dump(indexedDB);
	const seen: [number, number][] = [];
	expect(await store.checkIntegrity((done, total) => seen.push([done, total]))).toEqual({
		articles: 2,
		annotations: 3,
		versions: 2,
		flaws: [],
	});
	expect(seen).toEqual([[3, 3]]);
	expect((await store.repair()).flaws).toEqual([]);
	expect(await dump(indexedDB)).toEqual(before);
});

test('annotations whose article is missing get one made of what is known, and lose nothing', async () => {
	const { store, a } = await damaged((database, { a }) => database.articles.delete(a));
	expect((await store.checkIntegrity()).flaws).toEqual([
		{ kind: 'without-article', count: 2, examples: [uuid(1), uuid(2)] },
	]);
	expect((await store.repair()).flaws).toEqual([]);
	expect(await store.getArticle(a)).toMatchObject({ title: '一篇文章', added: at(0) });
	expect((await store.listAnnotations(a)).map(({ note }) => note)).toEqual(['', 'mine']);
	expect(await store.listArticleIds('annotated')).toContain(a);
});

test('a text whose article is missing is found in the library again', async () => {
	const { store } = await damaged((database) =>
		database.versions.add({
			articleId: uuid(77),
			fingerprint: fingerprintOf(7),
			captured: at(1),
			address: 'file:///a',
			text: 'Title\nBody',
		}),
	);
	expect((await store.repair()).flaws).toEqual([]);
	expect(await store.getSummaries([uuid(77)])).toMatchObject([
		{ article: { title: 'Title', addresses: ['file:///a'] }, firstLine: 'Body', versions: 1 },
	]);
});

test('an article in the trash on which something stands is brought back', async () => {
	const { store, b } = await damaged((database, { b }) => database.articles.update(b, { deleted: at(5) }));
	expect((await store.checkIntegrity()).flaws).toEqual([{ kind: 'in-trashed-article', count: 1, examples: [uuid(3)] }]);
	expect((await store.repair()).flaws).toEqual([]);
	expect((await store.openArticle(['url:b'])).article?.id).toBe(b);
});

test('a wrong date of annotating is said anew', async () => {
	const { store, a, b } = await damaged(async (database, { a, b }) => {
		await database.articles.update(a, { annotated: at(900) });
		await database.articles.update(b, { annotated: undefined as never });
	});
	const [flaw] = (await store.checkIntegrity()).flaws;
	expect(flaw).toMatchObject({ kind: 'wrongly-dated', count: 2 });
	expect((await store.repair()).flaws).toEqual([]);
	expect(await store.listArticleIds('annotated')).toEqual([b, a]);
});

test('acts of what is gone are removed from the journal', async () => {
	const { store } = await damaged(async (database) => {
		await database.annotations.delete(uuid(2));
		await database.acts.add({ articleId: uuid(66), kind: 'delete', at: at(1), undone: 0 });
	});
	expect((await store.checkIntegrity()).flaws).toMatchObject([
		{ kind: 'wrongly-dated' },
		{ kind: 'acts-of-nothing', count: 2 },
	]);
	expect((await store.repair()).flaws).toEqual([]);
	expect(await store.undoLast(at(9))).toMatchObject({ kind: 'create', annotations: 1 });
});

test('what cannot be repaired is told, and left as it is', async () => {
	const { indexedDB, store } = await damaged(async (database, { b }) => {
		await database.versions.where('articleId').equals(b).delete();
		await database.annotations.update(uuid(1), { color: 'red' as never });
	});
	const flaws = [
		{ kind: 'without-version', count: 1, examples: [uuid(3)] },
		{ kind: 'malformed', count: 1, examples: [uuid(1)] },
	];
	const before = await dump(indexedDB);
	expect((await store.checkIntegrity()).flaws).toEqual(flaws);
	expect((await store.repair()).flaws).toEqual(flaws);
	expect(await dump(indexedDB)).toEqual(before);
});

test('annotations from another program were made on no text: none is missed', async () => {
	const { store } = await damaged((database) => database.annotations.update(uuid(3), { version: NO_VERSION }));
	expect((await store.checkIntegrity()).flaws).toEqual([]);
});

test('repairing is wholly done or not at all, whichever request fails', async () => {
	const damage = async (database: Database, { a, b }: { a: string; b: string }) => {
		await database.articles.delete(a);
		await database.articles.update(b, { deleted: at(5), annotated: at(900) });
		await database.acts.add({ articleId: uuid(66), kind: 'delete', at: at(1), undone: 0 });
	};
	const whole = await damaged(damage);
	const requests = await failRequest(undefined, 'refused', () => whole.store.repair());
	expect((await whole.store.checkIntegrity()).flaws).toEqual([]);
	for (let n = 1; n <= requests; n++) {
		const { indexedDB, store } = await damaged(damage);
		const before = await dump(indexedDB);
		await expect(failRequest(n, 'aborted after', () => store.repair())).rejects.toMatchObject({ code: 'quota' });
		expect(await dump(indexedDB)).toEqual(before);
		store.close();
	}
});
