import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Difference } from '../../utils/domain/outcome.ts';
import { abridged } from '../../utils/domain/passage-change.ts';

const same = (text: string): Difference => ({ kind: 'same', text });
const added = (text: string): Difference => ({ kind: 'added', text });

test('a short difference is told whole', () => {
	const short = [same('Le verger '), added('voisin '), same('fleurit.')];
	expect(abridged(short)).toEqual(short);
});

test('of long unchanged words, only those beside a change are told', () => {
	const long = `début ${'mot '.repeat(100)}fin`;
	const [before, , between, , after] = abridged([same(long), added('a'), same(long), added('b'), same(long)])!;
	expect(before!.text).toMatch(/^….*fin$/);
	expect(between!.text).toMatch(/^début.*….*fin$/);
	expect(after!.text).toMatch(/^début.*…$/);
	for (const part of [before, between, after]) expect(part!.text.length).toBeLessThan(130);
});

test('a difference of very many words is not told', () => {
	expect(abridged([added('mot '.repeat(1000))])).toBeUndefined();
});

test('no character is cut in two', () => {
	const text = fc.string({ unit: fc.constantFrom('a', '𠮷', '😀'), maxLength: 400 });
	fc.assert(
		fc.property(text, text, text, (a, b, c) => {
			const told = abridged([same(a), added('x'), same(b), added('y'), same(c)]);
			expect(told!.every((part) => part.text.isWellFormed())).toBe(true);
		}),
	);
});
