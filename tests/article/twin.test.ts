import { JSDOM } from 'jsdom';
import { expect, test } from 'vitest';
import { readTwin } from '../../utils/article/twin.ts';

const CN = 'https://www.rfi.fr/cn/france/20251130-a';
const SLUG = encodeURIComponent('圖書館');
const TW = `https://www.rfi.fr/tw/france/20251130-${SLUG}`;

const pageWith = (...links: string[]): Document => new JSDOM(`<head>${links.join('')}</head>`).window.document;
const link = (hreflang: string, href: string): string => `<link rel="alternate" hreflang="${hreflang}" href="${href}">`;
const MENU = [link('zh-Hans', 'https://www.rfi.fr/cn/'), link('zh-Hant', 'https://www.rfi.fr/tw/')];

test('the twin is read past the language menu, and its address is normalised', () => {
	const page = pageWith(...MENU, link('zh-Hant', `http://www.rfi.fr//tw/france/20251130-圖書館?ref=x`));
	expect(readTwin(page, CN, 'cn')).toBe(TW);
});

test('the article in traditional script has its twin in simplified script', () => {
	expect(readTwin(pageWith(...MENU, link('zh-hans', CN)), TW, 'tw')).toBe(CN);
});

test.each([
	['in full', `https://web.archive.org/web/20251201000000/${TW}`],
	['from its own host on', `/web/20251201000000/${TW}`],
])('a web archive writes the address %s', (_, href) => {
	const address = `https://web.archive.org/web/20251201000000/${CN}`;
	expect(readTwin(pageWith(link('zh-Hant', href)), address, 'cn')).toBe(TW);
});

test.each([
	['the language menu alone', 'cn', MENU],
	['an article of its own edition', 'cn', [link('zh-Hans', CN)]],
	[
		'what calls itself traditional and lies elsewhere',
		'cn',
		[link('zh-Hant', 'https://www.example.com/tw/20251130-a')],
	],
	[
		'what calls itself traditional and is of another edition',
		'cn',
		[link('zh-Hant', 'https://www.rfi.fr/vi/20251130-a')],
	],
	['an article of another edition', 'fr', [link('zh-Hant', TW)]],
	['an article of no edition', undefined, [link('zh-Hant', TW)]],
	['a broken address', 'cn', [link('zh-Hant', 'https://'), link('zh-Hant', '/tw')]],
])('no twin has %s', (_, edition, links) => {
	expect(readTwin(pageWith(...links), CN, edition)).toBeUndefined();
});
