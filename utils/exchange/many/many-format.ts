import type { ExportFormat } from '../../domain/export-format.ts';
import { ANKI_HEAD, ankiRows } from '../anki.ts';
import type { ArticleExport } from '../article-export.ts';
import { toBibLatex } from '../biblatex.ts';
import { citationOf } from '../citation.ts';
import { cslItem } from '../csl-json.ts';
import { CSV_HEAD, csvRows } from '../csv.ts';
import { hypothesisAnnotations, hypothesisFacts } from '../hypothesis.ts';
import { toPlainMarkdown } from '../markdown.ts';
import { toPlainText } from '../plain-text.ts';
import { READWISE_HEAD, readwiseRows } from '../readwise.ts';
import { toRis } from '../ris.ts';
import { writeExport } from '../write-export.ts';
import { joinInTurn } from './join-in-turn.ts';
import { joinPages, writePage } from './join-pages.ts';
import type { ManyFacts, ManyJoiner, WrittenPage } from './many-file.ts';

/** How one file of many articles is made. */
export interface ManyFormat {
	/** Undefined where the file has nothing of this article. */
	readonly write: (input: ArticleExport, facts: ManyFacts) => WrittenText | undefined;
	readonly join: <Bytes>(facts: ManyFacts) => ManyJoiner<Bytes>;
}

export interface WrittenText {
	readonly text: string;
	readonly page?: WrittenPage;
}

const FORMATS: Readonly<Partial<Record<ExportFormat, ManyFormat>>> = {
	'plain-markdown': inTurn(toPlainMarkdown, { between: '\n---\n\n' }),
	text: inTurn(toPlainText, { between: `\n${'—'.repeat(20)}\n\n` }),
	'web-annotation': { write: writePage, join: joinPages },
	hypothesis: list(hypothesisAnnotations, ({ exportedAt }) => {
		const head = JSON.stringify(hypothesisFacts(exportedAt)).slice(0, -1);
		return { head: `${head},"annotations":[`, tail: ']}\n' };
	}),
	readwise: inTurn(readwiseRows, { head: READWISE_HEAD }),
	csv: inTurn(csvRows, { head: CSV_HEAD }),
	anki: inTurn(ankiRows, { head: ANKI_HEAD }),
	ris: inTurn(toRis, {}),
	biblatex: inTurn(toBibLatex, { between: '\n' }),
	'csl-json': list(
		(input) => [cslItem(citationOf(input))],
		() => ({ head: '[', tail: ']\n' }),
	),
};

/**
 * Undefined for the formats of which each article is a file by itself: a page of Obsidian or Logseq, a web page. As one text, such
 * documents stand one after the other.
 */
export function manyFormat(format: ExportFormat, isOneText = false): ManyFormat | undefined {
	return FORMATS[format] ?? (isOneText ? inTurn((input) => `${writeExport(format, input).text}\n`, {}) : undefined);
}

/** Forms of which one file of many articles is read from its beginning on, by people; of the others programs make what they want. */
const READ_IN_ORDER: ReadonlySet<ExportFormat> = new Set(['plain-markdown', 'text', 'csv', 'readwise', 'anki', 'ris']);

export function isReadInOrder(format: ExportFormat): boolean {
	return READ_IN_ORDER.has(format);
}

function inTurn(
	write: (input: ArticleExport) => string,
	{ head = '', between = '' }: { readonly head?: string; readonly between?: string },
): ManyFormat {
	return {
		write: (input) => ({ text: write(input) }),
		join: () => joinInTurn({ head, first: '', between, tail: '' }),
	};
}

/** A list of JSON, an item a line. */
function list(
	items: (input: ArticleExport) => readonly object[],
	ends: (facts: ManyFacts) => { readonly head: string; readonly tail: string },
): ManyFormat {
	const between = ',\n';
	return {
		write(input) {
			const lines = items(input).map((item) => JSON.stringify(item));
			return lines.length === 0 ? undefined : { text: lines.join(between) };
		},
		join(facts) {
			const { head, tail } = ends(facts);
			return joinInTurn({ head, first: '\n', between, tail: `\n${tail}` });
		},
	};
}
