/** The forms in which an article's annotations leave the machine, in the order in which they are offered. */
export const EXPORT_FORMATS = [
	'markdown',
	'plain-markdown',
	'text',
	'html',
	'web-annotation',
	'hypothesis',
	'readwise',
	'csv',
	'ris',
	'biblatex',
	'csl-json',
] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];
