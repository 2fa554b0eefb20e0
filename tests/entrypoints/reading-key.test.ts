import { describe, expect, it } from 'vitest';
import { readingMove } from '../../entrypoints/shared/page-tools/reading-key.ts';

const press = (key: string, dir: 'ltr' | 'rtl' = 'ltr', more: Partial<KeyboardEvent> = {}) =>
	readingMove(
		{ key, code: '', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, isComposing: false, ...more },
		dir,
	);

describe('a key while reading by keyboard', () => {
	it.each([
		['ArrowDown', 'sentence', 1],
		['j', 'sentence', 1],
		['ArrowUp', 'sentence', -1],
		['k', 'sentence', -1],
		['PageDown', 'block', 1],
		['PageUp', 'block', -1],
		['ArrowRight', 'word', 1],
		['ArrowLeft', 'word', -1],
		['Home', 'text', -1],
		['End', 'text', 1],
	] as const)('%s goes by %s (%i)', (key, unit, direction) => {
		expect(press(key)).toEqual({ unit, direction, extend: false });
	});

	it('goes on to the left where the text runs to the left', () => {
		expect(press('ArrowLeft', 'rtl')).toMatchObject({ unit: 'word', direction: 1 });
		expect(press('ArrowRight', 'rtl')).toMatchObject({ unit: 'word', direction: -1 });
		expect(press('ArrowDown', 'rtl')).toMatchObject({ unit: 'sentence', direction: 1 });
	});

	it('takes in more words with Shift', () => {
		expect(press('ArrowDown', 'ltr', { shiftKey: true })).toMatchObject({ extend: true });
		expect(press('J', 'ltr', { shiftKey: true })).toMatchObject({ unit: 'sentence', extend: true });
	});

	it('counts J and K by their place on a layout of another script, and by their letter on a Latin one', () => {
		expect(press('о', 'ltr', { code: 'KeyJ' })).toMatchObject({ unit: 'sentence', direction: 1 });
		expect(press('ن', 'rtl', { code: 'KeyK' })).toMatchObject({ unit: 'sentence', direction: -1 });
		expect(press('n', 'ltr', { code: 'KeyJ' })).toBeUndefined();
	});

	it('leaves the keys of the browser and of writing alone', () => {
		for (const more of [{ ctrlKey: true }, { metaKey: true }, { altKey: true }, { isComposing: true }])
			expect(press('ArrowDown', 'ltr', more)).toBeUndefined();
		expect(press('Tab')).toBeUndefined();
		expect(press('h')).toBeUndefined();
	});
});
