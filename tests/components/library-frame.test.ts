import { h } from 'preact';
import { expect, test, vi } from 'vitest';
import { readLibraryAddress } from '../../components/library/library-address.ts';
import { LibraryFrame } from '../../components/library/library-frame.tsx';
import { shown } from './shown.ts';

test('what is searched for leads along from one list to the other, and nowhere else', () => {
	const address = readLibraryAddress('?q=maple&by=published');
	const { control } = shown(h(LibraryFrame, { address, setQuery: vi.fn(), children: null }));
	const href = (words: string) => control(words).getAttribute('href');
	expect(href('Passages')).toBe('library.html?view=passages&q=maple');
	expect([href('Articles'), href('Trash')]).toEqual(['library.html', 'library.html?view=trash']);
});
