import type { ExportFormat } from '../domain/export-format.ts';
import type { ExportTemplate } from '../domain/export-template.ts';
import { toAnki } from './anki.ts';
import type { ArticleExport } from './article-export.ts';
import { toBibLatex } from './biblatex.ts';
import { toCslJson } from './csl-json.ts';
import { toCsv } from './csv.ts';
import { toHypothesis } from './hypothesis.ts';
import { toLogseq } from './logseq.ts';
import { toObsidianMarkdown, toPlainMarkdown } from './markdown.ts';
import { toPlainText } from './plain-text.ts';
import { toReadwise } from './readwise.ts';
import { toRis } from './ris.ts';
import { toStandAloneHtml } from './stand-alone-html.ts';
import { writeTemplate } from './template.ts';
import { toWebAnnotations, WEB_ANNOTATION_TYPE } from './web-annotation.ts';

/** A file to be: its text, to be written as UTF-8. */
export interface ExportedFile {
	readonly text: string;
	/** Without the dot before it. */
	readonly extension: string;
	/** With its parameters. */
	readonly mediaType: string;
}

interface Writer extends Omit<ExportedFile, 'text'> {
	readonly write: (input: ArticleExport) => string;
}

const MARKDOWN = { extension: 'md', mediaType: 'text/markdown;charset=utf-8' };

const WRITERS: Readonly<Record<ExportFormat, Writer>> = {
	markdown: { write: toObsidianMarkdown, ...MARKDOWN },
	'plain-markdown': { write: toPlainMarkdown, ...MARKDOWN },
	logseq: { write: toLogseq, ...MARKDOWN },
	text: { write: toPlainText, extension: 'txt', mediaType: 'text/plain;charset=utf-8' },
	html: { write: toStandAloneHtml, extension: 'html', mediaType: 'text/html;charset=utf-8' },
	template: { write: writeTemplate, ...MARKDOWN },
	'web-annotation': { write: toWebAnnotations, extension: 'jsonld', mediaType: WEB_ANNOTATION_TYPE },
	hypothesis: { write: toHypothesis, extension: 'hypothesis.json', mediaType: 'application/json' },
	readwise: { write: toReadwise, extension: 'readwise.csv', mediaType: 'text/csv;charset=utf-8' },
	csv: { write: toCsv, extension: 'csv', mediaType: 'text/csv;charset=utf-8' },
	anki: { write: toAnki, extension: 'anki.txt', mediaType: 'text/plain;charset=utf-8' },
	ris: { write: toRis, extension: 'ris', mediaType: 'application/x-research-info-systems;charset=utf-8' },
	biblatex: { write: toBibLatex, extension: 'bib', mediaType: 'application/x-bibtex;charset=utf-8' },
	'csl-json': {
		write: toCslJson,
		extension: 'csl.json',
		mediaType: 'application/vnd.citationstyles.csl+json',
	},
};

/** What kind of file a format makes. */
export function fileOf(format: ExportFormat, template?: ExportTemplate): Omit<ExportedFile, 'text'> {
	const { extension, mediaType } = WRITERS[format === 'template' && template?.kind === 'text' ? 'text' : format];
	return { extension, mediaType };
}

/** An article's annotations in the form asked for. */
export function writeExport(format: ExportFormat, input: ArticleExport): ExportedFile {
	return { text: WRITERS[format].write(input), ...fileOf(format, input.template) };
}
