import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rowOffsets, rowsWithin } from '../../components/panel/row-offsets.ts';

const heights = fc.array(fc.option(fc.integer({ min: 1, max: 400 }), { nil: undefined }), { maxLength: 60 });
const offsetsOf = (rows: readonly (number | undefined)[]) => {
	const ids = rows.map((_, index) => String(index));
	return rowOffsets(ids, (id) => rows[Number(id)]);
};

test('a row that was measured is as high as it is, another as high as the mean of these', () => {
	fc.assert(
		fc.property(heights, (rows) => {
			const offsets = offsetsOf(rows);
			const known = rows.filter((height) => height !== undefined);
			const mean = known.reduce((sum, height) => sum + height, 0) / known.length;
			expect(offsets[0]).toBe(0);
			rows.forEach((height, index) => {
				const got = offsets[index + 1]! - offsets[index]!;
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
				const reaches = offsets[index + 1]! > from && offsets[index]! < from + length;
				expect(index >= first && index < end).toBe(reaches);
			});
		}),
	);
});
