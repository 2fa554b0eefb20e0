import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { EXPORT_FORMATS, type ExportFormat } from '../../utils/domain/export-format.ts';
import type { ArticleExport } from '../../utils/exchange/article-export.ts';
import { writeExport } from '../../utils/exchange/write-export.ts';
import { ARTICLE, annotation, EXPORTED_AT } from './build.ts';

const QUOTE = 'le maire du village a promis de l’eau';
const TEXT = `Des puits pour le village\nHier ${QUOTE} pour mai. On attend.`;
const START = TEXT.indexOf(QUOTE);
const VERSION = 'a'.repeat(64);

const ONE = annotation({
	version: VERSION,
	tags: ['eau'],
	note: 'oui',
	selectors: {
		quote: { type: 'TextQuoteSelector', exact: QUOTE, prefix: 'Hier ', suffix: ' pour mai.' },
		position: { type: 'TextPositionSelector', start: START, end: START + QUOTE.length },
	},
});
const BASE: ArticleExport = {
	article: { ...ARTICLE, section: 'afrique' },
	annotations: [ONE],
	articleNote: 'Qui parle ?',
	outcomes: new Map([[ONE.id, 'anchored']]),
	exportedAt: EXPORTED_AT,
	timeZone: 'UTC',
	articleText: TEXT,
	versions: new Map([[VERSION, { text: TEXT, captured: EXPORTED_AT }]]),
	sentencesIn: () => (place) => place,
};

const withOne = (change: Parameters<typeof annotation>[0]): ArticleExport => ({
	...BASE,
	annotations: [{ ...ONE, ...change }],
});
const withQuote = (change: object): ArticleExport =>
	withOne({ selectors: { ...ONE.selectors, quote: { ...ONE.selectors.quote, ...change } } });
const moved = { ...ONE.selectors.position, start: START + 1, end: START + QUOTE.length + 1 };

/** What is lost or held: the same export in which only this is another. */
const FACTS: Readonly<Record<string, ArticleExport>> = {
	quote: withQuote({ exact: QUOTE.replace('maire', 'préfet') }),
	note: withOne({ note: 'non' }),
	tags: withOne({ tags: ['puits'] }),
	colour: withOne({ color: 'blue' }),
	style: withOne({ style: 'outline' }),
	state: { ...BASE, outcomes: new Map([[ONE.id, 'orphan']]) },
	context: withQuote({ prefix: 'Hier, ', suffix: ' pour juin.' }),
	position: withOne({ selectors: { ...ONE.selectors, position: moved } }),
	made: withOne({ created: '2025-01-01T00:00:00.000Z' }),
	changed: withOne({ modified: '2027-01-01T00:00:00.000Z' }),
	'note on the article': { ...BASE, articleNote: 'Qui se tait ?' },
	'article: title': { ...BASE, article: { ...BASE.article, title: 'x' } },
	author: { ...BASE, article: { ...BASE.article, byline: 'y' } },
	day: { ...BASE, article: { ...BASE.article, published: EXPORTED_AT } },
	address: { ...BASE, article: { ...BASE.article, url: 'https://www.rfi.fr/fr/autre' } },
	version: {
		...withOne({ version: 'b'.repeat(64) }),
		versions: new Map([['b'.repeat(64), { text: TEXT, captured: EXPORTED_AT }]]),
	},
	text: { ...BASE, articleText: `${TEXT}\nFin.` },
};

/** `✓` where a file tells, `○` where it does when the text of the article is asked for. */
function cell(format: ExportFormat, changed: ArticleExport): '✓' | '○' | '' {
	const differs = (withArticle: boolean): boolean =>
		writeExport(format, { ...BASE, withArticle }).text !== writeExport(format, { ...changed, withArticle }).text;
	if (differs(false)) return '✓';
	return differs(true) ? '○' : '';
}

const NAMES: Readonly<Record<Exclude<ExportFormat, 'template'>, string>> = {
	markdown: 'Markdown (Obsidian)',
	'plain-markdown': 'plain Markdown',
	logseq: 'Logseq',
	html: 'web page',
	text: 'plain text',
	'web-annotation': 'web annotations (W3C, JSON-LD)',
	hypothesis: 'Hypothesis',
	readwise: 'Readwise',
	csv: 'spreadsheet',
	anki: 'Anki',
	ris: 'RIS',
	biblatex: 'BibLaTeX',
	'csl-json': 'CSL-JSON',
};

describe('what each form holds and loses', () => {
	test('is what the README says, form by form and fact by fact', () => {
		const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
		const rows = EXPORT_FORMATS.filter((format) => format !== 'template').map((format) => {
			const file = `\`.${writeExport(format, BASE).extension}\``;
			const cells = Object.values(FACTS).map((changed) => cell(format, changed));
			return `| ${[NAMES[format], file, ...cells].join(' | ')} |`;
		});
		const head = `| ${['form', 'file', ...Object.keys(FACTS)].join(' | ')} |`;
		const table = [head, `|---|---|${':-:|'.repeat(Object.keys(FACTS).length)}`, ...rows].join('\n');
		const lines = readme.split('\n');
		const from = lines.findIndex((line) => line.startsWith('| form | file |'));
		const until = lines.findIndex((line, index) => index > from && !line.startsWith('|'));
		expect(lines.slice(from, until).join('\n')).toBe(table);
	});

	test('is seen by changing one thing: what is the same in both files is not held', () => {
		expect(cell('html', BASE)).toBe('');
		expect(cell('readwise', FACTS.note!)).toBe('✓');
		expect(cell('readwise', FACTS.colour!)).toBe('');
		expect(cell('logseq', FACTS.text!)).toBe('○');
	});
});
