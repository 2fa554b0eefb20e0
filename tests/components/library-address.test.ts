import fc from 'fast-check';
import { expect, test } from 'vitest';
import { groupLabel } from '../../components/library/group-label.ts';
import {
	LIBRARY_VIEWS,
	LIST_GROUPS,
	LIST_ORDERS,
	type LibraryAddress,
	libraryAddress,
	readLibraryAddress,
} from '../../components/library/library-address.ts';

const read = (address: string): LibraryAddress => readLibraryAddress(new URL(address, 'https://x/').search);

const addresses: fc.Arbitrary<LibraryAddress> = fc
	.record({ view: fc.constantFrom(...LIBRARY_VIEWS), query: fc.string(), group: fc.constantFrom(...LIST_GROUPS) })
	.chain((address) => {
		const orders = address.view in LIST_ORDERS ? LIST_ORDERS[address.view as 'articles'] : [];
		return fc.constantFrom(undefined, ...orders).map((order) => ({ ...address, order }));
	});

test('an address that is written is read as it was meant', () => {
	fc.assert(
		fc.property(addresses, (address) => {
			expect(read(libraryAddress(address))).toEqual(address);
		}),
	);
});

test('what everybody opens first has the shortest address', () => {
	expect(libraryAddress({})).toBe('library.html');
	expect(libraryAddress(read('library.html'))).toBe('library.html');
});

test('what is not known counts as not said', () => {
	expect(read('library.html?view=x&by=y&group=z')).toEqual(read('library.html'));
	expect(read('library.html?view=passages&by=published').order).toBeUndefined();
	expect(read('library.html?view=trash&by=created').order).toBeUndefined();
});

test('rows of one month of the reader’s calendar are one group', () => {
	const [first, second] = ['2026-11-20T12:00:00.000Z', '2026-11-24T12:00:00.000Z'];
	expect(groupLabel(first, 'month', 'en')).toBe('November 2026');
	expect(groupLabel(second, 'month', 'en')).toBe(groupLabel(first, 'month', 'en'));
	// 22 November 2026 is the first day of Azar 1405.
	expect(groupLabel(second, 'month', 'fa')).not.toBe(groupLabel(first, 'month', 'fa'));
	expect(groupLabel(first, 'day', 'en')).not.toBe(groupLabel(second, 'day', 'en'));
});

test('a row without a date, or with none that can be read, has no name for its group; without groups there is none', () => {
	expect(groupLabel(undefined, 'month', 'en')).toBe('');
	expect(groupLabel('yesterday', 'day', 'en')).toBe('');
	expect(groupLabel('2026-11-20T12:00:00.000Z', 'none', 'en')).toBeUndefined();
});

test('a Persian month stands before its year', () => {
	expect(groupLabel('2026-11-20T12:00:00.000Z', 'month', 'fa')).toBe('آبان ۱۴۰۵');
});
