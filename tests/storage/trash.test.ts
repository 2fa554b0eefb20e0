import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { dueSince, goesAt } from '../../utils/domain/trash.ts';
import { type LibraryStore, openLibraryStore } from '../../utils/storage/library-store.ts';
import { at, candidate, creation, draft, fingerprintOf, freshFactory, uuid, version } from './build.ts';
import { dump } from './native.ts';

const DAYS = 24 * 60;
const article = (name: string) => candidate({ keys: [`url:${name}`], facts: { title: name, dir: 'ltr' } });

/** Article a with annotations 1 and 2, article b with 3. */
async function filled() {
	const indexedDB = freshFactory();
	const store = openLibraryStore({ indexedDB });
	const a = (await store.createAnnotation(creation(1, { article: article('a') }))).articleId;
	await store.createAnnotation(creation(2, { article: article('a'), draft: draft({ note: 'n' }, 2) }));
	const b = (await store.createAnnotation(creation(3, { article: article('b') }))).articleId;
	return { indexedDB, store, a, b };
}

const standing = async (store: LibraryStore, articleId: string) =>
	(await store.listAnnotations(articleId)).map(({ id }) => id);

test('an article that lies in the trash is known to, until it is restored or was never there', async () => {
	const { store, a, b } = await filled();
	await store.deleteArticles([a], at(10));
	expect(await Promise.all([a, b, uuid(99)].map((id) => store.isInTrash(id)))).toEqual([true, false, false]);
	await store.restore({ articles: [a] }, at(11));
	expect(await store.isInTrash(a)).toBe(false);
});

test('an article goes into the trash with its annotations and comes back with them, in one act', async () => {
	const { store, a, b } = await filled();
	expect(await store.deleteArticles([a, uuid(99)], at(10))).toMatchObject({
		kind: 'delete',
		articleIds: [a],
		articles: 1,
		annotations: 2,
	});
	expect(await store.listArticleIds('annotated')).toEqual([b]);
	expect(await store.openArticle(['url:a'])).toEqual({ annotations: [] });
	expect(await store.listTrash()).toMatchObject([
		{ kind: 'article', id: a, deleted: at(10), goes: at(10 + 30 * DAYS), annotations: 2, notes: 1 },
	]);
	expect(await store.restore({ articles: [a] }, at(11))).toMatchObject({
		kind: 'restore',
		articles: 1,
		annotations: 2,
	});
	expect(await standing(store, a)).toEqual([uuid(1), uuid(2)]);
	expect(await store.listTrash()).toEqual([]);
	await store.undoLast(at(12));
	expect(await store.listTrash()).toMatchObject([{ id: a, deleted: at(12), annotations: 2 }]);
});

test('what was deleted before its article is listed by itself, and does not come back with it', async () => {
	const { store, a } = await filled();
	await store.deleteAnnotations([uuid(2)], at(9));
	await store.deleteArticles([a], at(10));
	expect(await store.listTrash()).toMatchObject([
		{ kind: 'article', id: a, annotations: 1, notes: 0 },
		{ kind: 'annotation', id: uuid(2), article: { title: 'a' } },
	]);
	await store.restore({ articles: [a] }, at(11));
	expect(await standing(store, a)).toEqual([uuid(1)]);
});

test('an annotation brings its article back with it, and nothing else', async () => {
	const { store, a } = await filled();
	await store.deleteArticles([a], at(10));
	await store.restore({ annotations: [uuid(2)] }, at(11));
	expect(await standing(store, a)).toEqual([uuid(2)]);
	expect((await store.openArticle(['url:a'])).article?.id).toBe(a);
	expect(await store.listTrash()).toMatchObject([{ kind: 'annotation', id: uuid(1) }]);
});

test('a new annotation brings its article back; those that went with it stay in the trash', async () => {
	const { store, a } = await filled();
	await store.deleteArticles([a], at(10));
	await store.createAnnotation(creation(7, { article: article('a'), at: at(11) }));
	expect(await standing(store, a)).toEqual([uuid(7)]);
	expect((await store.listTrash()).map(({ id }) => id)).toEqual([uuid(1), uuid(2)]);
	for (const kind of ['create', 'restore', 'delete']) expect(await store.undo(a, at(12))).toMatchObject({ kind });
	expect(await standing(store, a)).toEqual([uuid(1), uuid(2)]);
});

test('what only tells of an article leaves it in the trash; a note on it brings it back', async () => {
	const { store, a } = await filled();
	await store.deleteArticles([a], at(10));
	await store.keepArticle(article('a'), version({ fingerprint: fingerprintOf(5) }), at(11));
	expect(await store.listTrash()).toHaveLength(1);
	await store.noteArticle(article('a'), 'n', at(12));
	expect((await store.openArticle(['url:a'])).article?.note).toBe('n');
});

