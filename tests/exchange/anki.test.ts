import fc from 'fast-check';
import { JSDOM } from 'jsdom';
import { expect, test } from 'vitest';
import { sentencesIn } from '../../entrypoints/shared/exporting/sentences-in.ts';
import { createTextUnits } from '../../utils/anchoring/text-units.ts';
import { ANKI_HEAD, toAnki } from '../../utils/exchange/anki.ts';
import { awkwardText } from './awkward-text.ts';
import { ARTICLE, annotation, EXPORTED_AT } from './build.ts';

const TEXT = 'Des puits\nLe maire est venu. Ici l’eau manque depuis mai. On attend.\n#中文。水 不够。';
const exportOf = (...annotations: ReturnType<typeof annotation>[]) => ({
	article: ARTICLE,
	annotations,
	exportedAt: EXPORTED_AT,
	articleText: TEXT,
	sentencesIn,
});
const at = (exact: string, change = {}) =>
	annotation({
		exact,
		start: TEXT.indexOf(exact),
		selectors: {
			quote: { type: 'TextQuoteSelector', exact, prefix: TEXT.slice(0, TEXT.indexOf(exact)), suffix: '' },
			position: {
				type: 'TextPositionSelector',
				start: TEXT.indexOf(exact),
				end: TEXT.indexOf(exact) + exact.length,
			},
		},
		...change,
	});
const cards = (file: string) =>
	file
		.slice(ANKI_HEAD.length)
		.split('\n')
		.slice(0, -1)
		.map((line) => line.split('\t'));

test('the file tells Anki how to read it', () => {
	expect(toAnki(exportOf()).split('\n')).toEqual([
		'#separator:Tab',
		'#html:true',
		'#notetype:Basic',
		'#deck:RFI',
		'#columns:Front\tBack\tTags',
		'#tags column:3',
		'',
	]);
});

test('a word stands in its sentence, a note and the source behind it', () => {
	const [[front, back, tags] = []] = cards(toAnki(exportOf(at('manque', { note: 'fehlt\n<i>', tags: ['a b', 'c'] }))));
	expect(front).toBe('Ici l’eau <b>manque</b> depuis mai.');
	expect(back).toContain('fehlt<br>&lt;i&gt;<br><br>Des puits pour le village, RFI, 2026-01-01 <a href="https://');
	expect(tags).toBe('a_b c');
});

test('a passage of whole sentences stands alone, as do words that are not found in the text', () => {
	const [[whole] = [], [gone] = []] = cards(
		toAnki(exportOf(at('On attend.'), annotation({ exact: 'jamais dit', start: 900 }))),
	);
	expect([whole, gone]).toEqual(['On attend.', 'jamais dit']);
});

test('a line that begins with a hash is no comment', () => {
	const [[front] = []] = cards(toAnki(exportOf(at('中文'))));
	expect(front).toBe('&#35;<b>中文</b>。');
});

test('whatever the words are, a card is one line of three fields that show them', () => {
	fc.assert(
		fc.property(awkwardText, awkwardText, awkwardText, (exact, note, tag) => {
			const input = {
				article: ARTICLE,
				annotations: [annotation({ exact, note, tags: [tag] })],
				exportedAt: EXPORTED_AT,
			};
			const [fields, ...others] = cards(toAnki(input));
			expect(others).toEqual([]);
			expect(fields).toHaveLength(3);
			expect(fields!.join('')).not.toMatch(/^#|[\r\n]|^"/);
			const shown = new JSDOM(`<body>${fields![0]!.replaceAll('<br>', '\n')}`).window.document.body.textContent;
			expect(shown?.trim()).toBe(
				exact.toWellFormed().replaceAll('\0', '\ufffd').replaceAll('\t', ' ').replace(/\r\n?/g, '\n').trim(),
			);
		}),
	);
});

test('the sentences around a place are whole ones, in every language', () => {
	const units = createTextUnits(TEXT, 'fr');
	const place = { start: TEXT.indexOf('venu'), end: TEXT.indexOf('manque') };
	const { start, end } = sentencesIn(TEXT, 'fr')(place);
	expect(TEXT.slice(start, end)).toBe('Le maire est venu. Ici l’eau manque depuis mai.');
	expect(units.at('sentence', start)?.start).toBe(start);
});

test('tags are no HTML there', () => {
	const row = toAnki(exportOf(at('eau', { tags: ['R&D', '<x> y'] }))).slice(ANKI_HEAD.length);
	expect(row.trimEnd().split('\t')[2]).toBe('R&D <x>_y');
});
