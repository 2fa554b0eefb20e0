import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createAddressReplacer } from '../../entrypoints/library/replace-address.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('an address that is replaced now and then is so at once', () => {
	const set = vi.fn();
	const { replace } = createAddressReplacer(set);
	replace('?q=a');
	vi.advanceTimersByTime(150);
	replace('?q=ab');
	expect(set.mock.calls).toEqual([['?q=a'], ['?q=ab']]);
});

test('while a key is held down for ten seconds the address is replaced less often than browsers bear, and is the last in the end', () => {
	const set = vi.fn();
	const { replace } = createAddressReplacer(set);
	for (let at = 0; at < 10_000; at += 30) {
		replace(`?q=${at}`);
		vi.advanceTimersByTime(30);
	}
	expect(set.mock.calls.length).toBeLessThan(150);
	vi.advanceTimersByTime(1000);
	expect(set).toHaveBeenLastCalledWith('?q=9990');
});

test('what waits is done before the address becomes another, and not after the reader went back', () => {
	const set = vi.fn();
	const { replace, flush, drop } = createAddressReplacer(set);
	replace('?q=a');
	replace('?q=ab');
	flush();
	expect(set).toHaveBeenLastCalledWith('?q=ab');
	replace('?q=abc');
	drop();
	vi.advanceTimersByTime(1000);
	expect(set).toHaveBeenCalledTimes(2);
});
