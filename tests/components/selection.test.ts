import fc from 'fast-check';
import { expect, test } from 'vitest';
import { allOrNone, extended, NOTHING_SELECTED, toggled, within } from '../../components/list/selection.ts';

const ROWS = [...'abcdefghij'];
const marked = (selection: { ids: ReadonlySet<string> }) => ROWS.filter((id) => selection.ids.has(id)).join('');

test('a row is marked, and is no longer', () => {
	const once = toggled(NOTHING_SELECTED, 'c');
	expect(marked(once)).toBe('c');
	expect(marked(toggled(once, 'c'))).toBe('');
});

test('a stretch reaches from the row that was marked last, either way, and follows the row it reaches to', () => {
	const begun = toggled(NOTHING_SELECTED, 'd');
	const down = extended(begun, ROWS, 'g');
	expect(marked(down)).toBe('defg');
	expect(marked(extended(down, ROWS, 'e'))).toBe('de');
	expect(marked(extended(down, ROWS, 'b'))).toBe('bcd');
});

test('what was marked before a stretch was begun stays', () => {
	const begun = toggled(toggled(NOTHING_SELECTED, 'a'), 'f');
	expect(marked(extended(extended(begun, ROWS, 'i'), ROWS, 'g'))).toBe('afg');
});

test('without a row marked a stretch begins where the focus was', () => {
	expect(marked(extended(NOTHING_SELECTED, ROWS, 'd', 'c'))).toBe('cd');
	expect(marked(extended(NOTHING_SELECTED, ROWS, 'd'))).toBe('d');
});

test('all rows, and none', () => {
	const all = allOrNone(toggled(NOTHING_SELECTED, 'c'), ROWS);
	expect(marked(all)).toBe(ROWS.join(''));
	expect(marked(allOrNone(all, ROWS))).toBe('');
});

test('what goes is marked no longer, and nothing else changes', () => {
	const all = allOrNone(NOTHING_SELECTED, ROWS);
	expect(marked(within(all, [...'bdx']))).toBe('bd');
	expect(within(all, ROWS)).toBe(all);
});

test('whatever is done, no row is marked that is not there', () => {
	const row = fc.constantFrom(...ROWS);
	const act = fc.tuple(fc.constantFrom('toggle', 'extend', 'within'), row, fc.subarray(ROWS));
	fc.assert(
		fc.property(fc.array(act), (acts) => {
			let selection = NOTHING_SELECTED;
			for (const [kind, id, some] of acts) {
				if (kind === 'toggle') selection = toggled(selection, id);
				else if (kind === 'extend') selection = extended(selection, ROWS, id);
				else selection = within(selection, some);
				if (kind === 'within') expect([...selection.ids].every((one) => some.includes(one))).toBe(true);
				expect([...selection.ids].every((one) => ROWS.includes(one))).toBe(true);
			}
		}),
	);
});
