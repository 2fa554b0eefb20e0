import { crc32, deflateRawSync } from 'node:zlib';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { EXPORT_FORMATS, type ExportFormat } from '../../utils/domain/export-format.ts';
import type { ArticleExport } from '../../utils/exchange/article-export.ts';
import { exportFileName } from '../../utils/exchange/file-name.ts';
import { findZipDirectory, readZipDirectory, ZIP_END_LENGTH } from '../../utils/exchange/import/zip-directory.ts';
import { joinZip } from '../../utils/exchange/many/join-zip.ts';
import { manyFormat } from '../../utils/exchange/many/many-format.ts';
import { writeExport } from '../../utils/exchange/write-export.ts';
import { ARTICLE, annotation, EXPORTED_AT } from './build.ts';
import { manyText } from './many-text.ts';
import { parseCsv } from './parse-csv.ts';

const FACTS = { id: 'urn:uuid:33333333-3333-4333-8333-333333333333', label: 'En marge', exportedAt: EXPORTED_AT };
const uuid = (number: number): string => `${String(number).padStart(8, '0')}-0000-4000-8000-000000000000`;

function input(number: number, title = `Titre ${number}`): ArticleExport {
	const url = `https://www.rfi.fr/fr/${number}`;
	const ofArticle = (k: number) => annotation({ id: uuid(number * 10 + k), articleId: uuid(number), start: k * 20 });
	return { article: { ...ARTICLE, title, url }, annotations: [ofArticle(1), ofArticle(2)], exportedAt: EXPORTED_AT };
}

const textOf = (format: ExportFormat, ...inputs: ArticleExport[]): string => manyText(format, inputs, FACTS);

const INPUTS = [input(1), input(2), input(3)];
const QUOTES = Array<string>(6).fill('l’eau manque');

test('a page of a note-taking program and a web page are a file each, all other formats hold many articles', () => {
	const single = EXPORT_FORMATS.filter((format) => manyFormat(format) !== undefined);
	expect(EXPORT_FORMATS.filter((format) => !single.includes(format))).toEqual([
		'markdown',
		'logseq',
		'html',
		'template',
	]);
});

describe('many articles in one file', () => {
	test.each(['csv', 'readwise', 'anki'] as const)('have one head of %s and the rows of each', (format) => {
		const file = textOf(format, ...INPUTS);
		const alone = INPUTS.map((one) => writeExport(format, one).text);
		const empty = writeExport(format, { ...INPUTS[0]!, annotations: [] }).text;
		expect(file).toBe(empty + alone.map((text) => text.slice(empty.length)).join(''));
	});

	test('are as many rows as annotations in the spreadsheet', () => {
		expect(parseCsv(textOf('csv', ...INPUTS).slice(1)).map(([quote]) => quote)).toEqual(['Quote', ...QUOTES]);
	});

	test.each(['ris', 'biblatex', 'text', 'plain-markdown'] as const)('stand one after the other in %s', (format) => {
		const file = textOf(format, ...INPUTS);
		let at = 0;
		for (const { text } of INPUTS.map((one) => writeExport(format, one))) {
			const found = file.indexOf(text.trim(), at);
			expect(found).toBeGreaterThanOrEqual(at);
			at = found + text.trim().length;
		}
	});

	test('are one list of references', () => {
		const items = JSON.parse(textOf('csl-json', ...INPUTS));
		expect(items).toEqual(INPUTS.flatMap((one) => JSON.parse(writeExport('csl-json', one).text)));
	});

	test('are one file of Hypothesis', () => {
		const file = JSON.parse(textOf('hypothesis', ...INPUTS));
		const alone = INPUTS.map((one) => JSON.parse(writeExport('hypothesis', one).text));
		expect(file).toEqual({ ...alone[0], annotations: alone.flatMap(({ annotations }) => annotations) });
	});

	test('are a collection of web annotations with a page each, which name each other', () => {
		const { '@graph': graph, ...rest } = JSON.parse(textOf('web-annotation', ...INPUTS));
		expect(rest).toEqual({ '@context': 'http://www.w3.org/ns/anno.jsonld' });
		const [one, two, three, collection] = graph;
		expect(collection).toMatchObject({ id: FACTS.id, type: 'AnnotationCollection', total: 6, label: 'En marge' });
		expect([collection.first, one.next, two.next, three.next]).toEqual([one.id, two.id, three.id, undefined]);
		expect(collection.last).toBe(three.id);
		expect([one, two, three].map((page) => [page.partOf, page.startIndex])).toEqual(
			[0, 2, 4].map((at) => [FACTS.id, at]),
		);
		const alone = INPUTS.map((each) => JSON.parse(writeExport('web-annotation', each).text));
		expect([one, two, three].map(({ items }) => items)).toEqual(alone.map(({ first }) => first.items));
		expect(one['schema:about']).toEqual(alone[0]['schema:about']);
	});

	test.each(['web-annotation', 'hypothesis', 'csl-json'] as const)(
		'are well-formed %s where there are none',
		(format) => {
			expect(() => JSON.parse('')).toThrow();
			const file = JSON.parse(textOf(format));
			if (format === 'web-annotation') expect(file['@graph']).toMatchObject([{ total: 0 }]);
		},
	);
});

describe('many articles in a zip file', () => {
	function unzipped(...inputs: ArticleExport[]): Record<string, string> {
		const joiner = joinZip<Uint8Array>(EXPORTED_AT);
		const parts = inputs.flatMap((input) => {
			const { text, extension } = writeExport('markdown', input);
			const bytes = deflateRawSync(text);
			const name = exportFileName(input.article.published!, input.article.title, extension);
			const file = { name, crc: crc32(text), length: Buffer.byteLength(text), packedLength: bytes.length };
			return joiner.next({ bytes, file });
		});
		const files = unzipSync(Buffer.concat([...parts, ...joiner.end()].map((part) => Buffer.from(part))));
		return Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)]));
	}

	test('are a file each, named after it', () => {
		const files = unzipped(...INPUTS);
		expect(Object.keys(files)).toEqual([1, 2, 3].map((number) => `2026-01-01-Titre-${number}.md`));
		expect(Object.values(files)).toEqual(INPUTS.map((one) => writeExport('markdown', one).text));
	});

	test('have names of their own where they have one title, also where case alone differs', () => {
		const files = unzipped(input(1, 'Eau'), input(2, 'eau'), input(3, 'Eau 2'), input(4, 'Eau'), input(5, 'eau 2'));
		const names = Object.keys(files);
		expect(names).toHaveLength(5);
		expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(5);
		expect(names[0]).toBe('2026-01-01-Eau.md');
	});

	test('are all found, by programs and by us, where a plain directory could not count them', () => {
		const count = 70_000;
		const text = 'eau';
		const bytes = deflateRawSync(text);
		const file = { name: 'eau.md', crc: crc32(text), length: text.length, packedLength: bytes.length };
		const joiner = joinZip<Uint8Array>(EXPORTED_AT);
		const parts: (string | Uint8Array)[] = [];
		for (let n = 0; n < count; n++) for (const part of joiner.next({ bytes, file })) parts.push(part);
		for (const part of joiner.end()) parts.push(part);
		const zip = Buffer.concat(parts.map((part) => Buffer.from(part)));
		const files = Object.values(unzipSync(zip));
		expect(files).toHaveLength(count);
		expect(strFromU8(files.at(-1)!)).toBe(text);
		const place = findZipDirectory(zip.subarray(-ZIP_END_LENGTH), zip.length)!;
		const directory = zip.subarray(place.at, place.at + place.length);
		expect(readZipDirectory(directory, place.count)).toHaveLength(count);
	});
});
