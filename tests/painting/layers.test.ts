import fc from 'fast-check';
import { expect, test } from 'vitest';
import { layersOf, type Stretch } from '../../utils/painting/layers.ts';

const at = (id: string, start: number, end: number): Stretch => ({ id, start, end });
const layers = (...stretches: Stretch[]) => Object.fromEntries(layersOf(stretches));

test('passages that only touch are on no layer', () => {
	expect(layers(at('a', 0, 10), at('b', 10, 20), at('c', 30, 40))).toEqual({});
});

test('the shorter lies on the longer, whichever comes first', () => {
	expect(layers(at('short', 5, 8), at('long', 0, 20))).toEqual({ long: 1, short: 2 });
	expect(layers(at('long', 0, 20), at('short', 15, 25))).toEqual({ long: 1, short: 2 });
});

test('three that cross are on three layers; two that cross only the third share one', () => {
	expect(layers(at('a', 0, 60), at('b', 25, 80), at('c', 40, 55))).toEqual({ a: 1, b: 2, c: 3 });
	expect(layers(at('left', 0, 10), at('right', 20, 30), at('all', 0, 40))).toEqual({ all: 1, left: 2, right: 2 });
});

test('of up to three that cross, no two share a layer, and every passage that crosses another has one', () => {
	const stretch = fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 30 }));
	fc.assert(
		fc.property(fc.array(stretch, { maxLength: 8 }), (places) => {
			const all = places.map(([start, length], index) => at(String(index), start, start + length));
			const found = layersOf(all);
			const crosses = (a: Stretch, b: Stretch) => a !== b && a.start < b.end && b.start < a.end;
			for (const one of all) {
				const others = all.filter((other) => crosses(one, other));
				expect(found.has(one.id)).toBe(others.length > 0);
				for (const other of others)
					if ((found.get(one.id) ?? 0) < 3) expect(found.get(one.id)).not.toBe(found.get(other.id));
			}
		}),
	);
});

test('thousands at one place are told apart without comparing each with each', () => {
	let read = 0;
	const many = Array.from({ length: 20_000 }, (_, index) => ({
		id: String(index),
		get start() {
			read++;
			return index % 50;
		},
		end: 100 + (index % 70),
	}));
	expect(layersOf(many).size).toBe(many.length);
	expect(read).toBeLessThan(many.length * 200);
});
