import { JSDOM } from 'jsdom';
import { expect, test } from 'vitest';
import { showMessage } from '../../entrypoints/shared/reader/show-message.ts';

test('what is said in the place of an article has the ways that lead on below it', () => {
	const { document } = new JSDOM('<main id="article"></main>').window;
	Object.assign(globalThis, { document });
	const place = document.getElementById('article')!;
	showMessage('No <b>such</b> article.', [
		['Open the page', 'https://example.org/a'],
		['Library', 'library.html'],
	]);
	expect(place.querySelector('h1')?.textContent).toBe('No <b>such</b> article.');
	expect([...place.querySelectorAll('a')].map((a) => [a.textContent, a.getAttribute('href')])).toEqual([
		['Open the page', 'https://example.org/a'],
		['Library', 'library.html'],
	]);
	showMessage('Nothing.');
	expect(place.textContent).toBe('Nothing.');
});
