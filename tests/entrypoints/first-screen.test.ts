import { type ComponentChild, h } from 'preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { FIRST_IDS, FIRST_ROWS, type FirstScreen } from '../../entrypoints/library/first-screen.ts';
import { readFirstScreen } from '../../entrypoints/library/read-first-screen.ts';
import { type ListedIds, useIds } from '../../entrypoints/library/use-ids.ts';
import type { ViewContext } from '../../entrypoints/library/view-context.ts';
import type { LibraryStore } from '../../utils/storage/library-store.ts';
import { shown } from '../components/shown.ts';

/** A store of so many articles that notes what it is asked for. */
function storeOf(count: number) {
	const ids = Array.from({ length: count }, (_, n) => `a${n}`);
	const listArticleIds = vi.fn(async (_: string, { limit = count } = {}) => ids.slice(0, limit));
	const getSummaries = vi.fn(async (of: readonly string[]) => of.map((id) => ({ article: { id } })));
	return { store: { listArticleIds, getSummaries } as unknown as LibraryStore, listArticleIds, getSummaries };
}

describe('what is read ahead of the first drawing', () => {
	test('is the beginning of the list that the address names, in its order', async () => {
		const { store, listArticleIds, getSummaries } = storeOf(100);
		const first = await readFirstScreen(store, '?by=published');
		expect(first).toMatchObject({ list: 'articles', order: 'published', isWhole: false });
		expect(first!.ids).toHaveLength(FIRST_IDS);
		expect(first!.rows.map(([id]) => id)).toEqual(first!.ids.slice(0, FIRST_ROWS));
		expect([listArticleIds.mock.calls.length, getSummaries.mock.calls.length]).toEqual([1, 1]);
	});

	test('is all of a short list', async () => {
		expect(await readFirstScreen(storeOf(3).store, '')).toMatchObject({ isWhole: true, ids: ['a0', 'a1', 'a2'] });
	});

	test('is nothing where something is searched, where no list is, and where it cannot be read', async () => {
		const { store } = storeOf(3);
		expect(await readFirstScreen(store, '?q=eau')).toBeUndefined();
		expect(await readFirstScreen(store, '?view=trash')).toBeUndefined();
		const refuse = async () => {
			throw new Error('gone');
		};
		expect(await readFirstScreen({ listArticleIds: refuse } as unknown as LibraryStore, '')).toBeUndefined();
	});
});

describe('the ids of a list', () => {
	beforeEach(() => void vi.useFakeTimers());
	afterEach(() => void vi.useRealTimers());

	/** What a list of this order has at each drawing, where this was read ahead. */
	function listedWith(first: FirstScreen | undefined) {
		const drawn: (ListedIds | undefined)[] = [];
		const list = vi.fn(async () => ['new']);
		const observe = vi.fn((ask: () => Promise<string[]>, keep: (ids: string[]) => void) => {
			void ask().then(keep);
			return () => {};
		});
		const context = { store: { observe }, fail: () => {} } as unknown as ViewContext;
		function Probe(): ComponentChild {
			drawn.push(useIds(context, true, 'annotated', list, first));
			return null;
		}
		shown(h(Probe, {}));
		return { drawn, list };
	}
	const AHEAD: FirstScreen = { list: 'articles', order: 'annotated', ids: ['a', 'b'], isWhole: false, rows: [] };

	test('are there with the first drawing where they were read ahead, and followed from then on', async () => {
		const { drawn, list } = listedWith(AHEAD);
		expect(drawn[0]).toMatchObject({ ids: ['a', 'b'], isWhole: false });
		expect(list).not.toHaveBeenCalled();
		await vi.runAllTimersAsync();
		expect(drawn.at(-1)).toMatchObject({ ids: ['new'], isWhole: true });
	});

	test('are read where those read ahead are in another order', async () => {
		const { drawn } = listedWith({ ...AHEAD, order: 'published' });
		expect(drawn[0]).toBeUndefined();
		await vi.runAllTimersAsync();
		expect(drawn.at(-1)).toMatchObject({ ids: ['new'], isWhole: true });
	});
});
