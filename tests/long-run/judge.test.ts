import { expect, test } from 'vitest';
import { judge } from './judge.ts';
import type { Sample } from './measure.ts';
import { plot } from './plot.ts';

const sample = (acts: number, changes: Partial<Sample> = {}): Sample => ({
	...{ acts, page: 8e6, background: 2e6, panel: 3e6, listeners: 200, documents: 11 },
	...{ ports: 1, registryEntries: 0, hosts: 0, ...changes },
});
const run = (change: (index: number) => Partial<Sample>): Sample[] =>
	Array.from({ length: 50 }, (_, index) => sample((index + 1) * 200, change(index)));

test('a session that only warms up is flat, one that grows on is not', () => {
	expect(judge(run((index) => ({ page: index < 4 ? 5e6 : 8e6 })))).toEqual([]);
	expect(judge(run((index) => ({ panel: 3e6 + index * 2e4 })))).toEqual(['memory of the panel: +22.6 %']);
	expect(judge(run((index) => ({ listeners: 200 + index })))).toHaveLength(1);
	expect(judge([])).toHaveLength(1);
});

test('whatever is left behind once is said', () => {
	expect(judge(run((index) => (index === 30 ? { ports: 2 } : {})))).toEqual(['2 connections open after 6200 acts']);
	expect(judge(run((index) => (index === 30 ? { registryEntries: 1, hosts: 1 } : {})))).toHaveLength(2);
});

test('the plot has a line for each of the three, within its frame', () => {
	const svg = plot(
		run(() => ({})),
		'10000 acts',
	);
	const lines = [...svg.matchAll(/<polyline points="([^"]*)"/g)].map(([, points]) => points!.split(' '));
	expect(lines.map(({ length }) => length)).toEqual([50, 50, 50]);
	for (const [x, y] of lines.flat().map((point) => point.split(',').map(Number))) {
		expect(x).toBeGreaterThan(0);
		expect(x).toBeLessThan(820);
		expect(y).toBeGreaterThan(0);
		expect(y).toBeLessThan(340);
	}
});
