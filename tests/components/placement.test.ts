import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Box, placeBeside } from '../../components/page/placement.ts';

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

	it('is in the margin at the end of the line', () => {
		expect(placeBeside([box(100, 200, 500)], size, viewport, 'ltr', ['aside']).left).toBeGreaterThan(600);
		expect(placeBeside([box(500, 200, 400)], size, viewport, 'rtl', ['aside']).left).toBeLessThan(200);
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
});
