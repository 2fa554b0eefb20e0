import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayShades, SHADES, shadeOf } from '../../components/library/day-shades.ts';

describe('the shades of days', () => {
	test('are none where nothing was done, and one dark one where it was always the same', () => {
		expect(dayShades([])).toEqual([]);
		expect(dayShades([0, 0])).toEqual([]);
		expect(dayShades([1, 1])).toEqual([{ level: SHADES, least: 1, most: 1 }]);
		expect(shadeOf(0, [])).toBe(0);
	});

	test('widen with the number', () => {
		expect(dayShades(Array.from({ length: 40 }, (_, index) => index + 1))).toEqual([
			{ level: 1, least: 1, most: 3 },
			{ level: 2, least: 4, most: 10 },
			{ level: 3, least: 11, most: 22 },
			{ level: 4, least: 23, most: 40 },
		]);
	});

	test('are not paled by one great day', () => {
		const usual = Array.from({ length: 60 }, (_, index) => (index % 8) + 1);
		const shades = dayShades([...usual, 20_000]);
		expect(shadeOf(8, shades)).toBe(4);
		expect(shadeOf(20_000, shades)).toBe(4);
		expect(shadeOf(1, shades)).toBeLessThan(3);
	});

	test('lie beside each other from one to the most, and more is never paler', () => {
		fc.assert(
			fc.property(fc.array(fc.nat({ max: 5000 }), { minLength: 1, maxLength: 60 }), (counts) => {
				const shades = dayShades(counts);
				const most = Math.max(...counts);
				if (most > 0) expect([shades[0]!.least, shades.at(-1)!.most]).toEqual([1, most]);
				for (const [index, { least, most }] of shades.entries()) {
					expect(least).toBeLessThanOrEqual(most);
					if (index > 0) expect(least).toBe(shades[index - 1]!.most + 1);
				}
				const levels = [...counts].sort((a, b) => a - b).map((count) => shadeOf(count, shades));
				expect(levels).toEqual([...levels].sort());
				expect(Math.max(...levels)).toBe(most > 0 ? SHADES : 0);
			}),
		);
	});
});
