import { expect, test } from 'vitest';
import { cursorOn, extended, moved, type TextCursor } from '../../utils/anchoring/text-cursor.ts';
import { createTextUnits, type Unit } from '../../utils/anchoring/text-units.ts';

const TEXT = 'Un titre\nLa neige fond. Le verger fleurit tôt.\nTout est là.';
const units = createTextUnits(TEXT, 'fr');
const on = (words: string) => cursorOn({ start: TEXT.indexOf(words), end: TEXT.indexOf(words) + words.length });
const words = (cursor: TextCursor | undefined) => cursor && TEXT.slice(cursor.start, cursor.end);
const go = (from: string, unit: Unit, direction: 1 | -1) => words(moved(units, on(from), unit, direction));

test.each([
	['Un titre', 'sentence', 1, 'La neige fond.'],
	['La neige fond.', 'sentence', 1, 'Le verger fleurit tôt.'],
	['Le verger fleurit tôt.', 'sentence', 1, 'Tout est là.'],
	['Tout est là.', 'sentence', 1, undefined],
	['Le verger fleurit tôt.', 'sentence', -1, 'La neige fond.'],
	['Un titre', 'sentence', -1, undefined],
	['Le verger fleurit tôt.', 'word', 1, 'Le'],
	['Le verger fleurit tôt.', 'word', -1, 'tôt'],
	['Le', 'word', 1, 'verger'],
	['Le', 'word', -1, 'fond'],
	['verger', 'sentence', -1, 'Le verger fleurit tôt.'],
	['neige', 'sentence', 1, 'Le verger fleurit tôt.'],
	['La neige fond.', 'block', 1, 'Tout est là.'],
	['La neige fond.', 'block', -1, 'La neige fond. Le verger fleurit tôt.'],
	['La neige fond. Le verger fleurit tôt.', 'sentence', 1, 'La neige fond.'],
] as const)('from “%s” by %s (%i) to “%s”', (from, unit, direction, to) => {
	expect(go(from, unit, direction)).toBe(to);
});

test('extending adds a unit at the end, and takes it away again on the way back before it grows at the start', () => {
	let cursor = on('verger');
	const press = (unit: Unit, direction: 1 | -1) => {
		cursor = extended(units, cursor, unit, direction);
		return words(cursor);
	};
	expect(press('word', 1)).toBe('verger fleurit');
	expect(press('sentence', 1)).toBe('verger fleurit tôt.');
	expect(press('word', -1)).toBe('verger fleurit tôt');
	expect(press('sentence', -1)).toBe('verger');
	expect(press('word', -1)).toBe('Le verger');
	expect(press('sentence', -1)).toBe('La neige fond. Le verger');
	expect(press('sentence', 1)).toBe('Le verger');
	expect(press('word', 1)).toBe('verger');
	expect(press('sentence', 1)).toBe('verger fleurit tôt.');
	expect(press('sentence', 1)).toBe('verger fleurit tôt.\nTout est là.');
	expect(press('sentence', 1)).toBe('verger fleurit tôt.\nTout est là.');
});