test('after thirty days what is in the trash goes for ever, and not a moment sooner', async () => {
	const { indexedDB, store, a, b } = await filled();
	await store.deleteArticles([a], at(10));
	await store.deleteAnnotations([uuid(3)], at(11));
	expect(await store.purgeTrash(at(9 + 30 * DAYS))).toEqual({ articles: 0, annotations: 0 });
	expect(await store.purgeTrash(at(10 + 30 * DAYS))).toEqual({ articles: 1, annotations: 2 });
	const rows = await dump(indexedDB);
	expect(rows.articles).toMatchObject([{ id: b }]);
	expect(rows.versions).toMatchObject([{ articleId: b }]);
	expect(rows.annotations).toMatchObject([{ id: uuid(3) }]);
	expect(rows.acts!.every((row) => (row as { articleId: string }).articleId === b)).toBe(true);
	expect(rows.pending).toContainEqual(expect.objectContaining({ key: `article:${a}` }));
});

test('emptying removes all of the trash and nothing else, and undoing passes over what is gone', async () => {
	const { indexedDB, store, a, b } = await filled();
	await store.changeMany([uuid(1), uuid(3)], { color: 'blue' }, at(9));
	await store.deleteAnnotations([uuid(1)], at(10));
	await store.deleteArticles([b], at(11));
	expect(await store.emptyTrash()).toEqual({ articles: 1, annotations: 2 });
	expect(await store.listTrash()).toEqual([]);
	expect(await standing(store, a)).toEqual([uuid(2)]);
	expect((await dump(indexedDB)).articles).toMatchObject([{ id: a, annotated: at(2) }]);
	expect(await store.undoLast(at(12))).toMatchObject({ kind: 'create', annotations: 1 });
	expect(await standing(store, a)).toEqual([]);
	expect(await store.undoLast(at(13))).toBeUndefined();
	expect(await store.emptyTrash()).toEqual({ articles: 0, annotations: 1 });
	expect(await store.emptyTrash()).toEqual({ articles: 0, annotations: 0 });
});

test('two copies that turn out to be one article are in the trash only where both were', async () => {
	for (const both of [false, true]) {
		const { store, a } = await filled();
		const other = await store.keepArticle(
			candidate({ keys: ['text:t'], facts: { title: 't', dir: 'ltr' } }),
			undefined,
			at(5),
		);
		await store.deleteArticles(both ? [a, other.id] : [other.id], at(10));
		await store.keepArticle(candidate({ keys: ['url:a', 'text:t'] }), undefined, at(11));
		expect((await store.openArticle(['url:a'])).article?.id).toBe(both ? undefined : a);
		expect((await store.countLibrary()).trashedArticles).toBe(both ? 1 : 0);
	}
});

test('the day that is told is the day on which it goes', () => {
	expect(goesAt(dueSince(at(5)))).toBe(at(5));
});

test('what a step takes to the trash again has all its days before it, however long ago it lay there', async () => {
	const store = openLibraryStore({ indexedDB: freshFactory() });
	const { articleId } = await store.createAnnotation(creation(1, { at: at(0) }));
	await store.deleteArticles([articleId], at(1));
	await store.restore({ articles: [articleId] }, at(29 * DAYS));
	await store.undoLast(at(31 * DAYS));
	expect(await store.purgeTrash(at(32 * DAYS))).toEqual({ articles: 0, annotations: 0 });
	expect(await store.listTrash()).toMatchObject([{ kind: 'article', deleted: at(31 * DAYS) }]);
	await store.restore({ articles: [articleId] }, at(33 * DAYS));
	expect(await store.listAnnotations(articleId)).toHaveLength(1);
});

test('a merger whose parts are gone for ever is not taken apart any more: the note of both stays', async () => {
	const store = openLibraryStore({ indexedDB: freshFactory() });
	const { articleId } = await store.createAnnotation(creation(1, { draft: draft({ note: 'one' }, 1) }));
	await store.createAnnotation(creation(2, { draft: draft({ note: 'two' }, 2) }));
	const { selectors } = draft({}, 1);
	const { article, version } = creation(1);
	await store.mergeAnnotations({ id: uuid(1), others: [uuid(2)], article, version, selectors, at: at(3) });
	expect(await store.purgeTrash(at(31 * DAYS))).toEqual({ articles: 0, annotations: 1 });
	await store.undo(articleId, at(31 * DAYS + 1));
	const [left] = await store.listAnnotations(articleId);
	expect(left?.note).toContain('one');
	expect(left?.note).toContain('two');
});

test('Undo beside an act takes back that act, and nothing where another was done since', async () => {
	const store = openLibraryStore({ indexedDB: freshFactory() });
	await store.createAnnotation(creation(1));
	const report = await store.deleteAnnotations([uuid(1)], at(5));
	await store.createAnnotation(creation(2));
	expect(await store.undoLast(at(6), report?.batch)).toBeUndefined();
	expect(await store.countLibrary()).toMatchObject({ annotations: 1, trashedAnnotations: 1 });
	await store.undoLast(at(7));
	expect(await store.undoLast(at(8), report?.batch)).toMatchObject({ kind: 'delete', annotations: 1 });
});
