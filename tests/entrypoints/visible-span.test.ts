import fc from 'fast-check';
import { expect, test } from 'vitest';
import { visibleSpan } from '../../entrypoints/shared/page/visible-span.ts';

const LINE = 20;
const CHARACTERS_A_LINE = 50;

/** A text set in lines of fifty characters, scrolled down by some pixels. */
function setText(length: number, scrolled: number) {
	let looks = 0;
	const rangeOf = (start: number): Range => {
		looks++;
		const bottom = (Math.floor(start / CHARACTERS_A_LINE) + 1) * LINE - scrolled;
		return { getBoundingClientRect: () => ({ bottom }) as DOMRect } as Range;
	};
	return { text: 'x'.repeat(length), rangeOf, looks: () => looks };
}

test('is the lines from the first that is not wholly above the window to the first below its lower edge', () => {
	fc.assert(
		fc.property(fc.nat(100_000), fc.nat(40_000), fc.integer({ min: 1, max: 2000 }), (length, scrolled, innerHeight) => {
			const { start, end } = visibleSpan({ innerHeight }, setText(length, scrolled));
			const isVisible = (offset: number) => {
				const bottom = (Math.floor(offset / CHARACTERS_A_LINE) + 1) * LINE - scrolled;
				return bottom >= 0 && bottom < innerHeight;
			};
			for (const offset of [0, start - 1, start, end - 1, end, length - 1])
				if (offset >= 0 && offset < length) expect(isVisible(offset)).toBe(offset >= start && offset < end);
		}),
	);
});

test('looks at few characters of however long a text', () => {
	const long = setText(2_000_000, 90_000);
	visibleSpan({ innerHeight: 900 }, long);
	expect(long.looks()).toBeLessThan(50);
});
