import 'fake-indexeddb/auto';
import { IDBIndex, IDBObjectStore } from 'fake-indexeddb';
import { expect, test, vi } from 'vitest';
import type { ArticleFacts } from '../../utils/domain/article.ts';
import { openLibraryStore } from '../../utils/storage/library-store.ts';
import { firstLine } from '../../utils/storage/summaries.ts';
import { at, candidate, creation, draft, fingerprintOf, freshFactory, uuid, version } from './build.ts';

const open = () => openLibraryStore({ indexedDB: freshFactory() });
const article = (name: string, facts: Partial<ArticleFacts> = {}) =>
	candidate({ keys: [`url:${name}`], facts: { title: name, dir: 'ltr', ...facts } });

/** Articles a, b and c with dates in another order each; c was never annotated and has no date. */
async function filled() {
	const store = open();
	const a = await store.keepArticle(article('a', { published: at(30), captured: at(1) }), undefined, at(1));
	const b = await store.keepArticle(article('b', { published: at(20), captured: at(9) }), undefined, at(2));
	const c = await store.keepArticle(article('c', { captured: at(5) }), undefined, at(3));
	const names = new Map([a, b, c].map(({ id, title }) => [id, title]));
	await store.createAnnotation(creation(1, { article: article('a'), draft: draft({ tags: ['x'] }), at: at(40) }));
	await store.createAnnotation(
		creation(2, { article: article('b'), draft: draft({ color: 'pink', tags: ['x', 'y'] }), at: at(41) }),
	);
	await store.createAnnotation(creation(3, { article: article('b'), draft: draft({ tags: ['y'] }), at: at(42) }));
	const ordered = async (order: 'published' | 'annotated' | 'captured', limit?: number) =>
		(await store.listArticleIds(order, { limit })).map((id) => names.get(id)).join('');
	return { store, ordered, ids: { a: a.id, b: b.id, c: c.id } };
}

test('articles are listed by each of their dates, the newest first, those without one at the end', async () => {
	const { store, ordered } = await filled();
	expect(await ordered('published')).toBe('abc');
	expect(await ordered('annotated')).toBe('bac');
	await store.editAnnotation(uuid(1), { note: 'n' }, at(50));
	expect(await ordered('annotated')).toBe('abc');
	for (const limit of [1, 2, 3, 9]) {
		expect(await ordered('annotated', limit)).toBe('abc'.slice(0, limit));
		expect(await ordered('published', limit)).toBe('abc'.slice(0, limit));
	}
	expect(await ordered('captured')).toHaveLength(3);
});

test('articles that were never annotated follow by when they were published, those without a day by when they were added', async () => {
	const { store, ordered } = await filled();
	await store.keepArticle(article('older', { published: at(10) }), undefined, at(5));
	await store.keepArticle(article('newer', { published: at(15) }), undefined, at(4));
	const titles = async (limit?: number) => {
		const summaries = await store.getSummaries(await store.listArticleIds('annotated', { limit }));
		return [...summaries.values()].map(({ article }) => article.title);
	};
	const all = ['b', 'a', 'newer', 'older', 'c'];
	expect(await titles()).toEqual(all);
	for (const limit of [1, 2, 3, 4, 5, 9]) expect(await titles(limit)).toEqual(all.slice(0, limit));
	expect(await ordered('published')).toHaveLength(3);
});

test('what lies in the trash is not listed, however much of it is newer than all that is', async () => {
	const { store, ordered, ids } = await filled();
	await store.deleteArticles([ids.b], at(60));
	expect(await ordered('annotated')).toBe('ac');
	expect(await ordered('published', 2)).toBe('ac');
	expect(await store.listAnnotationIds('created')).toEqual([uuid(1)]);
	expect(await store.listAnnotationIds('created', { limit: 1 })).toEqual([uuid(1)]);
	expect(await store.countLibrary()).toEqual({
		articles: 2,
		annotations: 1,
		trashedArticles: 1,
		trashedAnnotations: 2,
	});
});

test('the passages of many articles are read together, the trash left out', async () => {
	const { store, ids } = await filled();
	await store.deleteAnnotations([uuid(2)], at(60));
	expect(await store.annotationIdsOf([ids.b, ids.c, uuid(99), ids.a])).toEqual([uuid(3), uuid(1)]);
});

test('passages are listed by when they were made or changed', async () => {
	const { store } = await filled();
	await store.editAnnotation(uuid(1), { note: 'n' }, at(50));
	expect(await store.listAnnotationIds('created')).toEqual([uuid(3), uuid(2), uuid(1)]);
	expect(await store.listAnnotationIds('modified', { limit: 2 })).toEqual([uuid(1), uuid(3)]);
	expect(
		(await store.getPassages([uuid(3), uuid(9), uuid(1)])).map((one) => [one.annotation.id, one.article.title]),
	).toEqual([
		[uuid(3), 'b'],
		[uuid(1), 'a'],
	]);
});

