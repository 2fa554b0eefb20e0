import { type ComponentChild, h } from 'preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { useFacets } from '../../entrypoints/library/use-facets.ts';
import { useHits } from '../../entrypoints/library/use-hits.ts';
import { useObserved } from '../../entrypoints/library/use-observed.ts';
import { type FoundIds, useSearch } from '../../entrypoints/library/use-search.ts';
import type { ViewContext } from '../../entrypoints/library/view-context.ts';
import type { IndexClient, SearchResult } from '../../entrypoints/library-index/index-client.ts';
import { shown } from '../components/shown.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A question that the test answers when it likes. */
interface Asked {
	readonly of: never;
	answer(value: unknown): Promise<void>;
	refuse(): Promise<void>;
}

/** An index that answers when a test has it answer, and a view that only says what its hook gives it. */
function watched<T>(use: (context: ViewContext) => T, query = 'a') {
	const asked: Asked[] = [];
	const watchers = new Set<() => void>();
	const ask = (of: unknown) =>
		new Promise((resolve, reject) => {
			const settle = async (settled: () => void): Promise<void> => {
				settled();
				await vi.advanceTimersByTimeAsync(0);
			};
			asked.push({
				of: of as never,
				answer: (value) => settle(() => resolve(value)),
				refuse: () => settle(() => reject(new Error('refused'))),
			});
		});
	const index = {
		search: ask,
		ask: (_: string, of: unknown) => ask(of),
		watch(changed: () => void) {
			watchers.add(changed);
			return () => watchers.delete(changed);
		},
	} as unknown as IndexClient;
	const values: T[] = [];
	const context = { index, address: { query }, go: vi.fn() } as unknown as ViewContext;
	function Probe(given: ViewContext): ComponentChild {
		values.push(use(given));
		return null;
	}
	const page = shown(h(Probe, context));
	return {
		...{ asked, values },
		last: () => values.at(-1)!,
		change: () => {
			for (const watcher of watchers) watcher();
		},
		retype: (to: string) => page.show(h(Probe, { ...context, address: { ...context.address, query: to } })),
	};
}

function result(count: number, name = 'id'): SearchResult {
	const ids = Array.from({ length: count }, (_, n) => `${name}${n}`);
	return { ids: Object.assign(ids, {}) as unknown as SearchResult['ids'], total: count, isExact: true, problems: [] };
}

describe('a search', () => {
	const search = () => watched((context) => useSearch(context, 'article', context.address.query, 'sense'));
	const told = (found: FoundIds | undefined) => found && `${found.state} ${found.ids.length} ${found.isWhole}`;

	test('shows its first hits at once, then all; asked again, the list stays whole until the next is', async () => {
		const { asked, values, last, change } = search();
		await asked[0]!.answer(result(5000));
		expect(told(last())).toBe('exact 200 false');
		await vi.runAllTimersAsync();
		expect(told(last())).toBe('exact 5000 true');
		const before = values.length;
		change();
		await asked[1]!.answer(result(4999));
		await vi.runAllTimersAsync();
		expect(told(last())).toBe('exact 4999 true');
		expect(values.slice(before).every((found) => found?.isWhole)).toBe(true);
	});

	test('that failed is not overtaken by what is left of an earlier answer', async () => {
		const { asked, last, change } = search();
		await asked[0]!.answer(result(5000));
		change();
		await asked[1]!.refuse();
		expect(told(last())).toBe('failed 0 true');
		await vi.runAllTimersAsync();
		expect(told(last())).toBe('failed 0 true');
	});

	test('is answered by what was asked for last, whichever comes first', async () => {
		const { asked, last, change } = search();
		change();
		await asked[1]!.answer(result(2));
		await asked[0]!.answer(result(1));
		await asked[0]!.refuse();
		expect(told(last())).toBe('exact 2 true');
	});

	test('that failed is mended by the next', async () => {
		const { asked, last, change } = search();
		await asked[0]!.refuse();
		change();
		await asked[1]!.answer(result(3));
		expect(told(last())).toBe('exact 3 true');
	});
});

test('what was found in the rows is asked for again when the index answered anew, and an earlier answer is left', async () => {
	let found = {};
	const { asked, last, retype } = watched((context) => useHits(context, 'article', 'a', ['x'], found));
	const snippet = (text: string) => [{ id: 'x', field: 'title', text, marks: [] }];
	await asked[0]!.answer(snippet('first'));
	expect(last().get('x')).toMatchObject({ title: { text: 'first' } });
	retype('a');
	expect(asked).toHaveLength(1);
	found = {};
	retype('a');
	found = {};
	retype('a');
	expect(asked).toHaveLength(3);
	await asked[2]!.answer(snippet('third'));
	await asked[1]!.answer(snippet('second'));
	expect(last().get('x')).toMatchObject({ title: { text: 'third' } });
});

test('counts that come late do not stand in place of newer ones', async () => {
	const { asked, last, change, retype } = watched((context) => useFacets(context, 'article', true));
	const counts = (count: number) => ({ edition: [['fr', count]], section: [], color: [], tag: [] });
	const counted = () => last().facets[0]!.choices[0]?.count;
	await vi.advanceTimersByTimeAsync(300);
	change();
	await vi.advanceTimersByTimeAsync(300);
	expect(asked).toHaveLength(2);
	await asked[1]!.answer(counts(2));
	await asked[0]!.answer(counts(1));
	expect(counted()).toBe(2);
	change();
	await vi.advanceTimersByTimeAsync(300);
	retype('b');
	await vi.advanceTimersByTimeAsync(300);
	await asked[3]!.answer(counts(4));
	await asked[2]!.answer(counts(3));
	expect(counted()).toBe(4);
});

test('a fault is told, and no longer once the store answers', async () => {
	const fail = vi.fn();
	let next: (value: number) => void = () => undefined;
	let failed: (fault: string) => void = () => undefined;
	const store = {
		observe(_: unknown, ...told: [typeof next, typeof failed]) {
			[next, failed] = told;
			return () => undefined;
		},
	};
	const { last } = watched(() => useObserved({ store, fail } as unknown as ViewContext, async () => 1));
	failed('storage-blocked');
	next(7);
	await vi.advanceTimersByTimeAsync(10);
	expect(fail.mock.calls).toEqual([['storage-blocked'], [undefined]]);
	expect(last()).toBe(7);
});
