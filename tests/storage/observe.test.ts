import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import type { Annotation } from '../../utils/domain/annotation.ts';
import { type LibraryStore, openLibraryStore } from '../../utils/storage/library-store.ts';
import { articleOf, at, candidate, creation, draft, freshFactory, uuid, version } from './build.ts';
import { answer, openNatively } from './native.ts';

/** What an observer of an article's annotations was told last. */
function watchNotes(store: LibraryStore, articleId: string) {
	const seen: string[][] = [];
	const failed = vi.fn();
	const stop = store.observe(
		() => store.listAnnotations(articleId),
		(annotations: Annotation[]) => seen.push(annotations.map((one) => one.note)),
		failed,
	);
	return { seen, failed, stop };
}

test('an observer sees what stands, and every change of it, also by another connection', async () => {
	const indexedDB = freshFactory();
	const [popup, background] = [openLibraryStore({ indexedDB }), openLibraryStore({ indexedDB })];
	const { articleId } = await background.createAnnotation(creation(1));
	const { seen, stop } = watchNotes(popup, articleId);
	await vi.waitFor(() => expect(seen).toEqual([['']]));
	await background.editAnnotation(uuid(1), { note: 'a' }, at(2));
	await vi.waitFor(() => expect(seen.at(-1)).toEqual(['a']));
	await background.createAnnotation(creation(2, { draft: draft({ note: 'b' }, 9) }));
	await vi.waitFor(() => expect(seen.at(-1)).toEqual(['a', 'b']));
	await background.deleteAnnotation(uuid(1), at(3));
	await vi.waitFor(() => expect(seen.at(-1)).toEqual(['b']));
	await background.undo(articleId, at(4));
	await vi.waitFor(() => expect(seen.at(-1)).toEqual(['a', 'b']));
	stop();
});

test('what was stored by a background that was killed before it told of it is told when it is asked for again', async () => {
	const indexedDB = freshFactory();
	const [popup, background] = [openLibraryStore({ indexedDB }), openLibraryStore({ indexedDB })];
	const first = await background.createAnnotation(creation(1));
	const { seen, stop } = watchNotes(popup, first.articleId);
	await vi.waitFor(() => expect(seen).toEqual([['']]));
	const database = await openNatively(indexedDB);
	const table = database.transaction('annotations', 'readwrite').objectStore('annotations');
	await answer(table.put({ ...first, id: uuid(2), note: 'b' }));
	database.close();
	await background.createAnnotation(creation(2, { draft: draft({ note: 'b' }, 9) }));
	await vi.waitFor(() => expect(seen.at(-1)?.toSorted()).toEqual(['', 'b']));
	stop();
});

test('an observer that ended hears nothing more', async () => {
	const store = openLibraryStore({ indexedDB: freshFactory() });
	const { articleId } = await store.createAnnotation(creation(1));
	const { seen, stop } = watchNotes(store, articleId);
	await vi.waitFor(() => expect(seen).toHaveLength(1));
	stop();
	await store.editAnnotation(uuid(1), { note: 'a' }, at(2));
	await new Promise((resolve) => setTimeout(resolve, 50));
	expect(seen).toHaveLength(1);
});

test('a query of several steps is run again for a change in any of them', async () => {
	const store = openLibraryStore({ indexedDB: freshFactory() });
	const seen: unknown[] = [];
	const stop = store.observe(
		async () => {
			const article = await articleOf(store, candidate().keys);
			if (!article) return 'none';
			const annotations = await store.listAnnotations(article.id);
			const latest = await store.latestVersion(article.id);
			return `${article.title} ${annotations.length} ${latest?.text ?? '-'}`;
		},
		(value) => seen.push(value),
		(fault) => seen.push(fault),
	);
	await vi.waitFor(() => expect(seen).toEqual(['none']));
	await store.keepArticle(candidate({ facts: { title: 'T', dir: 'ltr' } }), undefined, at(0));
	await vi.waitFor(() => expect(seen.at(-1)).toBe('T 0 -'));
	await store.keepArticle(candidate({ facts: { title: 'T', dir: 'ltr' } }), version({ text: 'x' }), at(1));
	await vi.waitFor(() => expect(seen.at(-1)).toBe('T 0 x'));
	await store.createAnnotation(
		creation(2, { version: version({ text: 'x' }), article: candidate({ facts: { title: 'T', dir: 'ltr' } }) }),
	);
	await vi.waitFor(() => expect(seen.at(-1)).toBe('T 1 x'));
	stop();
});