test('a summary tells what an article has, in the order asked for', async () => {
	const { store, ids } = await filled();
	await store.keepArticle(
		article('b'),
		version({ fingerprint: fingerprintOf(7), captured: at(70), text: 'b\n\nIt  begins.' }),
		at(70),
	);
	await store.deleteAnnotation(uuid(3), at(71));
	const [c, b] = await store.getSummaries([ids.c, uuid(99), ids.b]);
	expect(c).toMatchObject({ article: { title: 'c' }, total: 0, tags: [], firstLine: '', versions: 0, captured: at(5) });
	expect(c).not.toHaveProperty('lastAnnotated');
	expect(b).toMatchObject({ total: 1, tags: ['x', 'y'], firstLine: 'It begins.', versions: 2, lastAnnotated: at(71) });
	expect(b!.counts).toEqual({ yellow: 0, green: 0, blue: 0, pink: 1, purple: 0, orange: 0 });
	expect(b!.article).not.toHaveProperty('annotated');
});

test('a first line leaves out the title, is one line, and does not cut a character in two', () => {
	expect(firstLine('标题\n正文 一', '标题')).toBe('正文 一');
	expect(firstLine(`t\n${'\u{1f600}'.repeat(200)}`, 't')).toBe(`${'\u{1f600}'.repeat(99)}…`);
	expect(firstLine(`t\nx${'\u{1f600}'.repeat(200)}`, 't')).toBe(`x${'\u{1f600}'.repeat(99)}…`);
	expect(firstLine(`t\n${'x'.repeat(200)}`, 't')).toBe('x'.repeat(200));
	expect(firstLine(`t\n${'mot '.repeat(60)}`, 't')).toBe(`${'mot '.repeat(49)}mot…`);
	expect(firstLine(`t\n${'long '.repeat(38)}and, unfathomably so`, 't')).toBe(`${'long '.repeat(38)}and…`);
	expect(firstLine(`t\n${'字'.repeat(300)}`, 't')).toBe(`${'字'.repeat(199)}…`);
	expect(firstLine('', 't')).toBe('');
});

/** The indexes and tables that are read from end to end while some work is done. */
async function readWhole(work: () => Promise<unknown>): Promise<string[]> {
	const whole: string[] = [];
	const spies = [IDBObjectStore, IDBIndex].flatMap(({ prototype }) =>
		(['getAll', 'getAllKeys', 'openCursor', 'openKeyCursor'] as const).map((name) => {
			const original = prototype[name] as (this: unknown, ...given: unknown[]) => IDBRequest;
			// A cursor is read on as far as it leads: what has no end is only looked at from there, one step.
			const look = function (this: { readonly name: string }, ...given: [asked?: Partial<Asked>, count?: number]) {
				const [asked, most] = given;
				const count = name.startsWith('open') ? 1 : (most ?? asked?.count);
				const range = asked?.query ?? (asked as IDBKeyRange | undefined);
				if (range?.lower === undefined && range?.upper === undefined && !(count !== undefined && count <= 100))
					whole.push(`${name} of ${this.name}`);
				return original.apply(this, given);
			};
			return vi.spyOn(prototype as unknown as Record<string, () => unknown>, name).mockImplementation(look as never);
		}),
	);
	try {
		await work();
	} finally {
		for (const spy of spies) spy.mockRestore();
	}
	return whole;
}

/** As IndexedDB 3 takes what is asked of it. */
interface Asked {
	readonly query: IDBKeyRange;
	readonly count: number;
}

test('no act on a page and nothing that a page asks reads a whole table', async () => {
	const { store, ids } = await filled();
	const whole = await readWhole(async () => {
		await store.openArticle(['url:a']);
		await store.openTwin({ url: 'https://www.rfi.fr/cn/a', edition: 'cn' });
		await store.createAnnotation(creation(8, { article: article('a') }));
		await store.editAnnotation(uuid(8), { note: 'n' }, at(80), uuid(50));
		await store.deleteAnnotation(uuid(8), at(81));
		await store.undo(ids.a, at(82));
		await store.redo(ids.a, at(83));
		await store.noteArticle(article('a'), 'n', at(84));
		await store.getSummaries([ids.a, ids.b]);
		await store.getPassages([uuid(1)]);
		await store.changeMany([uuid(1)], { color: 'blue' }, at(85));
		await store.deleteArticles([ids.b], at(86));
	});
	expect(whole).toEqual([]);
	// The test sees what it is made to see.
	expect(await readWhole(() => store.listArticleIds('annotated'))).toContain('getAllKeys of annotated');
});
