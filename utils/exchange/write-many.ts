import type { ExportFormat } from '../domain/export-format.ts';
import { ANKI_HEAD, ankiRows } from './anki.ts';
import type { ArticleExport } from './article-export.ts';
import { toBibLatex } from './biblatex.ts';
import { citationOf } from './citation.ts';
import { cslItem } from './csl-json.ts';
import { CSV_HEAD, csvRows } from './csv.ts';
import { hypothesisAnnotations, hypothesisFacts } from './hypothesis.ts';
import type { ArticleStream, ManyFacts } from './many-articles.ts';
import { toPlainMarkdown } from './markdown.ts';
import { toPlainText } from './plain-text.ts';
import { READWISE_HEAD, readwiseRows } from './readwise.ts';
import { toRis } from './ris.ts';
import { writePages } from './web-annotation-pages.ts';

type ManyWriter = (articles: ArticleStream, facts: ManyFacts) => AsyncGenerator<string>;

const WRITERS: Readonly<Partial<Record<ExportFormat, ManyWriter>>> = {
	'plain-markdown': (articles) => inTurn(articles, { between: '\n---\n\n', write: toPlainMarkdown }),
	text: (articles) => inTurn(articles, { between: `\n${'—'.repeat(20)}\n\n`, write: toPlainText }),
	'web-annotation': writePages,
	hypothesis: (articles, { exportedAt }) => {
		const head = JSON.stringify(hypothesisFacts(exportedAt)).slice(0, -1);
		return list(articles, { head: `${head},"annotations":[`, tail: ']}\n', items: hypothesisAnnotations });
	},
	readwise: (articles) => inTurn(articles, { head: READWISE_HEAD, write: readwiseRows }),
	csv: (articles) => inTurn(articles, { head: CSV_HEAD, write: csvRows }),
	anki: (articles) => inTurn(articles, { head: ANKI_HEAD, write: ankiRows }),
	ris: (articles) => inTurn(articles, { write: toRis }),
	biblatex: (articles) => inTurn(articles, { between: '\n', write: toBibLatex }),
	'csl-json': (articles) => list(articles, { head: '[', tail: ']\n', items: (input) => [cslItem(citationOf(input))] }),
};

/**
 * Many articles as the parts of one file; undefined for the formats of which each article is a file by itself: a page of
 * Obsidian or Logseq, a web page.
 */
export function writeMany(
	format: ExportFormat,
	articles: ArticleStream,
	facts: ManyFacts,
): AsyncGenerator<string> | undefined {
	return WRITERS[format]?.(articles, facts);
}

/** Forms of which one file of many articles is read from its beginning on, by people; of the others programs make what they want. */
const READ_IN_ORDER: ReadonlySet<ExportFormat> = new Set(['plain-markdown', 'text', 'csv', 'readwise', 'anki', 'ris']);

export function isReadInOrder(format: ExportFormat): boolean {
	return READ_IN_ORDER.has(format);
}

interface Turns {
	readonly head?: string;
	readonly between?: string;
	readonly write: (input: ArticleExport) => string;
}

async function* inTurn(articles: ArticleStream, { head = '', between = '', write }: Turns): AsyncGenerator<string> {
	if (head !== '') yield head;
	let separator = '';
	for await (const article of articles) {
		yield separator + write(article);
		separator = between;
	}
}

interface Items {
	readonly head: string;
	readonly tail: string;
	readonly items: (input: ArticleExport) => readonly object[];
}

/** A list of JSON, an item a line. */
async function* list(articles: ArticleStream, { head, tail, items }: Items): AsyncGenerator<string> {
	yield head;
	let separator = '\n';
	for await (const article of articles) {
		for (const item of items(article)) {
			yield separator + JSON.stringify(item);
			separator = ',\n';
		}
	}
	yield `\n${tail}`;
}