test('the library is observed as a whole', async () => {
	const store = openLibraryStore({ indexedDB: freshFactory() });
	const seen: number[] = [];
	const stop = store.observe(
		() => store.listArticleIds('annotated'),
		(articles) => seen.push(articles.length),
		() => seen.push(-1),
	);
	await vi.waitFor(() => expect(seen).toEqual([0]));
	await store.createAnnotation(creation(1));
	await vi.waitFor(() => expect(seen.at(-1)).toBe(1));
	await store.createAnnotation(creation(2, { article: candidate({ keys: ['url:b'] }) }));
	await vi.waitFor(() => expect(seen.at(-1)).toBe(2));
	stop();
});

test('a query that fails tells its fault', async () => {
	const store = openLibraryStore({ indexedDB: freshFactory() });
	const failed = vi.fn();
	const stop = store.observe(
		() => articleOf(store, []),
		() => {},
		failed,
	);
	await vi.waitFor(() => expect(failed).toHaveBeenCalledWith('invalid'));
	stop();
});

test('two articles that turn out to be one are observed as one, before an act joins them and after', async () => {
	const store = openLibraryStore({ indexedDB: freshFactory() });
	await store.keepArticle(candidate(), undefined, at(0));
	const text = await store.createAnnotation(
		creation(1, { article: candidate({ keys: ['text:t'], facts: { title: 't', dir: 'ltr' } }) }),
	);
	const both = [...candidate().keys, 'text:t'];
	const seen: unknown[] = [];
	const stop = store.observe(
		() => store.openArticle(both),
		({ article, annotations }) => seen.push([article?.id, annotations.map(({ id }) => id)]),
		(fault) => seen.push(fault),
	);
	await vi.waitFor(() => expect(seen).toHaveLength(1));
	const { id } = await store.keepArticle(candidate({ keys: both }), undefined, at(2));
	await vi.waitFor(() => expect(seen.length).toBeGreaterThan(1));
	for (const one of seen) expect(one).toEqual([id, [text.id]]);
	stop();
});

test('after any acts, at whatever pace, every observer ends on the final state', async () => {
	const pause = fc.constantFrom(0, 0, 1, 5);
	const edit = fc.record({
		pause,
		n: fc.integer({ min: 1, max: 3 }),
		note: fc.string(),
		by: fc.integer({ min: 0, max: 1 }),
	});
	await fc.assert(
		fc.asyncProperty(fc.array(edit, { maxLength: 8 }), async (edits) => {
			const indexedDB = freshFactory();
			const stores = [openLibraryStore({ indexedDB }), openLibraryStore({ indexedDB })] as const;
			let articleId = '';
			for (const n of [1, 2, 3]) articleId = (await stores[0].createAnnotation(creation(n))).articleId;
			const watched = stores.map((store) => watchNotes(store, articleId));
			const done = edits.map(async (one, i) => {
				if (one.pause > 0) await new Promise((resolve) => setTimeout(resolve, one.pause));
				await stores[one.by as 0 | 1].editAnnotation(uuid(one.n), { note: one.note }, at(10 + i));
			});
			await Promise.all(done);
			const final = (await stores[0].listAnnotations(articleId)).map((one) => one.note);
			await vi.waitFor(() => {
				for (const one of watched) expect(one.seen.at(-1)).toEqual(final);
			});
			for (const one of watched) {
				expect(one.failed).not.toHaveBeenCalled();
				one.stop();
			}
			for (const store of stores) store.close();
		}),
		{ numRuns: 25 },
	);
});
