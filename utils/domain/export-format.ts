/** The forms in which annotations leave the machine, by what they are for, in the order in which they are offered. */
export const EXPORT_GROUPS = {
	reading: ['markdown', 'plain-markdown', 'logseq', 'html', 'text', 'template'],
	programs: ['web-annotation', 'hypothesis', 'readwise', 'csv', 'anki'],
	references: ['ris', 'biblatex', 'csl-json'],
} as const;
export type ExportGroup = keyof typeof EXPORT_GROUPS;
export type ExportFormat = (typeof EXPORT_GROUPS)[ExportGroup][number];

export const EXPORT_FORMATS: readonly ExportFormat[] = Object.values(EXPORT_GROUPS).flat();

/** The formats that can hold the text of the article beside what is annotated in it. The web page always does. */
export const WITH_ARTICLE: ReadonlySet<ExportFormat> = new Set(['markdown', 'plain-markdown', 'logseq']);

/** What the reader says of an export besides its format. */
export interface ExportChoice {
	readonly format: ExportFormat;
	/** With the text of the article, the passages marked in it; counts for the formats that can. */
	readonly withArticle: boolean;
}
