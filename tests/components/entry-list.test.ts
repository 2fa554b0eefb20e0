import { h } from 'preact';
import { expect, test, vi } from 'vitest';
import type { EntryProps } from '../../components/library/entry-frame.tsx';
import { EntryList } from '../../components/library/entry-list.tsx';
import { NOTHING_SELECTED } from '../../components/list/selection.ts';
import { shown } from './shown.ts';

vi.stubGlobal(
	'ResizeObserver',
	class {
		observe(): void {}
		unobserve(): void {}
		disconnect(): void {}
	},
);

const DAYS: Readonly<Record<string, string | undefined>> = {
	a: '2026-11-20T12:00:00.000Z',
	b: '2026-11-02T12:00:00.000Z',
	c: '2026-10-30T12:00:00.000Z',
	d: undefined,
	e: undefined,
};

/** What stands above each row, and the row. */
function lines(ids: readonly string[], group: 'month' | 'none'): string[] {
	const nothing = (): void => {};
	const { root } = shown(
		h(EntryList<string | undefined>, {
			...{ label: 'Articles', ids, group, rows: new Map(ids.map((id) => [id, DAYS[id] ?? 'none'])), shown: nothing },
			...{ dateOf: (day: string | undefined) => (day === 'none' ? undefined : day), undated: 'groupNotAnnotated' },
			entry: (_, { row, heading }: EntryProps) => h('li', row, `${heading ?? '-'} ${row['data-row']}`),
			...{ selection: NOTHING_SELECTED, select: nothing, selected: () => [], open: nothing, trash: nothing },
			...{ place: undefined, moved: nothing },
		}),
	);
	return [...root.querySelectorAll('[data-row]')].map(({ textContent }) => textContent ?? '');
}

test('a month stands above its first article, and words of their own above the first without a day', () => {
	expect(lines(['a', 'b', 'c', 'd', 'e'], 'month')).toEqual([
		'November 2026 a',
		'- b',
		'October 2026 c',
		'Not annotated d',
		'- e',
	]);
	expect(lines(['d'], 'month')).toEqual(['Not annotated d']);
});

test('nothing stands above articles that are not grouped', () => {
	expect(lines(['a', 'd'], 'none')).toEqual(['- a', '- d']);
});
