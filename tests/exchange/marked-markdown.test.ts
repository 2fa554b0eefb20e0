import { Parser } from 'commonmark';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toObsidianMarkdown, toPlainMarkdown } from '../../utils/exchange/markdown.ts';
import { EQUALS_MARK, HTML_MARK, markedMarkdown } from '../../utils/exchange/marked-markdown.ts';
import { awkwardText } from './awkward-text.ts';
import { ARTICLE, annotation, EXPORTED_AT } from './build.ts';
import { children } from './parse-export.ts';

const HTML =
	'<header><h1>Des puits pour le village</h1></header><p>Ici l’eau <b>manque</b>. Un = deux *x*.</p>' +
	'<h2>Plus</h2><ul><li>un puits</li></ul><blockquote><p>Il dit non.</p></blockquote>';
const TEXT = 'Des puits pour le village\nIci l’eau manque. Un = deux *x*.\nPlus\nun puits\nIl dit non.';
const on = (exact: string) =>
	annotation({
		exact,
		selectors: {
			quote: { type: 'TextQuoteSelector', exact, prefix: '', suffix: '' },
			position: { type: 'TextPositionSelector', start: TEXT.indexOf(exact), end: TEXT.indexOf(exact) + exact.length },
		},
	});
const exportOf = (...annotations: ReturnType<typeof annotation>[]) => ({
	article: ARTICLE,
	annotations,
	exportedAt: EXPORTED_AT,
	articleHtml: HTML,
	articleText: TEXT,
	withArticle: true,
});

test('the text of the article has its headings, lists and quotes, and the passages marked', () => {
	expect(markedMarkdown(exportOf(on('l’eau manque'), on('puits\nIl')), EQUALS_MARK)).toEqual([
		'Ici ==l’eau manque==. Un \\= deux \\*x\\*.',
		'## Plus',
		'- un ==puits==',
		'> ==Il== dit non.',
	]);
});

test('passages that cross make one mark, and one that is not found none', () => {
	const input = exportOf(on('l’eau manque'), on('manque. Un'), annotation({ exact: 'jamais dit', start: 7 }));
	expect(markedMarkdown(input, HTML_MARK)[0]).toBe('Ici <mark>l’eau manque. Un</mark> = deux \\*x\\*.');
});

test('where only the text is kept, its lines are paragraphs', () => {
	const { articleHtml: _, ...input } = exportOf(on('un puits'));
	expect(markedMarkdown(input, EQUALS_MARK).slice(1)).toEqual(['Plus', '==un puits==', 'Il dit non.']);
});

test('the text stands between the note on the article and the passages, where it is wanted', () => {
	const input = { ...exportOf(on('manque')), articleNote: 'Qui parle ?' };
	for (const write of [toObsidianMarkdown, toPlainMarkdown]) {
		const file = write(input);
		const order = ['Qui parle ?', '## Plus', '## Annotations', '\n> manque\n'].map((words) => file.indexOf(words));
		expect(order).toEqual([...order].sort((a, b) => a - b));
		expect(order).not.toContain(-1);
		expect(write({ ...input, withArticle: false })).not.toContain('## ');
	}
});

test('every block shows exactly its words, marked or not', () => {
	fc.assert(
		fc.property(awkwardText, awkwardText, awkwardText, (before, words, after) => {
			const exact = words.replace(/[\r\n]/g, ' ');
			const [prefix, suffix] = [before, after].map((text) => text.replace(/[\r\n]/g, ' '));
			const text = `x${prefix}${exact}${suffix}y`;
			const one = annotation({
				selectors: {
					quote: { type: 'TextQuoteSelector', exact, prefix: `x${prefix}`, suffix: `${suffix}y` },
					position: { type: 'TextPositionSelector', start: 1 + prefix!.length, end: 1 + prefix!.length + exact.length },
				},
			});
			const [line] = markedMarkdown(
				{ article: ARTICLE, annotations: [one], exportedAt: EXPORTED_AT, articleText: text },
				HTML_MARK,
			);
			const [paragraph, ...others] = children(new Parser().parse(line!));
			expect(others).toEqual([]);
			const shown = children(paragraph!).filter(({ type }) => type === 'text');
			const marks = children(paragraph!).flatMap(({ type, literal }) => (type === 'html_inline' ? [literal] : []));
			expect(shown.map(({ literal }) => literal).join('')).toBe(text.toWellFormed().replaceAll('\0', '\ufffd'));
			expect(marks).toEqual(exact.trim() === '' ? [] : ['<mark>', '</mark>']);
		}),
		{ numRuns: 300 },
	);
});
