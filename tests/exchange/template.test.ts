import { Parser } from 'commonmark';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	EXAMPLE_TEMPLATE,
	LONGEST_TEMPLATE,
	readTemplate,
	TEMPLATE_NAMES,
} from '../../utils/domain/export-template.ts';
import { checkTemplate } from '../../utils/exchange/check-template.ts';
import { writeTemplate } from '../../utils/exchange/template.ts';
import { awkwardText } from './awkward-text.ts';
import { ARTICLE, annotation, EXPORTED_AT } from './build.ts';
import { children, textOf } from './parse-export.ts';

const INPUT = {
	article: ARTICLE,
	annotations: [
		annotation({ exact: 'Un *puits*.\nDeux.', note: '**oui**', tags: ['eau', 'a b'] }),
		annotation({ start: 60 }),
	],
	exportedAt: EXPORTED_AT,
	timeZone: 'UTC',
};
const written = (source: string, kind: 'markdown' | 'text' = 'text', input: object = {}): string =>
	writeTemplate({ ...INPUT, ...input, template: { kind, source } });

describe('a template', () => {
	test('names what is known of the article and of each annotation, and goes through lists', () => {
		const source =
			'{{title}} ({{published}}, {{site}}, {{count}})\n{{#annotations}}\n{{number}}. {{quote}}{{#tags}} #{{.}}{{/tags}} {{color}}\n{{/annotations}}';
		expect(written(source)).toBe(
			'Des puits pour le village (2026-01-01, RFI, 2)\n1. Un *puits*.\nDeux. #eau #a b yellow\n2. l’eau manque yellow\n',
		);
	});

	test('leaves out a section of what is not known, and says what stands for it', () => {
		expect(written('{{#section}}<{{section}}>{{/section}}{{^section}}-{{/section}}{{#title}}+{{/title}}')).toBe('-+');
		expect(written('{{^annotations}}none{{/annotations}}', 'text', { annotations: [] })).toBe('none');
	});

	test('puts in as Markdown wants it, or as it is: with three braces, and in plain text', () => {
		const source = '{{#annotations}}{{quote}}|{{{note}}}|{{/annotations}}';
		expect(written(source, 'markdown')).toBe('Un \\*puits\\*.\n\nDeux.|**oui**|l’eau manque||');
		expect(written(source, 'text')).toBe('Un *puits*.\nDeux.|**oui**|l’eau manque||');
	});

	test('of Markdown shows exactly the words that are put in, whatever they are', () => {
		fc.assert(
			fc.property(awkwardText, awkwardText, (title, exact) => {
				const line = exact.replace(/[\r\n]/g, ' ');
				const input = { article: { ...ARTICLE, title }, annotations: [annotation({ exact: line })] };
				const file = written(
					'# x {{title}}\n\n{{#annotations}}\nx{{quote}}y [z]({{link}})\n{{/annotations}}',
					'markdown',
					input,
				);
				const [heading, paragraph, ...others] = children(new Parser().parse(file));
				expect(others).toEqual([]);
				const shown = (text: string): string => text.toWellFormed().replaceAll('\0', '\ufffd');
				expect(textOf(heading!)).toBe(`x ${shown(title).replace(/\s+/g, ' ').trim()}`.trim());
				expect(textOf(paragraph!)).toBe(`x${shown(line)}y z`);
			}),
			{ numRuns: 200 },
		);
	});

	test('that is the example has no mistake and shows everything', () => {
		expect(checkTemplate(EXAMPLE_TEMPLATE.source)).toBeUndefined();
		const file = writeTemplate(INPUT);
		for (const words of ['# Des puits', '> Un \\*puits\\*.\n> Deux.', '#eau', '**oui**', '(https://www.rfi.fr/'])
			expect(file).toContain(words);
	});

	test('can use each of the names that it is said to have', () => {
		for (const name of TEMPLATE_NAMES.article) expect(checkTemplate(`{{#${name}}}x{{/${name}}}`)).toBeUndefined();
		const annotated = TEMPLATE_NAMES.annotation.map((name) => `{{#${name}}}x{{/${name}}}`).join('');
		expect(checkTemplate(`{{#annotations}}${annotated}{{/annotations}}`)).toBeUndefined();
		expect(written(`{{#annotations}}${annotated}{{/annotations}}`)).toMatch(/^x+$/);
	});
});

describe('a mistake in a template', () => {
	test.each([
		['{{titel}}', 'unknown', 1, 'titel'],
		['a\nb {{#annotations}}\n{{quot}}{{/annotations}}', 'unknown', 3, 'quot'],
		['a\n{{#tags}}\nb\nc', 'unclosed', 2, 'tags'],
		['{{#annotations}}\n{{#tags}}\n{{/annotations}}', 'unclosed', 2, 'tags'],
		['a\n\n{{/tags}}', 'unopened', 3, 'tags'],
		['a\n{{title', 'unfinished', 2, ''],
		['{{> other}}', 'forbidden', 1, '{{> other}}'],
		['{{=<% %>=}}<% title %>', 'forbidden', 1, '{{=<% %>=}}'],
		['{{=<%=}}', 'forbidden', 1, '{{='],
		['{{#annotations}}\n{{#annotations}}{{/annotations}}{{/annotations}}', 'forbidden', 2, '{{#annotations}}'],
		['{{tags}}', 'forbidden', 1, '{{tags}}'],
		['{{.}}', 'forbidden', 1, '{{.}}'],
		['{{#annotations}}{{{.}}}{{/annotations}}', 'forbidden', 1, '{{{.}}}'],
		['x'.repeat(LONGEST_TEMPLATE + 1), 'too-long', 1, ''],
	])('is told with its place: %s', (source, kind, line, name) => {
		expect(checkTemplate(source)).toEqual({ kind, line, name });
	});

	test.each([
		'constructor',
		'title.constructor',
		'__proto__',
		'toString',
		'annotations.length',
		'title.constructor.constructor',
	])('is every name of what was not handed in: %s', (name) => {
		for (const tag of [`{{${name}}}`, `{{{${name}}}}`, `{{#${name}}}x{{/${name}}}`])
			expect(checkTemplate(tag)).toMatchObject({ kind: 'unknown' });
	});

	test('is found, or the template writes something: nothing else can happen', () => {
		const piece = fc.constantFrom(
			'{{',
			'}}',
			'{{{',
			'}}}',
			'#',
			'/',
			'^',
			'&',
			'>',
			'=',
			'!',
			' ',
			'\n',
			'title',
			'tags',
			'annotations',
			'.',
		);
		fc.assert(
			fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
				const source = pieces.join('');
				const trouble = checkTemplate(source);
				if (trouble === undefined) expect(typeof written(source)).toBe('string');
				else expect(trouble.line).toBeGreaterThanOrEqual(1);
			}),
			{ numRuns: 1000 },
		);
	});
});

test('what is stored is a template or nothing', () => {
	expect(readTemplate(EXAMPLE_TEMPLATE)).toEqual(EXAMPLE_TEMPLATE);
	for (const wrong of [undefined, null, 'x', {}, { kind: 'html', source: '' }, { kind: 'text', source: 1 }])
		expect(readTemplate(wrong)).toBeUndefined();
	expect(readTemplate({ kind: 'text', source: 'x'.repeat(LONGEST_TEMPLATE + 1) })).toBeUndefined();
});
