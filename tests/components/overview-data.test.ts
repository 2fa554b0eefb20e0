import { expect, test } from 'vitest';
import { formatBytes } from '../../components/library/format-bytes.ts';
import { byCount, countsByDay, sumOf } from '../../components/library/overview-data.ts';

test('the greatest comes first, and what there is none of not at all', () => {
	const tallies = [
		['b', 2],
		['none', 0],
		['c', 7],
		['a', 2],
	] as const;
	expect(byCount(tallies)).toEqual([
		['c', 7],
		['a', 2],
		['b', 2],
	]);
});

test('days come in order; what is no day is left out', () => {
	const counts = countsByDay([
		['2026-11-22', 2],
		['', 5],
		['2024-01-01', 1],
		['2025-01-01', 0],
		['2026', 9],
	]);
	expect([...counts]).toEqual([
		['2024-01-01', 1],
		['2026-11-22', 2],
	]);
	expect(sumOf(counts, ['2024-01-01', '2024-01-02', '2026-11-22'])).toBe(3);
});

test.each([
	[0, '0 byte'],
	[999, '999 byte'],
	[3400, '3.4 kB'],
	[341_234_567, '341 MB'],
	[12_000_000_000, '12 GB'],
	[7e15, '7,000 TB'],
])('%i bytes are written %s', (bytes, written) => expect(formatBytes(bytes, 'en')).toBe(written));
