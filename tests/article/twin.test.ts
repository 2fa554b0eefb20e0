import { JSDOM } from 'jsdom';
import { expect, test } from 'vitest';
import { readFacts } from '../../utils/article/facts.ts';
import { recognise } from '../../utils/article/recognise.ts';
import { readTwin } from '../../utils/article/twin.ts';
import { livePage } from '../fixtures/article/live-page.ts';
import { corpusFiles, hasCorpus } from './corpus.ts';

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

test.each([
	['cn', CN, link('zh-Hant', TW), TW],
	['tw', TW, link('zh-Hans', CN), CN],
	['fr', 'https://www.rfi.fr/fr/france/20251130-a', link('zh-Hant', TW), undefined],
])('the facts of an article of %s hold its twin', (edition, url, head, twin) => {
	const { document } = new JSDOM(livePage({ edition, url, head })).window;
	expect(readFacts(document, url, recognise(document, url)).twin).toBe(twin);
});

test.skipIf(!hasCorpus)('a real page names its twin by another slug', () => {
	const twins = corpusFiles('live').flatMap(({ text }) => {
		const { document } = new JSDOM(text).window;
		const address = document.querySelector('link[rel=canonical]')?.getAttribute('href') ?? '';
		const facts = readFacts(document, address, recognise(document, address));
		return facts.twin === undefined ? [] : [{ edition: facts.edition, twin: decodeURIComponent(facts.twin) }];
	});
	expect(twins).toEqual([
		{ edition: 'cn', twin: expect.stringMatching(/^https:\/\/www\.rfi\.fr\/tw\/政治\/20251130-/) },
	]);
});
