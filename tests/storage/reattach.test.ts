import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import type { Selectors } from '../../utils/domain/selector.ts';
import { openStore } from '../../utils/storage/store.ts';
import { articleOf, at, candidate, creation, draft, fingerprintOf, freshFactory, uuid, version } from './build.ts';

const open = () => openStore({ indexedDB: freshFactory() });

const NEW_WORDS: Selectors = {
	quote: { type: 'TextQuoteSelector', exact: '改过', prefix: '', suffix: '的文章' },
	position: { type: 'TextPositionSelector', start: 0, end: 2 },
};
const NEW_VERSION = version({ fingerprint: fingerprintOf(2), captured: at(5), text: '改过的文章\n正文' });

const reattachment = (minute = 6) => ({
	id: uuid(1),
	article: candidate(),
	version: NEW_VERSION,
	selectors: NEW_WORDS,
	at: at(minute),
});

test('an annotation that is attached anew stands on the new words and the version they are taken from, which is kept', async () => {
	const store = open();
	const { articleId } = await store.createAnnotation(creation(1, { draft: draft({ note: '我的笔记', tags: ['a'] }) }));
	const reattached = await store.reattachAnnotation(reattachment());
	expect(reattached).toMatchObject({
		id: uuid(1),
		note: '我的笔记',
		tags: ['a'],
		created: at(1),
		modified: at(6),
		selectors: NEW_WORDS,
		version: fingerprintOf(2),
	});
	expect(await store.listAnnotations(articleId)).toEqual([reattached]);
	expect(await store.getVersion(articleId, fingerprintOf(2))).toMatchObject({ text: '改过的文章\n正文' });
	expect(await store.getVersion(articleId, fingerprintOf(1))).toBeDefined();
});

test('it is one act: undone, the old words and their version are back; done again, the new ones', async () => {
	const store = open();
	const before = await store.createAnnotation(creation(1));
	await store.reattachAnnotation(reattachment());
	expect(await store.undo(before.articleId, at(7))).toMatchObject({ kind: 'edit', annotationId: uuid(1) });
	const [undone] = await store.listAnnotations(before.articleId);
	expect(undone).toEqual({ ...before, modified: at(7) });
	await store.redo(before.articleId, at(8));
	const [redone] = await store.listAnnotations(before.articleId);
	expect(redone).toMatchObject({ selectors: NEW_WORDS, version: fingerprintOf(2) });
	await store.undo(before.articleId, at(9));
	expect(await store.undo(before.articleId, at(10))).toMatchObject({ kind: 'create' });
});

test('the same sent twice is one act', async () => {
	const store = open();
	const { articleId } = await store.createAnnotation(creation(1));
	await store.reattachAnnotation(reattachment());
	await store.reattachAnnotation(reattachment());
	await store.undo(articleId, at(9));
	expect(await store.undo(articleId, at(10))).toMatchObject({ kind: 'create' });
});

test('words of another article are refused, and nothing is kept of them', async () => {
	const store = open();
	const before = await store.createAnnotation(creation(1));
	const other = candidate({ keys: ['url:https://www.rfi.fr/cn/b'], address: 'https://www.rfi.fr/cn/b' });
	await expect(store.reattachAnnotation({ ...reattachment(), article: other })).rejects.toMatchObject({
		code: 'invalid',
	});
	expect(await articleOf(store, other.keys)).toBeUndefined();
	expect(await store.listAnnotations(before.articleId)).toEqual([before]);
});

test('an annotation that does not exist cannot be attached', async () => {
	const store = open();
	await expect(store.reattachAnnotation(reattachment())).rejects.toMatchObject({ code: 'not-found' });
	expect(await articleOf(store, candidate().keys)).toBeUndefined();
});

test('what is no edit of the reader cannot set the version', async () => {
	const store = open();
	const { version: before } = await store.createAnnotation(creation(1));
	const changes = { note: 'n', version: fingerprintOf(9) };
	expect(await store.editAnnotation(uuid(1), changes, at(2))).toMatchObject({ note: 'n', version: before });
});
