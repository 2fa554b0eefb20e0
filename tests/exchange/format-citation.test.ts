import fc from 'fast-check';
import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import { createCitationFormatter, type ShortNode } from '../../utils/exchange/format-citation.ts';
import { toObsidianMarkdown, toPlainMarkdown } from '../../utils/exchange/markdown.ts';
import { toPlainText } from '../../utils/exchange/plain-text.ts';
import { cslData, LOCALES, STYLES } from '../tools/csl-data.ts';
import { exportedPassages } from '../tools/exported-passages.ts';
import { awkwardText } from './awkward-text.ts';
import { ARTICLE, annotation, EXPORTED_AT } from './build.ts';

const files = cslData();
const locales: Readonly<Record<string, ShortNode>> = JSON.parse(files.get('citing/locales.json')!);
const formatter = (name: string, lang = 'en-US', body?: () => string) =>
	createCitationFormatter({ style: JSON.parse(files.get(`citing/${name}.json`)!), locales, lang, body });
const INPUT = {
	article: { ...ARTICLE, byline: 'Une Autrice' },
	annotations: [annotation({ note: 'oui' })],
	exportedAt: EXPORTED_AT,
	timeZone: 'UTC',
};
const URL = 'https://www.rfi.fr/fr/afrique/20260101-des-puits-pour-le-village';

describe('an article as a reference', () => {
	test.each([
		['apa', 'en-US', `Une Autrice. (2026, January 1). Des puits pour le village. RFI. ${URL}`],
		['chicago', 'en-US', `Une Autrice. 2026. “Des puits pour le village.” RFI. January 1, 2026. ${URL}.`],
		['mla', 'en-US', `Une Autrice. “Des puits pour le village.” RFI, 1 Jan. 2026, ${URL}.`],
		[
			'iso690',
			'en-US',
			`UNE AUTRICE, 2026. Des puits pour le village. RFI. Online. 1 January 2026. Available from: ${URL} [Accessed 22 November 2026].`,
		],
		[
			'iso690-fr',
			'fr-FR',
			`UNE AUTRICE, 2026. Des puits pour le village. RFI [en ligne]. 1 janvier 2026. Disponible à l’adresse : ${URL} [Consulté le 22 novembre 2026].`,
		],
		['gbt7714-2015', 'zh-CN', `UNE AUTRICE. Des puits pour le village[EB/OL]. (2026-01-01)[2026-11-22]. ${URL}.`],
	])('in %s', (name, lang, text) => {
		expect(formatter(name, lang)(INPUT).text).toBe(text);
	});

	test.each(Object.keys(STYLES))('in %s holds no summary of the article and none of its tags', (name) => {
		const article = { ...INPUT.article, description: 'Trente puits à sec.' };
		const annotations = [annotation({ tags: ['sécheresse'] })];
		expect(formatter(name)({ ...INPUT, article, annotations }).text).toBe(formatter(name)(INPUT).text);
	});

	test('is written in the language of the reader, with the italics of its style', () => {
		const { html } = formatter('apa', 'fr-FR')(INPUT);
		expect(html).toBe(`Une Autrice. (2026, janvier 1). <i>Des puits pour le village</i>. RFI. ${URL}`);
	});

	test('names the body that answers for it where GB/T wants an author and none is known', () => {
		const { byline: _, ...article } = { ...INPUT.article, title: '一篇文章', lang: 'zh-Hans' };
		const { text } = formatter('gbt7714-2015', 'zh-CN', () => '法国国际广播电台')({ ...INPUT, article });
		expect(text).toBe(`法国国际广播电台. 一篇文章[EB/OL]. (2026-01-01)[2026-11-22]. ${URL}.`);
	});

	test('ends with the copy in an archive, where one is known', () => {
		const archivedAt = 'https://web.archive.org/web/20260102000000/https://www.rfi.fr/fr/a';
		expect(formatter('mla')({ ...INPUT, archivedAt }).text).toContain(`. [${archivedAt}]`);
	});

	test('of one article has nothing of another', () => {
		const format = formatter('apa');
		const first = format(INPUT).text;
		expect(format({ ...INPUT, article: { ...INPUT.article, title: 'Autre' } }).text).toContain('Autre');
		expect(format(INPUT).text).toBe(first);
	});

	test.each(Object.keys(STYLES))('holds titles and names as text, whatever they are, in %s', (name) => {
		const format = formatter(name);
		fc.assert(
			fc.property(awkwardText, awkwardText, (title, byline) => {
				const { text, html } = format({ ...INPUT, article: { ...INPUT.article, title, byline } });
				const { document } = new JSDOM(`<body>${html}`).window;
				const names = new Set([...document.body.querySelectorAll('*')].map(({ localName }) => localName));
				expect([...names].filter((each) => !['i', 'b', 'sup', 'sub'].includes(each))).toEqual([]);
				expect(document.body.textContent?.replace(/\s+/g, ' ').trim()).toBe(text.replaceAll('\0', '\ufffd'));
				expect(text).not.toMatch(/[\ufdd2\ufdd3\n\r]/);
			}),
			{ numRuns: 40 },
		);
	});

	test.each(Object.keys(STYLES))('holds words that objects are born with, in %s', (name) => {
		const format = formatter(name);
		for (const word of ['toString', 'valueOf', 'constructor', '__proto__', 'hasOwnProperty']) {
			const { text } = format({ ...INPUT, article: { ...INPUT.article, title: `${word}?`, byline: word } });
			expect(text.toLowerCase().split(word.toLowerCase())).toHaveLength(3);
		}
	});

	test('stands below each quote, and is no part of it', () => {
		const citation = formatter('apa')(INPUT);
		const input = { ...INPUT, annotations: [annotation({ note: 'oui' }), annotation({ start: 50 })], citation };
		for (const write of [toObsidianMarkdown, toPlainMarkdown, toPlainText])
			expect(write(input).split('Une Autrice. ').length - 1).toBe(2);
		expect(exportedPassages(toObsidianMarkdown(input)).map(({ quote }) => quote)).toEqual([
			'l’eau manque',
			'l’eau manque',
		]);
	});
});

test('every language of the interface that has words for references is packed', () => {
	expect(Object.keys(locales).sort()).toEqual([...LOCALES].sort());
	expect(files.size).toBe(Object.keys(STYLES).length + 1);
});
