import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nearestPlace } from '../../entrypoints/shared/page/nearest-place.ts';

const wordsAt = (text: string, offset: number): string => {
	const { start, end } = nearestPlace(text, offset);
	return text.slice(start, end);
};

const LINE =
	'Les légumes seront distribués aux habitants du quartier à la fin de l’été, et l’entrée reste gratuite pour tous ceux qui viennent lire dehors.';

test('a short block is shown whole, whichever of its letters is the place', () => {
	const text = 'Un titre\nUn mot.\nLa fin.';
	for (const offset of [9, 12, 15]) expect(wordsAt(text, offset)).toBe('Un mot.');
});

test('the break before a block is the block’s own', () => {
	expect(wordsAt('Un titre\nUn mot.', 8)).toBe('Un mot.');
});

test('of a long block the words around the place are shown, and none in part', () => {
	expect(wordsAt(LINE, LINE.indexOf('fin'))).toBe(
		'légumes seront distribués aux habitants du quartier à la fin de l’été, et l’entrée reste gratuite pour tous ceux qui',
	);
});

test('a script without spaces is cut between characters, not inside one', () => {
	const text = '𠮷野家'.repeat(60);
	const { start, end } = nearestPlace(text, 100);
	expect(text.slice(start, end).isWellFormed()).toBe(true);
	expect(end - start).toBeGreaterThan(100);
});

test('beyond the text, its end counts; of an empty text nothing is shown', () => {
	expect(wordsAt('Un mot.', 99)).toBe('Un mot.');
	expect(nearestPlace('', 3)).toEqual({ start: 0, end: 0 });
});

test('whatever the text and the place: something of one block, inside the text', () => {
	fc.assert(
		fc.property(fc.stringMatching(/^[a-z \n中]{1,300}$/), fc.nat(320), (text, offset) => {
			const { start, end } = nearestPlace(text, offset);
			expect(start).toBeGreaterThanOrEqual(0);
			expect(end).toBeGreaterThanOrEqual(start);
			expect(end).toBeLessThanOrEqual(text.length);
			expect(text.slice(start, end).trim()).not.toMatch(/\n/);
		}),
	);
});
