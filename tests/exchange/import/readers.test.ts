import { describe, expect, test } from 'vitest';
import { NO_VERSION } from '../../../utils/domain/library-part.ts';
import { htmlToText } from '../../../utils/exchange/import/html-to-text.ts';
import { type ReadImport, readImport } from '../../../utils/exchange/import/read-import.ts';
import { AT, SURROUNDINGS } from './surroundings.ts';

const read = (file: unknown): ReadImport =>
	readImport(typeof file === 'string' ? file : JSON.stringify(file, undefined, 1), SURROUNDINGS);
const all = ({ parts }: ReadImport) => parts.flatMap(({ annotations }) => annotations);

const target = (exact: string, more: object = {}) => ({
	source: 'https://www.rfi.fr/cn/a',
	selector: [{ type: 'TextQuoteSelector', exact, prefix: '前', suffix: '后' }],
	...more,
});

describe('Web Annotations', () => {
	test('of a collection whose page is within it are taken whole', () => {
		const { format, parts, notUnderstood } = read({
			'@context': 'http://www.w3.org/ns/anno.jsonld',
			type: 'AnnotationCollection',
			first: {
				type: 'AnnotationPage',
				items: [
					{
						id: 'urn:uuid:0b6f8a5e-6a3e-4f0a-9d2c-1f4d5f1c7a10',
						type: 'Annotation',
						motivation: 'commenting',
						created: '2026-11-22T08:00:00Z',
						modified: '2026-11-22T10:05:00+02:00',
						body: [
							{ type: 'TextualBody', value: '核对日期。', purpose: 'commenting' },
							{ type: 'TextualBody', value: '人权', purpose: 'tagging' },
						],
						target: target('被引用的文字', { styleClass: 'green' }),
					},
				],
			},
		});
		expect([format, notUnderstood]).toEqual(['web-annotation', []]);
		expect(parts).toHaveLength(1);
		expect(parts[0]!.article).toMatchObject({ url: 'https://www.rfi.fr/cn/a', edition: 'cn', added: AT });
		expect(parts[0]!.annotations).toMatchObject([
			{
				id: '0b6f8a5e-6a3e-4f0a-9d2c-1f4d5f1c7a10',
				created: '2026-11-22T08:00:00.000Z',
				modified: '2026-11-22T08:05:00.000Z',
				note: '核对日期。',
				tags: ['人权'],
				color: 'green',
				style: 'solid',
				version: NO_VERSION,
				selectors: { quote: { exact: '被引用的文字', prefix: '前', suffix: '后' } },
			},
		]);
	});

	test('of other programs may be single, in a list or a graph, with selectors within selectors and HTML bodies', () => {
		const one = {
			'@id': 'https://example.org/1',
			'@type': ['Annotation'],
			body: { type: 'TextualBody', value: '<p>One &amp;</p><p>two</p>', format: 'text/html' },
			target: {
				source: { id: 'https://example.org/page' },
				selector: { type: 'CssSelector', value: 'p', refinedBy: { type: 'TextQuoteSelector', exact: 'x' } },
			},
		};
		for (const file of [one, [one], { '@graph': [one] }]) {
			const [annotation] = all(read(file));
			expect(annotation).toMatchObject({ note: 'One &\n\ntwo', selectors: { quote: { exact: 'x' } } });
			expect(annotation!.id).toBe(all(read(one))[0]!.id);
		}
	});

	test('that are not understood are listed with their line', () => {
		const items = [
			'no object',
			{ type: 'Annotation', target: { source: 'nowhere', selector: [] } },
			{ type: 'Annotation', target: { ...target(''), selector: { type: 'XPathSelector', value: '/a' } } },
			{ type: 'Annotation', target: [target('a'), target('b')], body: ['https://example.org/body'] },
		];
		const file = { type: 'AnnotationPage', items };
		const { parts, notUnderstood } = read(file);
		expect(parts.flatMap(({ annotations }) => annotations)).toHaveLength(1);
		expect(notUnderstood.map(({ why, path }) => [why, path])).toEqual([
			['wrong-form', 'items[0]'],
			['no-address', 'items[1].target'],
			['no-quote', 'items[2].target.selector'],
			['wrong-form', 'items[3].target[1]'],
			['wrong-form', 'items[3].body[0]'],
		]);
		const lines = JSON.stringify(file, undefined, 1).split('\n');
		expect(lines[notUnderstood[0]!.line! - 1]).toContain('no object');
		expect(lines[notUnderstood[1]!.line! - 1]).toContain('"target": {');
	});

	test('on the page as a whole become the note on the article', () => {
		const body = (value: string) => ({ type: 'TextualBody', value });
		const on = 'https://www.rfi.fr/cn/a';
		const file = [
			{ type: 'Annotation', target: on, body: body('one') },
			{ type: 'Annotation', target: on, body: body('two') },
		];
		expect(read(file).parts.map(({ article }) => article.note)).toEqual(['one\n\ntwo']);
		expect(read(file).notUnderstood).toEqual([]);
		const tag = { ...body('a tag'), purpose: 'tagging' };
		const tagged = read({ type: 'Annotation', target: on, body: [body('one'), tag] });
		expect(tagged.notUnderstood).toMatchObject([{ why: 'bad-member', path: 'body' }]);
	});
});

