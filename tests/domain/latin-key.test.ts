import { expect, test } from 'vitest';
import { latinKey } from '../../utils/domain/latin-key.ts';

test.each([
	['h', 'KeyH', 'h'],
	['H', 'KeyH', 'h'],
	['ه', 'KeyH', 'h'],
	['&', 'Digit1', '1'],
	['7', 'Numpad7', '7'],
	['a', 'KeyQ', 'a'],
])('%s (%s) stands for %s', (key, code, latin) => {
	expect(latinKey({ key, code })).toBe(latin);
});

test.each([
	['Escape', 'Escape'],
	['F1', 'F1'],
	[' ', 'Space'],
	[';', 'Semicolon'],
	['Unidentified', ''],
])('%s (%s) stands for none', (key, code) => {
	expect(latinKey({ key, code })).toBe('');
});
