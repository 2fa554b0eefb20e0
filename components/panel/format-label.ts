import type { ExportFormat, ExportGroup } from '../../utils/domain/export-format.ts';
import type { MessageKey, Translate } from '../translation.ts';

/** What has a name of its own is called by it in every language. */
const NAMES: Readonly<Partial<Record<ExportFormat, string>>> = {
	markdown: 'Markdown',
	logseq: 'Logseq',
	hypothesis: 'Hypothesis',
	readwise: 'Readwise',
	anki: 'Anki',
	ris: 'RIS',
	biblatex: 'BibLaTeX',
	'csl-json': 'CSL-JSON',
};

const KEYS: Readonly<Partial<Record<ExportFormat, MessageKey>>> = {
	'plain-markdown': 'formatPlainMarkdown',
	text: 'formatText',
	html: 'formatHtml',
	template: 'formatTemplate',
	'web-annotation': 'formatWebAnnotation',
	csv: 'formatCsv',
};

/** An export format's name in the reader's language. */
export function formatLabel(translate: Translate, format: ExportFormat): string {
	const key = KEYS[format];
	return key === undefined ? (NAMES[format] ?? format) : translate(key);
}

/** What the formats of a group are for. */
export const GROUP_KEYS = {
	reading: 'exportReading',
	programs: 'exportPrograms',
	references: 'exportReferences',
} as const satisfies Readonly<Record<ExportGroup, MessageKey>>;
