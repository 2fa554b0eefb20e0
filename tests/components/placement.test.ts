import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { type Box, freeEdge, isAnyInView, placeBeside } from '../../components/page/placement.ts';

const seen = { top: 0, bottom: 800, scale: 1 };
const viewport = { width: 1000, height: 800 };
const size = { width: 300, height: 40 };
const box = (left: number, top: number, width: number, height = 20): Box => ({
	left,
	top,
	right: left + width,
	bottom: top + height,
});
const overlaps = (a: Box, b: Box) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
const shown = ({ left, top }: { left: number; top: number }) => box(left, top, size.width, size.height);

describe('the place beside words', () => {
	it('is above them where there is room', () => {
		expect(placeBeside([box(100, 200, 50)], size, viewport, 'ltr', ['above', 'below'])).toEqual({
			left: 100,
			top: 152,
		});
	});

	it('is below them at the top of the viewport', () => {
		expect(placeBeside([box(100, 10, 50)], size, viewport, 'ltr', ['above', 'below']).top).toBe(38);
	});

	it('begins where the words begin, which is on the right in Persian', () => {
		expect(placeBeside([box(500, 200, 100)], size, viewport, 'rtl', ['above']).left).toBe(300);
	});

	it('is never over the words nor outside the viewport where words leave room', () => {
		const boxes = fc
			.record({
				left: fc.integer({ min: 0, max: 900 }),
				top: fc.integer({ min: -500, max: 1200 }),
				lines: fc.integer({ min: 1, max: 12 }),
			})
			.map(({ left, top, lines }) => Array.from({ length: lines }, (_, line) => box(left, top + 24 * line, 100)));
		fc.assert(
			fc.property(boxes, fc.constantFrom('ltr' as const, 'rtl' as const), (lines, dir) => {
				const place = shown(placeBeside(lines, size, viewport, dir, ['above', 'below']));
				expect(place.left).toBeGreaterThanOrEqual(0);
				expect(place.right).toBeLessThanOrEqual(viewport.width);
				expect(place.top).toBeGreaterThanOrEqual(0);
				expect(place.bottom).toBeLessThanOrEqual(viewport.height);
				const visible = lines.filter((line) => line.bottom > 0 && line.top < viewport.height);
				for (const line of visible) expect(overlaps(place, line)).toBe(false);
			}),
		);
	});

	it('is at a side of words that stand from the top of the viewport to its lower edge, where a side has room', () => {
		const tall = (left: number, width: number) =>
			Array.from({ length: 40 }, (_, line) => box(left, 24 * line - 40, width));
		const place = (lines: Box[], dir: 'ltr' | 'rtl') =>
			shown(placeBeside(lines, size, viewport, dir, ['above', 'below']));
		expect(place(tall(100, 500), 'ltr').left).toBe(608);
		expect(place(tall(400, 500), 'ltr').right).toBe(392);
		expect(place(tall(350, 320), 'rtl').right).toBe(342);
		const whole = place(tall(10, 980), 'ltr');
		expect(whole.left).toBeGreaterThanOrEqual(0);
		expect(whole.bottom).toBeLessThanOrEqual(viewport.height);
	});

	it('is never over the words nor outside the viewport, however small that is, where any side has room', () => {
		const any = fc.record({
			width: fc.integer({ min: 320, max: 1600 }),
			height: fc.integer({ min: 300, max: 1200 }),
			left: fc.integer({ min: 0, max: 1500 }),
			top: fc.integer({ min: -3000, max: 1500 }),
			lines: fc.integer({ min: 1, max: 200 }),
			of: fc.integer({ min: 20, max: 700 }),
			dir: fc.constantFrom('ltr' as const, 'rtl' as const),
		});
		fc.assert(
			fc.property(any, ({ width, height, left, top, lines, of, dir }) => {
				const end = Math.min(left + of, width);
				const start = Math.min(left, end - 20);
				const words = Array.from({ length: lines }, (_, line) => box(start, top + 24 * line, end - start));
				const place = shown(placeBeside(words, size, { width, height }, dir, ['above', 'below']));
				expect(place.left).toBeGreaterThanOrEqual(0);
				expect(place.right).toBeLessThanOrEqual(width);
				expect(place.top).toBeGreaterThanOrEqual(0);
				expect(place.bottom).toBeLessThanOrEqual(height);
				const visible = words.filter((line) => line.bottom > 0 && line.top < height);
				if (visible.length === 0) return;
				const [first, last] = [visible[0]!, visible.at(-1)!];
				const hasRoom =
					first.top >= size.height + 16 ||
					height - last.bottom >= size.height + 16 ||
					start >= size.width + 16 ||
					width - end >= size.width + 16;
				if (hasRoom) for (const line of visible) expect(overlaps(place, line)).toBe(false);
			}),
		);
	});
});

describe('the edge for a bar', () => {
	it('is the lower one, also where words stand at both edges or have been scrolled away', () => {
		expect(freeEdge([box(0, 300, 500)], 60, seen)).toBe('bottom');
		expect(freeEdge([box(0, 20, 500), box(0, 770, 500)], 60, seen)).toBe('bottom');
		expect(freeEdge([box(0, -300, 500)], 60, seen)).toBe('bottom');
	});

	it('is the upper one where words or their handles are at the lower one', () => {
		expect(freeEdge([box(0, 760, 500)], 60, seen)).toBe('top');
		expect(freeEdge([box(0, 690, 500)], 60, seen)).toBe('top');
	});

	it('is taken by less where two fingers have enlarged the page: bar and handles are as large as ever', () => {
		expect(freeEdge([box(0, 440, 500)], 60, { top: 200, bottom: 540, scale: 2 })).toBe('bottom');
		expect(freeEdge([box(0, 440, 500)], 60, { top: 200, bottom: 540, scale: 1 })).toBe('top');
	});

	it('is that of what is seen, where only a part of the viewport is', () => {
		expect(freeEdge([box(0, 500, 500)], 60, { top: 200, bottom: 540, scale: 1 })).toBe('top');
		expect(freeEdge([box(0, 760, 500)], 60, { top: 200, bottom: 540, scale: 1 })).toBe('bottom');
	});
});

test('words are in view while any of their lines is', () => {
	expect(isAnyInView([box(0, -100, 10), box(0, -10, 10)], 800)).toBe(true);
	expect(isAnyInView([box(0, -100, 10), box(0, 900, 10)], 800)).toBe(false);
});
