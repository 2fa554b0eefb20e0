import type { ExportFormat } from '../../utils/domain/export-format.ts';
import type { MessageKey, Translate } from '../translation.ts';

/** What has a name of its own is called by it in every language. */
const NAMES: Readonly<Partial<Record<ExportFormat, string>>> = {
	markdown: 'Markdown',
	hypothesis: 'Hypothesis',
	readwise: 'Readwise',
	ris: 'RIS',
	biblatex: 'BibLaTeX',
	'csl-json': 'CSL-JSON',
};

const KEYS: Readonly<Partial<Record<ExportFormat, MessageKey>>> = {
	'plain-markdown': 'formatPlainMarkdown',
	text: 'formatText',
	html: 'formatHtml',
	'web-annotation': 'formatWebAnnotation',
	csv: 'formatCsv',
};

/** An export format's name in the reader's language. */
export function formatLabel(translate: Translate, format: ExportFormat): string {
	const key = KEYS[format];
	return key === undefined ? (NAMES[format] ?? format) : translate(key);
}