test('replies to annotations are listed, and the annotation is no article', () => {
	const reply = { type: 'Annotation', motivation: 'replying', target: 'https://example.org/annotations/1' };
	const { parts, notUnderstood } = read([reply, { ...reply, motivation: ['replying'], target: target('words') }]);
	expect(parts.map(({ article }) => article.url)).toEqual(['https://www.rfi.fr/cn/a']);
	expect(notUnderstood).toMatchObject([{ why: 'reply', path: '[0]' }]);
});

describe('Hypothesis', () => {
	const item = (more: object) => ({
		id: 'Xy1',
		created: '2026-01-01T08:00:00.123456+00:00',
		updated: '2026-01-02T08:00:00+00:00',
		uri: 'https://example.org/a',
		text: 'a note',
		tags: ['t'],
		document: { title: ['A title'] },
		target: [{ selector: [{ type: 'TextQuoteSelector', exact: 'words', prefix: 'p', suffix: 's' }] }],
		...more,
	});

	test('annotations come with note, tags, times and title; page notes go to the article', () => {
		const { format, parts } = read({ annotations: [item({}), item({ text: 'page', target: [{}] })] });
		expect(format).toBe('hypothesis');
		expect(parts).toMatchObject([
			{
				article: { title: 'A title', url: 'https://example.org/a', note: 'page' },
				annotations: [{ note: 'a note', tags: ['t'], created: '2026-01-01T08:00:00.123Z' }],
			},
		]);
	});

	test('tags of a page note, which a note on an article has not, are listed', () => {
		const { parts, notUnderstood } = read({ annotations: [item({ text: 'page', target: [{}] })] });
		expect(parts[0]!.article.note).toBe('page');
		expect(notUnderstood).toMatchObject([{ why: 'bad-member', path: 'annotations[0].tags' }]);
	});

	test('replies and quotes that are missing are listed', () => {
		const file = { annotations: [item({ references: ['x'] }), item({ target: [{ selector: [{ type: 'Range' }] }] })] };
		expect(read(file).notUnderstood).toMatchObject([
			{ why: 'reply', path: 'annotations[0]' },
			{ why: 'no-quote', path: 'annotations[1].target' },
		]);
	});
});

describe('Obsidian Clipper', () => {
	test('data is put together by group and shown as words', () => {
		const { format, parts } = read([
			{
				url: 'https://example.org/a',
				title: 'A',
				highlights: [{ text: '<p>one</p>', timestamp: 1 }],
				data: [
					{
						id: '1767225600000',
						groupId: 'g',
						content: '<p>one <b>bold</b></p>',
						textQuote: { prefix: 'p' },
						notes: ['n'],
					},
					{
						id: '1767225600001',
						groupId: 'g',
						content: '<script>alert(1)</script><p>two</p>',
						textQuote: { suffix: 's' },
					},
					{ id: '1767225600002', content: 'alone' },
				],
			},
		]);
		expect(format).toBe('clipper');
		expect(parts[0]!.annotations).toMatchObject([
			{
				created: '2026-01-01T00:00:00.000Z',
				note: 'n',
				selectors: { quote: { exact: 'one bold\ntwo', prefix: 'p', suffix: 's' } },
			},
			{ selectors: { quote: { exact: 'alone' } } },
		]);
	});

	test('older files have highlights only; what is empty is listed', () => {
		const { parts, notUnderstood } = read([
			{ url: 'https://example.org/a', highlights: [{ text: 'old', timestamp: '1767225600000' }, { text: '<br>' }] },
			{ highlights: [] },
		]);
		expect(parts[0]!.annotations).toHaveLength(1);
		expect(notUnderstood).toMatchObject([{ why: 'no-quote', path: '[0].highlights[1]' }, { why: 'no-address' }]);
	});
});

test.each([
	['<p title="a > b">one</p><p>two</p>', 'one\n\ntwo'],
	["<a href='x' title='>'>one</a>", 'one'],
	['one<br data-x=">">two', 'one\ntwo'],
	['<b title="never closed>one</b>', 'one'],
	['3 < 4 and 5 > 4', '3 < 4 and 5 > 4'],
	['<p>one <b', 'one'],
])('of %s the words are shown', (html, text) => {
	expect(htmlToText(html)).toBe(text);
});

test('HTML with ten thousand open quotes is read at once', () => {
	const before = performance.now();
	htmlToText('<p "'.repeat(100_000));
	htmlToText(`<p ${'"a" '.repeat(100_000)}`);
	expect(performance.now() - before).toBeLessThan(2_000);
});

