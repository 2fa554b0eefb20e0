import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rowOffsets, rowsWithin } from '../../components/list/row-offsets.ts';

const heights = fc.array(fc.option(fc.integer({ min: 1, max: 400 }), { nil: undefined }), { maxLength: 60 });
const offsetsOf = (rows: readonly (number | undefined)[]) => {
	const known = rows.flatMap((height, index) => (height === undefined ? [] : [[index, height] as const]));
	return rowOffsets(rows.length, new Map(known), 100);
};

test('a row that was measured is as high as it is, another as high as the mean of these', () => {
	fc.assert(
		fc.property(heights, (rows) => {
			const offsets = offsetsOf(rows);
			const known = rows.filter((height) => height !== undefined);
			const mean = known.reduce((sum, height) => sum + height, 0) / known.length;
			expect(offsets.at(0)).toBe(0);
			rows.forEach((height, index) => {
				const got = offsets.at(index + 1) - offsets.at(index);
				if (height !== undefined) expect(got).toBeCloseTo(height);
				else if (known.length > 0) expect(got).toBeCloseTo(mean);
				else expect(got).toBeGreaterThan(0);
			});
		}),
	);
});

test('the rows within a stretch are those that reach into it, and no others', () => {
	fc.assert(
		fc.property(heights, fc.integer({ min: -500, max: 9000 }), fc.nat(2000), (rows, from, length) => {
			const offsets = offsetsOf(rows);
			const { first, end } = rowsWithin(offsets, from, from + length);
			rows.forEach((_, index) => {
				const reaches = offsets.at(index + 1) > from && offsets.at(index) < from + length;
				expect(index >= first && index < end).toBe(reaches);
			});
		}),
	);
});

test('a list longer than a browser can draw is taken to be lower, and rows that were seen stay as high as they are', () => {
	const offsets = rowOffsets(200_000, new Map([[150_000, 180]]), 100);
	expect(offsets.at(200_000)).toBeLessThan(8_000_000);
	expect(offsets.at(150_001) - offsets.at(150_000)).toBe(180);
	expect(offsets.at(1)).toBeGreaterThan(0);
});
