import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EXPORT_FORMATS } from '../../utils/domain/export-format.ts';
import { writeExport } from '../../utils/exchange/write-export.ts';
import { awkwardText } from './awkward-text.ts';
import { ARTICLE, annotation, EXPORTED_AT } from './build.ts';
import { parseCsv } from './parse-csv.ts';
import { parseExport } from './parse-export.ts';

const INPUT = { article: ARTICLE, annotations: [annotation()], exportedAt: EXPORTED_AT };
const NOTE = 'Qui parle ?\n\n- **le maire** & <les autres>';
const json = (format: 'web-annotation' | 'hypothesis', articleNote: string) =>
	JSON.parse(writeExport(format, { ...INPUT, articleNote }).text);

describe('a note on the article as a whole', () => {
	test.each(EXPORT_FORMATS)('that is not there changes nothing in %s', (format) => {
		expect(writeExport(format, { ...INPUT, articleNote: '' })).toEqual(writeExport(format, INPUT));
	});

	test.each(['plain-markdown', 'text', 'html'] as const)(
		'stands between the heading and the passages in %s',
		(format) => {
			const { text } = writeExport(format, { ...INPUT, articleNote: NOTE });
			const [note, passage] = ['Qui parle', format === 'html' ? '<blockquote>' : 'l’eau manque'].map((words) =>
				text.lastIndexOf(words),
			);
			expect(note).toBeGreaterThan(text.indexOf(ARTICLE.title));
			expect(passage).toBeGreaterThan(note!);
			if (format === 'html') expect(text).not.toContain('<les');
		},
	);

	test('is a callout below the title in Markdown for Obsidian, whatever it holds, and the passages stay as they are', () => {
		fc.assert(
			fc.property(awkwardText, (articleNote) => {
				const parsed = parseExport(writeExport('markdown', { ...INPUT, articleNote }).text);
				expect(parsed.articleNote === undefined).toBe(articleNote === '');
				expect(parsed.passages).toHaveLength(1);
				expect(parsed.passages[0]?.quote).toBe('l’eau manque');
			}),
		);
	});

	test('is a web annotation of the article, without selector', () => {
		const { total, first } = json('web-annotation', NOTE);
		expect(total).toBe(2);
		expect(first.items).toHaveLength(2);
		expect(first.items[0]).toMatchObject({ motivation: 'commenting', target: ARTICLE.url });
		expect(first.items[0].body).toMatchObject([{ value: NOTE, format: 'text/markdown', purpose: 'commenting' }]);
	});

	test('is a page note in Hypothesis', () => {
		const [note, ...others] = json('hypothesis', NOTE).annotations;
		expect(note).toMatchObject({ text: NOTE, uri: ARTICLE.url, tags: [] });
		expect(note.target).toEqual([{ source: ARTICLE.url }]);
		expect(Object.keys(note)).toEqual(Object.keys(others[0]));
	});

	test('is a row without a quote in the spreadsheet, in the right columns', () => {
		const [head, row, ...others] = parseCsv(writeExport('csv', { ...INPUT, articleNote: 'Qui parle ?' }).text.slice(1));
		const cell = (name: string) => row?.[head!.indexOf(name)];
		expect([cell('Quote'), cell('Note'), cell('Title'), cell('URL')]).toEqual([
			'',
			'Qui parle ?',
			ARTICLE.title,
			ARTICLE.url,
		]);
		expect(row).toHaveLength(head!.length);
		expect(others).toHaveLength(1);
	});
});
