import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { openStore } from '../../utils/storage/store.ts';
import { articleOf, at, candidate, creation, draft, fingerprintOf, freshFactory, uuid, version } from './build.ts';

const open = () => openStore({ indexedDB: freshFactory() });

test('an annotation is created with its article and its version', async () => {
	const store = open();
	const created = await store.createAnnotation(creation(1));
	const article = await articleOf(store, candidate().keys);
	expect(created).toEqual({
		...draft({}, 1),
		id: uuid(1),
		articleId: article!.id,
		version: fingerprintOf(1),
		created: at(1),
		modified: at(1),
	});
	expect(await store.listAnnotations(article!.id)).toEqual([created]);
	expect(await store.latestVersion(article!.id)).toEqual({ ...version(), articleId: article!.id });
	expect(await store.getVersion(article!.id, fingerprintOf(1))).toEqual({ ...version(), articleId: article!.id });
});

test('the same id twice is the same annotation and one act', async () => {
	const store = open();
	const first = await store.createAnnotation(creation(1));
	expect(await store.createAnnotation(creation(1, { at: at(9), draft: draft({ note: 'other' }) }))).toEqual(first);
	expect(await store.undo(first.articleId, at(10))).toEqual({
		kind: 'create',
		annotationId: uuid(1),
		articleId: first.articleId,
	});
	expect(await store.undo(first.articleId, at(11))).toBeUndefined();
});

test('annotations are listed in reading order', async () => {
	const store = open();
	for (const [n, start] of [
		[1, 30],
		[2, 10],
		[3, 20],
	] as const)
		await store.createAnnotation(creation(n, { draft: draft({}, start) }));
	const article = await articleOf(store, candidate().keys);
	expect((await store.listAnnotations(article!.id)).map((one) => one.id)).toEqual([uuid(2), uuid(3), uuid(1)]);
});

test('a deleted annotation lies in the trash until it is taken back', async () => {
	const store = open();
	const { articleId } = await store.createAnnotation(creation(1, { draft: draft({ note: 'kept' }) }));
	expect(await store.deleteAnnotation(uuid(1), at(2))).toMatchObject({ deleted: at(2), note: 'kept' });
	expect(await store.listAnnotations(articleId)).toEqual([]);
	expect(await store.listAnnotations(articleId, { trashed: true })).toMatchObject([{ id: uuid(1), note: 'kept' }]);
	expect(await store.undo(articleId, at(3))).toMatchObject({ kind: 'delete' });
	const [back] = await store.listAnnotations(articleId);
	expect(back).toMatchObject({ id: uuid(1), note: 'kept' });
	expect(back).not.toHaveProperty('deleted');
});

test('deleting twice is deleting once', async () => {
	const store = open();
	const { articleId } = await store.createAnnotation(creation(1));
	const first = await store.deleteAnnotation(uuid(1), at(2));
	expect(await store.deleteAnnotation(uuid(1), at(3))).toEqual(first);
	await store.undo(articleId, at(4));
	expect(await store.listAnnotations(articleId)).toHaveLength(1);
});

test('an edit that changes nothing is no act', async () => {
	const store = open();
	const made = await store.createAnnotation(creation(1, { draft: draft({ note: 'n', tags: ['a'] }) }));
	expect(await store.editAnnotation(uuid(1), { note: 'n', tags: ['a'], color: 'yellow' }, at(5))).toEqual(made);
	expect(await store.undo(made.articleId, at(6))).toMatchObject({ kind: 'create' });
});

test('what is not there or not well formed is said to be so', async () => {
	const store = open();
	await expect(store.editAnnotation(uuid(1), { note: 'n' }, at(1))).rejects.toMatchObject({ code: 'not-found' });
	await expect(store.deleteAnnotation(uuid(1), at(1))).rejects.toMatchObject({ code: 'not-found' });
	await expect(store.createAnnotation(creation(1, { id: 'x' }))).rejects.toMatchObject({ code: 'invalid' });
	await expect(store.createAnnotation(creation(1, { at: 'now' }))).rejects.toMatchObject({ code: 'invalid' });
	await expect(store.editAnnotation(uuid(1), { color: 'red' as 'pink' }, at(1))).rejects.toMatchObject({
		code: 'invalid',
	});
	await expect(articleOf(store, [])).rejects.toMatchObject({ code: 'invalid' });
	expect(await store.getArticle(uuid(7))).toBeUndefined();
	expect(await store.listAnnotations(uuid(7))).toEqual([]);
	expect(await store.undo(uuid(7), at(1))).toBeUndefined();
});
