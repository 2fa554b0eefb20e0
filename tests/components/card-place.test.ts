import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CardSide, placeCard } from '../../components/page/card-place.ts';
import type { Box } from '../../components/page/placement.ts';

const box = (left: number, top: number, width: number, height = 20): Box => ({
	left,
	top,
	right: left + width,
	bottom: top + height,
});
const SIZE = { width: 400, height: 320 };
const WIDE = { width: 1440, height: 860 };
const NARROW = { width: 320, height: 640 };

describe('the card stands', () => {
	const column = box(400, 0, 600, 3000);
	const place = (dir: 'ltr' | 'rtl', given = column, viewport = WIDE) =>
		placeCard({ boxes: [box(450, 300, 200)], column: given, viewport, dir }, { ...SIZE, width: 380 });

	test('in the margin at the end of the lines: on the right, in Persian on the left', () => {
		expect(place('ltr')).toMatchObject({ side: 'end', left: 1016, top: 300 });
		expect(place('rtl', box(440, 0, 600, 3000))).toMatchObject({ side: 'end', left: 44 });
	});

	test('in the other margin where that one is too small', () => {
		expect(place('ltr', box(440, 0, 700, 3000))).toMatchObject({ side: 'start', left: 44 });
	});

	test('below the words where no margin is wide enough, and above where below is no room', () => {
		const full = box(0, 0, 1440, 3000);
		expect(place('ltr', full)).toMatchObject({ side: 'below', left: 450, top: 328 });
		const low = { boxes: [box(450, 600, 200)], column: full, viewport: WIDE, dir: 'ltr' as const };
		expect(placeCard(low, SIZE)).toMatchObject({ side: 'above', top: 600 - 8 - 320 });
	});

	test('where it stood while it grows, and then scrolls within', () => {
		const near = { boxes: [box(10, 380, 200)], column: box(0, 0, 1440, 3000), viewport: WIDE, dir: 'ltr' as const };
		const small = placeCard(near, { width: 400, height: 200 });
		expect(small.side).toBe('below');
		expect(placeCard(near, { width: 400, height: 450 }, small.side)).toMatchObject({ side: 'below', maxHeight: 444 });
	});

	test('over the words only where they leave room for nothing, and within half of the viewport', () => {
		const everywhere = {
			boxes: [box(0, -50, 320, 900)],
			column: box(0, -50, 320, 900),
			viewport: NARROW,
			dir: 'ltr' as const,
		};
		expect(placeCard(everywhere, { width: 304, height: 900 })).toEqual({
			side: 'over',
			left: 8,
			top: 312,
			maxHeight: 320,
		});
	});
});

test('the card is never over words that leave it room, nor outside the viewport, however wide and however much is zoomed', () => {
	const viewport = fc.constantFrom(WIDE, NARROW, { width: 720, height: 430 }, { width: 160, height: 320 });
	const lines = fc.record({
		left: fc.nat(200),
		top: fc.integer({ min: -900, max: 1200 }),
		count: fc.integer({ min: 1, max: 20 }),
	});
	const before = fc.constantFrom<CardSide | undefined>(undefined, 'below', 'above', 'end');
	fc.assert(
		fc.property(
			viewport,
			lines,
			fc.constantFrom('ltr', 'rtl'),
			fc.integer({ min: 60, max: 900 }),
			before,
			(view, given, dir, height, side) => {
				const width = Math.min(SIZE.width, view.width - 16);
				const boxes = Array.from({ length: given.count }, (_, line) => box(given.left, given.top + 24 * line, 100));
				const column = { left: given.left, top: -1000, right: given.left + 100, bottom: 2000 };
				const place = placeCard({ boxes, column, viewport: view, dir }, { width, height }, side);
				const shown = box(place.left, place.top, width, Math.min(height, place.maxHeight));
				expect(shown.left).toBeGreaterThanOrEqual(0);
				expect(shown.top).toBeGreaterThanOrEqual(0);
				expect(shown.right).toBeLessThanOrEqual(view.width);
				expect(shown.bottom).toBeLessThanOrEqual(view.height);
				const visible = boxes.filter((line) => line.bottom > 0 && line.top < view.height);
				const [top, bottom] = [
					Math.min(...visible.map((line) => line.top)),
					Math.max(...visible.map((line) => line.bottom)),
				];
				const isRoomy = Math.max(top - 16, view.height - bottom - 16) >= 180;
				if (place.side === 'over') expect(isRoomy).toBe(false);
				else
					for (const line of visible)
						expect(
							shown.left < line.right && line.left < shown.right && shown.top < line.bottom && line.top < shown.bottom,
						).toBe(false);
			},
		),
		{ numRuns: 2000 },
	);
});
