import { expect, test } from 'vitest';
import { rowKey } from '../../components/list/row-keys.ts';

const press = (key: string, held: Partial<KeyboardEvent> = {}, standing = {}) =>
	rowKey({ key, ...held } as KeyboardEvent, {
		...{ index: 5, count: 10, isOnRow: true, isSelectable: true, pageFrom: (index, by) => index + 3 * by },
		...standing,
	});

test('arrows, Home, End and the page keys lead to other rows, never beyond the last', () => {
	expect(press('ArrowDown')).toEqual({ to: 6 });
	expect(press('ArrowUp')).toEqual({ to: 4 });
	expect(press('Home')).toEqual({ to: 0 });
	expect(press('End')).toEqual({ to: 9 });
	expect(press('PageDown')).toEqual({ to: 8 });
	expect(press('PageUp')).toEqual({ to: 2 });
	expect(press('ArrowDown', {}, { index: 9 })).toEqual({ to: 9 });
	expect(press('PageUp', {}, { index: 1 })).toEqual({ to: 0 });
});

test('with Shift they take the rows on the way with them, where rows can be marked', () => {
	expect(press('ArrowDown', { shiftKey: true })).toEqual({ to: 6, act: 'extend' });
	expect(press('ArrowDown', { shiftKey: true }, { isSelectable: false })).toEqual({ to: 6 });
});

test('on a row itself Enter opens, Space marks, Delete deletes; within it these keys are its controls’', () => {
	expect(press('Enter')).toEqual({ act: 'open' });
	expect(press(' ')).toEqual({ act: 'mark' });
	expect(press(' ', { shiftKey: true })).toEqual({ act: 'extend' });
	expect(press('Delete')).toEqual({ act: 'remove' });
	for (const key of ['Enter', ' ', 'Delete', 'Backspace']) expect(press(key, {}, { isOnRow: false })).toBeUndefined();
});

test('Ctrl or Cmd with A marks all, where rows can be marked; other keys held are the browser’s', () => {
	expect(press('a', { ctrlKey: true })).toEqual({ act: 'all' });
	expect(press('a', { metaKey: true })).toEqual({ act: 'all' });
	expect(press('a', { ctrlKey: true }, { isSelectable: false })).toBeUndefined();
	expect(press('Home', { ctrlKey: true })).toBeUndefined();
	expect(press('ArrowUp', { altKey: true })).toBeUndefined();
	expect(press('x')).toBeUndefined();
});
