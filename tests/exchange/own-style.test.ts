import { readFileSync } from 'node:fs';
import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import type { StyleTrouble } from '../../utils/domain/citation-style.ts';
import { toAnki } from '../../utils/exchange/anki.ts';
import { createCitationFormatter } from '../../utils/exchange/format-citation.ts';
import { toObsidianMarkdown, toPlainMarkdown } from '../../utils/exchange/markdown.ts';
import { type OwnStyle, storedOwnStyle } from '../../utils/exchange/own-style.ts';
import { type ParsedElement, readCslStyle } from '../../utils/exchange/read-csl-style.ts';
import { toStandAloneHtml } from '../../utils/exchange/stand-alone-html.ts';
import { actingParts } from '../fixtures/hostile/acting.ts';
import { VECTORS } from '../fixtures/hostile/vectors.ts';
import { cslData } from '../tools/csl-data.ts';
import { ARTICLE, annotation, EXPORTED_AT } from './build.ts';

const { window } = new JSDOM('');
const parser = new window.DOMParser();
const locales = JSON.parse(cslData().get('citing/locales.json')!);
const ORCHARD = readFileSync(new URL('../fixtures/styles/orchard-numeric.csl', import.meta.url), 'utf8');
const INPUT = {
	article: { ...ARTICLE, byline: '一位作者', title: '村里的水井', lang: 'zh-Hans' },
	annotations: [annotation({ note: 'oui' })],
	exportedAt: EXPORTED_AT,
	timeZone: 'UTC',
};
const URL_ = 'https://www.rfi.fr/fr/afrique/20260101-des-puits-pour-le-village';
const REFERENCE = `一位作者. 村里的水井[EB/OL]. （2026-01-01）【引用日期：2026-11-22】. ${URL_}.`;

const read = (xml: string): OwnStyle | StyleTrouble =>
	readCslStyle(parser.parseFromString(xml, 'application/xml').documentElement);
const format = ({ style }: OwnStyle) => createCitationFormatter({ style, locales, lang: 'zh-CN' })(INPUT);

function style(xml: string): OwnStyle {
	const found = read(xml);
	if ('kind' in found) throw new Error(found.kind);
	return found;
}

/** A style with these rules for a reference. */
function styleOf(layout: string, before = '', bibliography = ''): string {
	return `<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0"><info><title>A</title></info>${before}
		<citation><layout><text variable="title"/></layout></citation>
		<bibliography ${bibliography}><layout>${layout}</layout></bibliography></style>`;
}

describe('a style that the reader brings', () => {
	test('has its title, its language and its rules, and writes references without their number', () => {
		const own = style(ORCHARD);
		expect({ title: own.title, lang: own.lang }).toEqual({ title: '果园格式 (numeric, 中文)', lang: 'zh-CN' });
		expect(format(own)).toEqual({ text: REFERENCE, html: REFERENCE });
		expect(JSON.stringify(own)).not.toMatch(/left out|kept|made up/);
	});

	test('is the same after it was used, and after it was stored', () => {
		const own = style(ORCHARD);
		const written = JSON.stringify(own);
		format(own);
		// The processor leaves nothing of its own in it.
		expect(JSON.stringify(own)).toBe(written);
		const stored = storedOwnStyle(JSON.parse(written));
		expect(stored).toEqual(own);
		expect(format(stored!).text).toBe(REFERENCE);
		for (const other of [undefined, null, 'a', {}, { title: 'A' }, { title: 'A', style: { n: 'locale' } }])
			expect(storedOwnStyle(other)).toBeUndefined();
	});

	test.each([
		[
			'in a column',
			'<text variable="citation-number" suffix=". "/><text variable="title"/>',
			'second-field-align="flush"',
		],
		['in the line', '<text variable="citation-number" suffix=". "/><text variable="title"/>', ''],
		[
			'in a group',
			'<group delimiter=". "><number variable="citation-number"/><text variable="title"/></group>',
			'second-field-align="flush"',
		],
		['by a macro', '<text macro="citation-number"/><text variable="title"/>', ''],
	])('numbers nothing: %s', (_, layout, bibliography) => {
		const macro = '<macro name="citation-number"><text variable="citation-number" prefix="No. "/></macro>';
		expect(format(style(styleOf(layout, macro, bibliography))).text).toBe('村里的水井');
	});
});

