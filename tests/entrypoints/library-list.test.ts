import 'fake-indexeddb/auto';
import { h } from 'preact';
import { beforeEach, expect, test, vi } from 'vitest';
import { readLibraryAddress } from '../../components/library/library-address.ts';
import type { ViewContext } from '../../entrypoints/library/view-context.ts';
import { Fault } from '../../utils/domain/fault.ts';
import type { ArticleSummary } from '../../utils/domain/library.ts';
import type { SearchRequest } from '../../utils/domain/search.ts';
import { type LibraryStore, openLibraryStore } from '../../utils/storage/library-store.ts';
import { shown } from '../components/shown.ts';
import { at, creation, draft, freshFactory, uuid } from '../storage/build.ts';

vi.mock('wxt/browser', () => ({ browser: { runtime: { getURL: (path: string) => path }, tabs: {}, i18n: {} } }));

import { ARTICLES, ArticlesView } from '../../entrypoints/library/articles-view.tsx';
import { PassagesView } from '../../entrypoints/library/passages-view.tsx';

beforeEach(() => {
	vi.stubGlobal(
		'ResizeObserver',
		class {
			observe() {}
			unobserve() {}
			disconnect() {}
		},
	);
});

/** The passages of a library of four, the newest first. */
async function passages(changed: (store: LibraryStore, indexedDB: IDBFactory) => LibraryStore | Promise<LibraryStore>) {
	const indexedDB = freshFactory();
	const stored = openLibraryStore({ indexedDB });
	for (const n of [1, 2, 3, 4])
		await stored.createAnnotation(creation(n, { draft: draft({ note: `note ${n}` }, n), at: at(n) }));
	const store = await changed(stored, indexedDB);
	const index = { ask: () => new Promise(() => {}), search: () => new Promise(() => {}), watch: () => () => {} };
	const acts = { notice: undefined, tell: vi.fn(), step: vi.fn(), run: vi.fn((act) => act(at(60))) };
	const context = {
		...{ store, index, acts, go: vi.fn(), fail: vi.fn(), place: undefined, keepPlace: vi.fn() },
		address: readLibraryAddress('?view=passages'),
	} as unknown as ViewContext;
	const page = shown(h(PassagesView, context));
	const rows = () => [...page.root.querySelectorAll<HTMLElement>('[data-row]')];
	const row = (n: number) => page.root.querySelector<HTMLElement>(`[data-row="${uuid(n)}"]`);
	const standing = () => rows().map(({ dataset }) => Number(dataset.row!.slice(-1)));
	return { ...page, acts, context, store, row, standing };
}

test('Delete puts into the trash what is selected and shown, and not what has gone meanwhile', async () => {
	const { acts, store, row, standing, press, root } = await passages((store) => store);
	await vi.waitFor(() => expect(root.textContent).toContain('note 1'));
	for (const n of [1, 2, 3]) press(row(n), ' ');
	const trash = vi.spyOn(store, 'deleteAnnotations');
	// As from another tab.
	await store.deleteAnnotations([uuid(2)], at(50));
	await vi.waitFor(() => expect(standing()).toEqual([4, 3, 1]));
	await vi.waitFor(() => expect(root.querySelector('.selected-count')?.textContent).toContain('2'));
	trash.mockClear();
	press(row(1), 'Delete');
	await vi.waitFor(() => expect(trash).toHaveBeenCalledOnce());
	expect(trash.mock.calls[0]![0]).toEqual([uuid(3), uuid(1)]);
	press(row(4), 'Delete');
	expect(trash.mock.calls[1]![0]).toEqual([uuid(4)]);
	expect(acts.run).toHaveBeenCalledTimes(2);
});

test('what cannot be opened is told', async () => {
	const { acts, row, press, root, store } = await passages((store) => ({ ...store }));
	await vi.waitFor(() => expect(root.textContent).toContain('note 1'));
	vi.spyOn(store, 'getPassages').mockRejectedValue(new Fault('storage-blocked'));
	press(row(1), 'Enter');
	await vi.waitFor(() => expect(acts.tell).toHaveBeenCalledWith({ kind: 'fault', fault: 'storage-blocked' }));
});

test('one that was damaged where it lies does not keep the others from being shown', async () => {
	const { root, standing } = await passages(async (store, indexedDB) => {
		const database = await done(indexedDB.open('en-marge'));
		const rows = database.transaction('annotations', 'readwrite').objectStore('annotations');
		const { selectors, ...rest } = await done(rows.get(uuid(2)));
		await done(rows.put({ ...rest, tags: 'none', note: 7 }));
		database.close();
		return store;
	});
	await vi.waitFor(() => expect(root.textContent).toContain('note 1'));
	expect(root.textContent).toContain('note 4');
	expect(standing()).toEqual([4, 3, 2, 1]);
});

test('where a query finds nothing in one list, what it finds in the other is told and one click away', async () => {
	const store = openLibraryStore({ indexedDB: freshFactory() });
	const search = vi.fn(async ({ kind, query }: SearchRequest) => ({
		...{ ids: [], problems: [], isExact: true },
		total: kind === 'annotation' && query === 'maple' ? 3 : 0,
	}));
	const index = { ask: () => new Promise(() => {}), search, watch: () => () => {} };
	const acts = { notice: undefined, tell: vi.fn(), step: vi.fn(), run: vi.fn() };
	const inList = (query: string) =>
		h(ArticlesView, {
			...{ store, index, acts, go: vi.fn(), fail: vi.fn(), place: undefined, keepPlace: vi.fn() },
			address: readLibraryAddress(`?q=${query}`),
		} as unknown as ViewContext);
	const { root, show } = shown(inList('maple'));
	await vi.waitFor(() => expect(root.querySelector('.hint')?.textContent).toBe('Nothing found. 3 annotations'));
	expect(root.querySelector('.hint a')?.getAttribute('href')).toBe('library.html?view=passages&q=maple');
	show(inList('oak'));
	await vi.waitFor(() => expect(root.querySelector('.hint')?.textContent).toBe('Nothing found.'));
});

test('articles in which nothing is annotated stand under words of their own, not under the day they were added', () => {
	const summary = { article: { added: at(5) }, captured: at(2) } as ArticleSummary;
	expect(ARTICLES.dateOf(summary, 'annotated')).toBeUndefined();
	expect(['annotated', 'published'].map((order) => ARTICLES.undated(order as 'annotated'))).toEqual([
		'groupNotAnnotated',
		'groupUndated',
	]);
});

function done<T>(request: IDBRequest<T>): Promise<T> {
	return new Promise((resolve, reject) => {
		request.onsuccess = () => resolve(request.result);
		request.onerror = () => reject(request.error);
	});
}
