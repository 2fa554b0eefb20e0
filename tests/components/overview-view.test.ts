import { h } from 'preact';
import { expect, test } from 'vitest';
import type { OverviewData } from '../../components/library/overview-data.ts';
import { Overview } from '../../components/library/overview-view.tsx';
import { withCondition } from '../../entrypoints/library/query-conditions.ts';
import { shown } from './shown.ts';

const DATA: OverviewData = {
	articles: 3,
	annotations: 7,
	pending: 0,
	days: [
		['2026-11-20', 1],
		['2026-11-21', 4],
		['2025-02-01', 2],
	],
	colors: [
		['yellow', 5],
		['pink', 2],
	],
	editions: [['cn', 7]],
	tags: Array.from({ length: 12 }, (_, index) => [`press freedom ${index}`, 1] as const),
};

const view = (data: OverviewData | undefined, query = '') =>
	h(Overview, { data, query, narrowed: withCondition, today: '2026-11-22', editionName: (path) => `edition ${path}` });
const queryOf = (link: Element | null | undefined) =>
	new URLSearchParams(link?.getAttribute('href')?.split('?')[1]).get('q');

test('bars lead to the passages that they stand for, narrowed as the overview is', () => {
	const { control } = shown(view(DATA, 'bonjour'));
	const yellow = control('Yellow5');
	expect(yellow.getAttribute('href')).toMatch(/^library\.html\?view=passages&/);
	expect(queryOf(yellow)).toBe('bonjour color:yellow');
	expect(queryOf(control('edition cn7'))).toBe('bonjour edition:cn');
	expect(queryOf(control('press freedom 01'))).toBe('bonjour tag:"press freedom 0"');
});

test('a long list of bars is shown whole on request', () => {
	const { root, click, control } = shown(view(DATA));
	const tags = () => [...root.querySelectorAll('.bars')].at(-1)?.children.length;
	expect(tags()).toBe(10);
	click(control('All 12'));
	expect(tags()).toBe(12);
});

test('days lead to their passages, and one stop for the tab key leads to them all', () => {
	const { root, press } = shown(view(DATA));
	const stops = () => [...root.querySelectorAll<HTMLElement>('a.day')].filter(({ tabIndex }) => tabIndex === 0);
	expect(stops().map(({ dataset }) => dataset.day)).toEqual(['2026-11-21']);
	expect(stops()[0]?.getAttribute('aria-label')).toBe('Saturday, November 21, 2026 — 4 annotations');
	expect(queryOf(stops()[0])).toBe('after:2026-11-21 before:2026-11-22');
	press(stops()[0], 'ArrowLeft');
	expect(stops().map(({ dataset }) => dataset.day)).toEqual(['2026-11-20']);
	expect(document.activeElement).toBe(stops()[0]);
});

test('another year has its own calendar; a month leads to all its passages', () => {
	const { root, click, control } = shown(view(DATA));
	expect(root.querySelector('[aria-pressed=true]')?.textContent).toContain('2026');
	click(control('20252 annotations'));
	expect(queryOf(control('February 2'))).toBe('after:2025-02-01 before:2025-03-01');
	expect(root.querySelectorAll('a.day')).toHaveLength(1);
});

test('each picture can be had as a table', () => {
	const { root, click } = shown(view(DATA));
	for (const button of root.querySelectorAll('.figure header button')) click(button);
	const rows = (index: number) =>
		[...(root.querySelectorAll('table')[index]?.rows ?? [])].map(({ cells }) =>
			[...cells].map(({ textContent }) => textContent),
		);
	expect(rows(0)).toEqual([
		['Day', 'Annotations'],
		['November', '5'],
		['November 20, 2026', '1'],
		['November 21, 2026', '4'],
	]);
	expect(rows(1)).toEqual([
		['Colours', 'Annotations', 'Share'],
		['Yellow', '5', '71.4%'],
		['Pink', '2', '28.6%'],
	]);
	expect(root.querySelectorAll('.bars, .calendar')).toHaveLength(0);
});

test('where nothing was annotated the page says what it will show', () => {
	const nothing = { ...DATA, annotations: 0, articles: 0, days: [], colors: [], editions: [], tags: [] };
	const { root, show } = shown(view(nothing));
	expect(root.textContent).toContain('As you annotate, this page fills');
	expect(root.querySelectorAll('.month')).toHaveLength(12);
	show(view(nothing, 'color:pink'));
	expect(root.textContent).toContain('Nothing matches');
});

test('one annotation is enough to look at', () => {
	const { root } = shown(
		view({ ...DATA, articles: 1, annotations: 1, days: [['2026-11-22', 1]], colors: [['pink', 1]] }),
	);
	expect(root.querySelector('.headline')?.textContent).toBe('1 annotation · 1 article');
	expect(root.querySelector('.highlights')?.textContent).toBe('First on November 22, 2026');
	expect(root.querySelector('a.day')?.className).toContain('shade-4 today');
});

test('what is not counted yet is told', () => {
	expect(shown(view({ ...DATA, pending: 1200 })).root.textContent).toContain('Still to be read: 1,200');
	expect(shown(view(undefined)).root.querySelector('h2')?.getAttribute('aria-busy')).toBe('true');
});
