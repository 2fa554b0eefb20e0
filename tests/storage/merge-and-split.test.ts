import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { openStore } from '../../utils/storage/store.ts';
import { at, candidate, creation, draft, fingerprintOf, freshFactory, uuid, version } from './build.ts';

const open = () => openStore({ indexedDB: freshFactory() });

const NEW = version({ fingerprint: fingerprintOf(2), text: '一篇新的文章\n正文' });
const words = (start: number) => draft({}, start).selectors;
const merger = (n: number, others: number[], minute = 9) => ({
	id: uuid(n),
	others: others.map(uuid),
	article: candidate(),
	version: NEW,
	selectors: words(50),
	at: at(minute),
});
const division = (n: number, second: number, minute = 9) => ({
	id: uuid(n),
	secondId: uuid(second),
	article: candidate(),
	version: NEW,
	selectors: words(60),
	second: words(70),
	at: at(minute),
});

test('merging unites the words, joins the notes in reading order and unites the tags, in the colour of the one that stays', async () => {
	const store = open();
	await store.createAnnotation(creation(1, { draft: draft({ note: 'first\n', tags: ['a', 'b'], color: 'blue' }, 1) }));
	await store.createAnnotation(creation(2, { draft: draft({ note: '', tags: ['c'] }, 2) }));
	const last = { note: 'third', tags: ['b', 'd'], color: 'pink', style: 'underline' } as const;
	const { articleId } = await store.createAnnotation(creation(3, { draft: draft(last, 3) }));
	const merged = await store.mergeAnnotations(merger(3, [1, 2]));
	expect(merged).toMatchObject({
		id: uuid(3),
		note: 'first\n\nthird',
		tags: ['a', 'b', 'c', 'd'],
		color: 'pink',
		style: 'underline',
		selectors: words(50),
		version: NEW.fingerprint,
	});
	expect(await store.listAnnotations(articleId)).toEqual([merged]);
	expect(await store.getVersion(articleId, NEW.fingerprint)).toBeDefined();
});

test('a merger is one step back and one step forth', async () => {
	const store = open();
	await store.createAnnotation(creation(1, { draft: draft({ note: 'one' }, 1) }));
	const { articleId } = await store.createAnnotation(creation(2, { draft: draft({ note: 'two' }, 2) }));
	const plain = async () => (await store.listAnnotations(articleId)).map(({ modified, ...rest }) => rest);
	const before = await plain();
	await store.mergeAnnotations(merger(2, [1]));
	const after = await plain();
	expect(await store.undo(articleId, at(10))).toEqual({ kind: 'merge', annotationId: uuid(2), articleId });
	expect(await plain()).toEqual(before);
	expect(await store.redo(articleId, at(11))).toMatchObject({ kind: 'merge' });
	expect(await plain()).toEqual(after);
});

test('a merger sent twice is one act, and takes no annotation of another article', async () => {
	const store = open();
	await store.createAnnotation(creation(1, { draft: draft({ note: 'one' }, 1) }));
	const { articleId } = await store.createAnnotation(creation(2, { draft: draft({ note: 'two' }, 2) }));
	const once = await store.mergeAnnotations(merger(2, [1]));
	expect(await store.mergeAnnotations(merger(2, [1]))).toEqual(once);
	await store.undo(articleId, at(10));
	expect(await store.listAnnotations(articleId)).toHaveLength(2);
	await store.createAnnotation(creation(3, { article: candidate({ keys: ['url:other'] }) }));
	await expect(store.mergeAnnotations(merger(2, [3], 11))).rejects.toMatchObject({ code: 'invalid' });
});

test('splitting leaves the note with the first words and gives both colour, style and tags', async () => {
	const store = open();
	const given = { note: 'mine', tags: ['t'], color: 'green', style: 'outline' } as const;
	const { articleId } = await store.createAnnotation(creation(1, { draft: draft(given) }));
	await store.splitAnnotation(division(1, 2));
	const shared = { tags: ['t'], color: 'green', style: 'outline', version: NEW.fingerprint };
	expect(await store.listAnnotations(articleId)).toMatchObject([
		{ ...shared, id: uuid(1), note: 'mine', selectors: words(60), created: at(1) },
		{ ...shared, id: uuid(2), note: '', selectors: words(70), created: at(9) },
	]);
});

test('a split is one step back and one step forth, and sent twice it is one', async () => {
	const store = open();
	const { articleId } = await store.createAnnotation(creation(1, { draft: draft({ note: 'mine' }) }));
	await store.splitAnnotation(division(1, 2));
	await store.splitAnnotation(division(1, 2));
	expect(await store.undo(articleId, at(10))).toEqual({ kind: 'split', annotationId: uuid(1), articleId });
	expect(await store.listAnnotations(articleId)).toMatchObject([{ id: uuid(1), selectors: draft().selectors }]);
	expect(await store.redo(articleId, at(11))).toMatchObject({ kind: 'split' });
	expect(await store.listAnnotations(articleId)).toHaveLength(2);
});

test('what lies in the trash is neither merged into nor split', async () => {
	const store = open();
	await store.createAnnotation(creation(1));
	const { articleId } = await store.createAnnotation(creation(2));
	await store.deleteAnnotation(uuid(1), at(5));
	await expect(store.mergeAnnotations(merger(1, [2]))).rejects.toMatchObject({ code: 'not-found' });
	await expect(store.splitAnnotation(division(1, 3))).rejects.toMatchObject({ code: 'not-found' });
	expect(await store.listAnnotations(articleId)).toHaveLength(1);
});
