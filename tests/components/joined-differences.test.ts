import fc from 'fast-check';
import { expect, test } from 'vitest';
import { joinedDifferences } from '../../components/annotation/joined-differences.ts';
import { readableAddress } from '../../components/reader/readable-address.ts';
import type { Difference } from '../../utils/domain/outcome.ts';

const SIGNS = { '-': 'removed', '+': 'added', '=': 'same' } as const;
const read = (...runs: string[]): Difference[] =>
	runs.map((run) => ({ kind: SIGNS[run[0] as keyof typeof SIGNS], text: run.slice(1) }));

test('words changed one after the other are one change, the space between them with it', () => {
	const words = read('=à ', '-cent', '+deux', '= ', '-ans', '+siècles', '= d’écart');
	expect(joinedDifferences(words)).toEqual(read('=à ', '-cent ans', '+deux siècles', '= d’écart'));
});

test('what was removed comes first', () => {
	expect(joinedDifferences(read('+deux', '-cent'))).toEqual(read('-cent', '+deux'));
});

test.each([
	['a word added after a changed one', read('-cent', '+deux', '= ', '+longs ', '=ans')],
	['words between two changes', read('-cent', '+deux', '= et ', '-ans', '+siècles')],
	['a space at the end', read('-cent', '+deux', '= ')],
	['a space between what is only removed', read('-cent', '= ', '-ans')],
])('but not %s', (_, differences) => {
	expect(joinedDifferences(differences)).toEqual(differences);
});

test('both texts stay what they were', () => {
	const run = fc.record({
		kind: fc.constantFrom('same' as const, 'removed' as const, 'added' as const),
		text: fc.constantFrom(' ', 'a', 'b c', '\n'),
	});
	const text = (differences: readonly Difference[], kind: Difference['kind']) =>
		differences.flatMap((one) => (one.kind === 'same' || one.kind === kind ? [one.text] : [])).join('');
	fc.assert(
		fc.property(fc.array(run, { maxLength: 12 }), (differences) => {
			const joined = joinedDifferences(differences);
			for (const kind of ['removed', 'added'] as const) expect(text(joined, kind)).toBe(text(differences, kind));
		}),
	);
});

test.each([
	['https://www.rfi.fr/fa/%D8%B1%D9%88%D8%B2-20251130', 'https://www.rfi.fr/fa/روز-20251130'],
	['https://www.rfi.fr/fr/a%2Fb', 'https://www.rfi.fr/fr/a%2Fb'],
	['https://x/%E2%80%AEfr.ifr', 'https://x/%E2%80%AEfr.ifr'],
	['https://x/a%20b', 'https://x/a%20b'],
	['https://x/%FF', 'https://x/%FF'],
])('an address is shown in its own letters where that deceives nobody: %s', (address, shown) => {
	expect(readableAddress(address)).toBe(shown);
});