describe('Readwise', () => {
	const HEADER = 'Highlight,Title,Author,URL,Note,Location,Date';

	test('its own export has tags and a colour in columns of their own', () => {
		const header =
			'Highlight,Book Title,Book Author,Amazon Book ID,Note,Color,Tags,Location Type,Location,Highlighted at';
		const { parts } = read(
			`${header}\n"words",T,B,,".x note",Blue,"y, press freedom,",location,3,2023-09-18 08:22:45+00:00\n`,
		);
		expect(all({ parts, notUnderstood: [] })).toMatchObject([
			{ tags: ['x', 'y', 'press freedom'], note: 'note', color: 'blue', created: '2023-09-18T08:22:45.000Z' },
		]);
	});

	test.each([
		['CRLF', '\r\n', ',', ''],
		['LF', '\n', ',', ''],
		['CR', '\r', ',', ''],
		['semicolons and a byte order mark', '\r\n', ';', '\ufeff'],
	])('tables with %s are read', (_, end, separator, mark) => {
		const row = ['"a ""quote"""', 'T', 'B', 'https://example.org/a', '".x .y"', '12', '2026-01-01 08:00:00Z'];
		const file = mark + [HEADER.replaceAll(',', separator), row.join(separator), row.join(separator), ''].join(end);
		const { format, parts, notUnderstood } = read(file);
		expect(format).toBe('readwise');
		expect(parts[0]).toMatchObject({
			article: { title: 'T', byline: 'B', url: 'https://example.org/a' },
			annotations: [
				{ tags: ['x', 'y'], note: '', selectors: { quote: { exact: 'a "quote"' }, position: { start: 12 } } },
			],
		});
		expect(notUnderstood).toEqual([{ why: 'same-id-twice', line: 3 }]);
	});

	test('line ends may be mixed, cells hold lines, and what is wrong has its line', () => {
		const file = `${HEADER}\r\n"one\r\ntwo\nthree",T\nx,,,,,,never\r,T\r\ny,T,,,,,,z\n"open,`;
		const { parts, notUnderstood } = read(file);
		expect(parts.flatMap(({ annotations }) => annotations.map(({ selectors }) => selectors.quote.exact))).toEqual([
			'one\r\ntwo\nthree',
			'y',
		]);
		expect(notUnderstood.map(({ why, line }) => [why, line])).toEqual([
			['no-address', 5],
			['no-quote', 6],
			['extra-cell', 7],
			['unfinished-row', 8],
		]);
	});
});

describe('bad input', () => {
	const AWFUL = [
		'',
		' ',
		'\0',
		'{',
		'[',
		'nothing',
		'<html><script type="application/ld+json">{}</script>',
		'[null]',
		'{"annotations":[null,1,"a",[],{}]}',
		'{"annotations":[{"uri":{"a":1},"target":5,"tags":{"length":3}}]}',
		'[{"url":"https://a.b","data":[null,{"content":"","id":{"toString":1}}]}]',
		'{"type":"Annotation"}',
		'{"type":"AnnotationCollection","first":"https://example.org/page"}',
		'{"__proto__":{"type":"Annotation"},"constructor":{"prototype":{"x":1}}}',
		'{"type":"Annotation","__proto__":{"polluted":1},"target":{"__proto__":{"polluted":1},"source":"https://a.b"}}',
		`${'['.repeat(100_000)}${']'.repeat(100_000)}`,
		'{"a":'.repeat(100_000),
		'Highlight\n"',
		'Highlight',
	];

	test.each(AWFUL.map((file) => [file.slice(0, 60), file]))('%s', (_, file) => {
		const { parts } = read(file);
		expect(all({ parts, notUnderstood: [] })).toEqual([]);
		expect(({} as { polluted?: number }).polluted).toBeUndefined();
	});

	test('a depth of 100,000 is told with its line', () => {
		expect(read(`[\n${'['.repeat(100_000)}`).notUnderstood).toEqual([{ why: 'too-deep', line: 2 }]);
	});

	test('where JSON ends too early is told', () => {
		expect(read('{"annotations":[\n\n{').notUnderstood).toEqual([{ why: 'not-json', line: 3 }]);
		expect(read('[1,\n\n}').notUnderstood).toEqual([{ why: 'not-json', line: 3 }]);
	});

	test('lone surrogates, positions out of range and long words are kept or listed, never fatal', () => {
		const selector = (exact: string, start: number, end: number) => [
			{ type: 'TextQuoteSelector', exact, prefix: '\ud800'.repeat(20_000) },
			{ type: 'TextPositionSelector', start, end },
		];
		const item = (exact: string, start: number, end: number) => ({
			type: 'Annotation',
			target: target(exact, { selector: selector(exact, start, end) }),
		});
		const positions = [
			[-1, 5],
			[5, 5],
			[9, 3],
			[0.5, 2],
			[1e300, 2e300],
			[0, 1e15],
		];
		const items = positions.map(([start, end], index) => item(`\udc00${index}`, start!, end!));
		const { parts, notUnderstood } = read([...items, item('x'.repeat(2_000_000), 0, 1)]);
		expect(parts[0]!.annotations).toHaveLength(positions.length);
		expect(parts[0]!.annotations[0]!.selectors.quote.exact).toBe('\udc000');
		expect(notUnderstood).toMatchObject([{ why: 'too-long', path: '[6].selectors.quote.exact' }]);
	});
});
