import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toCsv } from '../../utils/exchange/csv.ts';
import { csvRow } from '../../utils/exchange/csv-row.ts';
import { harmlessCell } from '../../utils/exchange/harmless-cell.ts';
import { toReadwise } from '../../utils/exchange/readwise.ts';
import { awkwardText } from './awkward-text.ts';
import { ARTICLE, annotation, EXPORTED_AT } from './build.ts';
import { parseCsv } from './parse-csv.ts';

const exportOf = (...annotations: ReturnType<typeof annotation>[]) => ({
	article: ARTICLE,
	annotations,
	exportedAt: EXPORTED_AT,
});

test('a row is read back cell for cell', () => {
	fc.assert(
		fc.property(fc.array(awkwardText, { minLength: 1, maxLength: 4 }), (cells) => {
			expect(parseCsv(csvRow(cells))).toEqual([cells.map((cell) => cell.toWellFormed())]);
		}),
	);
});

const isFormula = (cell: string): boolean => /^[\s"\p{Cc}\p{Cf}]*[=+\-@＝＋－＠]/u.test(cell);

test.each([',', ';', '\t'])('no cell of a spreadsheet that parts cells by %j is taken for a formula', (separator) => {
	fc.assert(
		fc.property(awkwardText, awkwardText, awkwardText, (exact, note, title) => {
			const one = annotation({ exact: exact || 'a', note });
			const table = toCsv({ ...exportOf(one), article: { ...ARTICLE, title } }).replace(/^\ufeff/, '');
			expect(parseCsv(table, separator).flat().filter(isFormula)).toEqual([]);
		}),
		{ numRuns: 400 },
	);
});

test('the test of formulas sees one in a row that is not made harmless', () => {
	expect(parseCsv(csvRow(['a', '=1']))[0]!.filter(isFormula)).toHaveLength(1);
	expect(
		parseCsv(csvRow(['a', 'b;=1']), ';')
			.flat()
			.filter(isFormula),
	).toHaveLength(1);
	expect(
		parseCsv(csvRow(['a', 'b\n=1']), ';')
			.flat()
			.filter(isFormula),
	).toHaveLength(1);
});

test('a cell is only added to, and one without signs is left as it is', () => {
	fc.assert(
		fc.property(awkwardText, (text) => {
			let at = 0;
			const harmless = harmlessCell(text);
			for (const unit of harmless) if (text.startsWith(unit, at)) at += unit.length;
			expect(at).toBe(text.length);
		}),
	);
	expect(harmlessCell('L’eau - dit-il - manque = 3; et a@b.c')).toBe('L’eau - dit-il - manque = 3; et a@b.c');
	expect(harmlessCell('=1;\n +2')).toBe("'=1;\n '+2");
});

test('a table has one row an annotation in reading order, its columns always the same', () => {
	const [header, ...rows] = parseCsv(
		toCsv(
			exportOf(
				annotation({ exact: 'deux', start: 9, deleted: EXPORTED_AT }),
				annotation({ exact: 'un', start: 3, note: 'a "b"\nc', tags: ['eau', 'droits humains'] }),
				annotation({ exact: 'zéro', start: 0 }),
			),
		),
	);
	expect(header!.length).toBe(15);
	expect(rows.map(([quote]) => quote)).toEqual(['zéro', 'un']);
	expect(rows.every((row) => row.length === 15)).toBe(true);
	expect(rows[1]!.slice(0, 5)).toEqual(['un', 'a "b"\nc', 'eau\ndroits humains', 'yellow', 'solid']);
	expect(rows[1]!.slice(8, 13)).toEqual([ARTICLE.title, 'RFI', '2026-01-01', 'fr', ARTICLE.url]);
});

test('a table begins with a byte order mark, by which Excel knows UTF-8', () => {
	expect(toCsv(exportOf()).startsWith('\ufeff"Quote",')).toBe(true);
});

test('Readwise is given its own header, and the words exactly as they are', () => {
	fc.assert(
		fc.property(awkwardText, awkwardText, (exact, note) => {
			const file = toReadwise(exportOf(annotation({ exact, note, start: 7, tags: ['droits humains', 'eau'] })));
			expect(file.startsWith('Highlight,Title,Author,URL,Note,Location,Date\r\n')).toBe(true);
			expect(parseCsv(file)[1]).toEqual([
				exact.toWellFormed(),
				ARTICLE.title,
				'RFI',
				ARTICLE.url,
				`.droits-humains .eau${note === '' ? '' : '\n'}${note.toWellFormed()}`,
				'7',
				'2026-11-20T08:00:00.000Z',
			]);
		}),
	);
});

test('a cell of 200,000 characters is written in linear time', () => {
	for (const piece of [' ', '=', ';', ';=', '"', '\n-', '\u200b']) harmlessCell(piece.repeat(200_000 / piece.length));
});