describe('what is no style of references is told apart', () => {
	const one = styleOf('<text variable="title"/>');
	const DEPENDENT = `<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0"><info><title>A</title>
		<link rel="self" href="https://example.org/a"/><link rel="independent-parent" href="https://example.org/b"/></info></style>`;
	test.each<[string, string, StyleTrouble['kind'], string]>([
		['a page', '<html xmlns="http://www.w3.org/1999/xhtml"/>', 'not-style', ''],
		['another style', '<style>a { color: red }</style>', 'not-style', ''],
		['a locale', '<locale xmlns="http://purl.org/net/xbiblio/csl" version="1.0"/>', 'not-style', ''],
		['version 0.8', one.replace('version="1.0"', ''), 'version', '0.8'],
		['version 1.1', one.replace('"1.0"', '"1.1mlz1"'), 'version', '1.1mlz1'],
		['one that follows another', DEPENDENT, 'dependent', 'https://example.org/b'],
		['notes alone', one.replace(/<bibliography.*<\/bibliography>/s, ''), 'no-bibliography', ''],
		['a deep one', styleOf(`${'<group>'.repeat(200)}${'</group>'.repeat(200)}`), 'too-large', ''],
		[
			'one that calls itself',
			styleOf('<text macro="a"/>', '<macro name="a"><text macro="a"/></macro>'),
			'too-large',
			'',
		],
		['a name that objects have', styleOf('<text macro="__proto__"/>'), 'refused', '__proto__'],
		['an attribute that objects have', styleOf('<text valueOf="a"/>'), 'refused', 'valueOf'],
		['an element that objects have', styleOf('<constructor/>'), 'refused', 'constructor'],
	])('%s', (_, xml, kind, detail) => expect(read(xml)).toEqual({ kind, detail }));

	test('a wide one', () => {
		const namespaceURI = 'http://purl.org/net/xbiblio/csl';
		const element = (localName: string, children: readonly ParsedElement[] = []): ParsedElement => ({
			localName,
			namespaceURI,
			textContent: '',
			attributes: localName === 'style' ? [{ name: 'version', value: '1.0' }] : [],
			children,
		});
		const groups = Array.from({ length: 30_000 }, () => element('group'));
		const wide = element('style', [element('bibliography', [element('layout', groups)])]);
		expect(readCslStyle(wide)).toEqual({ kind: 'too-large', detail: '' });
	});

	test('a few macros that call each other a billion times', () => {
		const macros = Array.from(
			{ length: 30 },
			(_, n) => `<macro name="m${n}">${`<text macro="m${n + 1}"/>`.repeat(2)}</macro>`,
		);
		const started = performance.now();
		const bomb = styleOf('<text macro="m0"/>', `${macros.join('')}<macro name="m30"><text value="ha"/></macro>`);
		expect(read(bomb)).toEqual({ kind: 'too-large', detail: '' });
		expect(performance.now() - started).toBeLessThan(1000);
	});

	test('terms in the names of what objects have change no object', () => {
		const term = '<locale><terms><term name="__proto__" form="short">ha</term></terms></locale>';
		expect(read(styleOf('<text variable="title"/>', term))).toEqual({ kind: 'refused', detail: '__proto__' });
		expect('short' in {}).toBe(false);
	});

	test('a mistake in it is the processor’s to find', () => {
		expect(() => format(style(styleOf('<nothing/>')))).toThrow();
	});
});

describe('what a style writes is text, whatever it is', () => {
	const hostile = (words: string): OwnStyle => {
		const value = words.toWellFormed().replace(/[&<>"\0-\x1f\ufffe\uffff]/g, (sign) => {
			if (/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/.test(sign)) return '';
			return `&#${sign.charCodeAt(0)};`;
		});
		return style(
			styleOf(
				`<group prefix="${value}" suffix="${value}" delimiter="${value}"><text variable="title"/><text value="${value}"/>
				<text term="accessed"/></group>`,
				`<locale><terms><term name="accessed">${value}</term></terms></locale>`,
			),
		);
	};
	const documentOf = (html: string) => parser.parseFromString(html, 'text/html');

	test.each(['<script>alert(1)</script>', '<i>', '</i></b></div>', '&lt;img src=x onerror=alert(1)&gt;'])(
		'%s',
		(words) => {
			const citation = format(hostile(words));
			const input = { ...INPUT, citation };
			const page = documentOf(`<p>${citation.html}</p><p id="next"></p>`);
			expect(actingParts(page)).toEqual([]);
			// Nothing stays open behind it.
			expect(page.querySelector('#next')?.parentElement?.localName).toBe('body');
			expect(page.querySelector('#next')?.childElementCount).toBe(0);
			expect(actingParts(documentOf(toStandAloneHtml(input)))).toEqual([]);
			for (const write of [toPlainMarkdown, toObsidianMarkdown])
				expect(write(input)).not.toMatch(/[^\\]<(?:script|i\b|img)/);
			expect(actingParts(documentOf(toAnki(input)))).toEqual([]);
		},
	);

	test('of strings made to run something none does', () => {
		for (const vector of VECTORS.filter((_, index) => index % 12 === 0)) {
			const { html } = format(hostile(vector));
			expect(actingParts(documentOf(html)), vector).toEqual([]);
			expect(html.replace(/<\/?(?:i|b|sup|sub)>/g, '')).not.toMatch(/[<>]/);
		}
	});
});
