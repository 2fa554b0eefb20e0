import { describe, expect, it } from 'vitest';
import { shortcutOf } from '../../entrypoints/shared/page/shortcut.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../utils/domain/settings.ts';

const pressWith = (keys: Settings['keys'], key: string, code: string, modifiers: Partial<KeyboardEvent> = {}) =>
	shortcutOf(
		{
			key,
			code,
			ctrlKey: false,
			metaKey: false,
			altKey: false,
			shiftKey: false,
			isComposing: false,
			...modifiers,
		},
		keys,
	);
const press = (key: string, code: string, modifiers?: Partial<KeyboardEvent>) =>
	pressWith(DEFAULT_SETTINGS.keys, key, code, modifiers);

describe('a key while words stand selected', () => {
	it.each([
		['h', 'KeyH', { kind: 'highlight' }],
		['H', 'KeyH', { kind: 'highlight' }],
		['n', 'KeyN', { kind: 'note' }],
		['s', 'KeyS', { kind: 'cursor' }],
		['Enter', 'Enter', { kind: 'attach' }],
		['1', 'Digit1', { kind: 'highlight', color: 'yellow' }],
		['2', 'Digit2', { kind: 'highlight', color: 'green' }],
		['3', 'Digit3', { kind: 'highlight', color: 'blue' }],
		['4', 'Digit4', { kind: 'highlight', color: 'pink' }],
		['5', 'Digit5', { kind: 'highlight', color: 'purple' }],
		['6', 'Numpad6', { kind: 'highlight', color: 'orange' }],
		['Escape', 'Escape', { kind: 'dismiss' }],
		[']', 'BracketRight', { kind: 'annotation', direction: 1 }],
		['ü', 'BracketLeft', { kind: 'annotation', direction: -1 }],
		['Dead', 'BracketLeft', { kind: 'annotation', direction: -1 }],
	])('%s (%s) means %o', (key, code, meaning) => {
		expect(press(key, code)).toEqual(meaning);
	});

	it.each([
		['ه', 'KeyH'],
		['р', 'KeyH'],
		['ㅗ', 'KeyH'],
	])('on a layout that writes %s, its place on the keyboard counts', (key, code) => {
		expect(press(key, code)).toEqual({ kind: 'highlight' });
	});

	it('counts the digit row of a French or Persian keyboard', () => {
		expect(press('&', 'Digit1')).toEqual({ kind: 'highlight', color: 'yellow' });
		expect(press('۳', 'Digit3')).toEqual({ kind: 'highlight', color: 'blue' });
	});

	it('takes the letter and not the place where a Latin layout moves it', () => {
		expect(press('d', 'KeyH')).toBeUndefined();
	});

	it.each([
		['z', { ctrlKey: true }, { kind: 'undo' }],
		['z', { metaKey: true }, { kind: 'undo' }],
		['Z', { ctrlKey: true, shiftKey: true }, { kind: 'redo' }],
	])('%s with %o means %o', (key, modifiers, meaning) => {
		expect(press(key, 'KeyZ', modifiers)).toEqual(meaning);
	});

	it.each([
		['h', 'KeyH', { ctrlKey: true }],
		['h', 'KeyH', { altKey: true }],
		['h', 'KeyH', { isComposing: true }],
		['!', 'Digit1', { shiftKey: true }],
		['7', 'Digit7', {}],
		['0', 'Digit0', {}],
		['Enter', 'Enter', { shiftKey: true }],
		['Enter', 'Enter', { isComposing: true }],
		['x', 'KeyX', {}],
	])('%s (%s) with %o means nothing', (key, code, modifiers) => {
		expect(press(key, code, modifiers)).toBeUndefined();
	});

	it('does what the reader has set it to do, and nothing where its act has another key or none', () => {
		const keys = { ...DEFAULT_SETTINGS.keys, highlight: 'm', note: '', yellow: 'y', green: 'h' };
		expect(pressWith(keys, 'm', 'KeyM')).toEqual({ kind: 'highlight' });
		expect(pressWith(keys, 'y', 'KeyY')).toEqual({ kind: 'highlight', color: 'yellow' });
		expect(pressWith(keys, 'h', 'KeyH')).toEqual({ kind: 'highlight', color: 'green' });
		expect(pressWith(keys, 'n', 'KeyN')).toBeUndefined();
		expect(pressWith(keys, '1', 'Digit1')).toBeUndefined();
		expect(pressWith(keys, 'F5', 'F5')).toBeUndefined();
	});
});
