import { JSDOM } from 'jsdom';
import { expect, test } from 'vitest';
import type { ArticleFacts } from '../../utils/domain/article.ts';
import { copiedQuote } from '../../utils/exchange/copied-quote.ts';

const FACTS: ArticleFacts = {
	title: 'Le verger & <la> rivière',
	url: 'https://www.rfi.fr/fr/a',
	edition: 'fr',
	lang: 'fr',
	dir: 'ltr',
	byline: 'Une autrice',
	published: '2026-11-22T10:00:00.000Z',
};
const LINK = 'https://www.rfi.fr/fr/a#:~:text=trois%20lecteurs';

test('a copied quote says where it is from, with an address that leads to it', () => {
	const { text, html } = copiedQuote(FACTS, 'trois lecteurs', LINK);
	expect(text).toBe(`trois lecteurs\n\n— Une autrice, Le verger & <la> rivière, RFI, 2026-11-22\n${LINK}\n`);
	const { document } = new JSDOM(html).window;
	expect(document.querySelector('blockquote')?.textContent).toBe('trois lecteurs');
	expect(document.querySelector('cite')?.textContent).toBe(FACTS.title);
	expect(document.querySelector('a')?.href).toBe(LINK);
	expect(document.querySelector('a')?.textContent).toBe(FACTS.url);
});

test('the HTML holds nothing but text: not what the page calls itself, nor what stands in the quote', () => {
	const evil = '"><img src=x onerror=alert(1)><script>alert(1)</script>';
	const { html } = copiedQuote({ ...FACTS, title: evil, byline: evil, lang: evil }, `${evil}\n${evil}`, LINK);
	const { document } = new JSDOM(html).window;
	const names = new Set([...document.body.querySelectorAll('*')].map(({ localName }) => localName));
	expect([...names].sort()).toEqual(['a', 'blockquote', 'br', 'cite', 'p']);
	expect([...document.querySelectorAll('blockquote p')].map((p) => p.textContent)).toEqual([evil, evil]);
});

test('an address that is none of the web becomes no link', () => {
	const { html } = copiedQuote({ title: 'x', dir: 'rtl', url: 'javascript:alert(1)' }, 'x', 'javascript:alert(1)');
	expect(new JSDOM(html).window.document.querySelector('a')).toBeNull();
	const { text } = copiedQuote({ title: 'x', dir: 'rtl' }, 'x', 'file:///a.html');
	expect(text).toBe('x\n\n— x\nfile:///a.html\n');
});
