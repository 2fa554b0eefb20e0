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

test('from the searchbox the arrow down leads into the list', () => {
	const row = (id: string, tabIndex: number) => h('li', { 'data-row': id, tabIndex }, id);
	const children = h('ul', null, [row('first', -1), row('second', 0)]);
	const { press, root } = shown(h(LibraryFrame, { address: readLibraryAddress(''), setQuery: vi.fn(), children }));
	const field = root.querySelector('input');
	field?.focus();
	press(field, 'ArrowUp');
	expect(document.activeElement).toBe(field);
	press(field, 'ArrowDown');
	expect(document.activeElement?.textContent).toBe('second');
});
