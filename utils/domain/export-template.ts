/** What a template writes: it decides how what is put in is escaped. */
export const TEMPLATE_KINDS = ['markdown', 'text'] as const;
export type TemplateKind = (typeof TEMPLATE_KINDS)[number];

/** A reader's own form of export. */
export interface ExportTemplate {
	readonly kind: TemplateKind;
	readonly source: string;
}

/** In UTF-16 code units: far beyond what one writes by hand, and far below what storage holds. */
export const LONGEST_TEMPLATE = 20_000;

/** What a template can name of an article, and within `annotations` of each of them. Lists are gone through, item by item. */
export const TEMPLATE_NAMES = {
	article:
		'title column author site section published url archived language description citation exported count allTags articleNote annotations'.split(
			' ',
		),
	annotation: 'number quote quoteLines note color style state tags created modified link before after id'.split(' '),
	/** Those of them that hold several. */
	lists: ['annotations', 'allTags', 'tags', 'quoteLines'],
} as const;

/** Shows each thing that a template can do. */
export const EXAMPLE_TEMPLATE: ExportTemplate = {
	kind: 'markdown',
	source: `# {{title}}

{{author}} · {{published}} · [{{site}}]({{url}})

{{#articleNote}}
{{{articleNote}}}

{{/articleNote}}
{{#annotations}}
{{#quoteLines}}
> {{.}}
{{/quoteLines}}

{{color}}{{#tags}} #{{.}}{{/tags}} · [{{created}}]({{link}})

{{#note}}
{{{note}}}

{{/note}}
{{/annotations}}
{{^annotations}}
—
{{/annotations}}
`,
};

/** A mistake in a template, and where it is: a line counts from 1. */
export interface TemplateTrouble {
	readonly kind: 'unknown' | 'unclosed' | 'unopened' | 'unfinished' | 'forbidden' | 'too-long';
	readonly line: number;
	/** The name or tag that is meant, as it is written; empty where none is. */
	readonly name: string;
}

/** A template out of whatever was stored; undefined where that is none. */
export function readTemplate(stored: unknown): ExportTemplate | undefined {
	if (typeof stored !== 'object' || stored === null) return undefined;
	const { kind, source } = stored as Readonly<Record<string, unknown>>;
	const known = TEMPLATE_KINDS.find((each) => each === kind);
	if (known === undefined || typeof source !== 'string' || source.length > LONGEST_TEMPLATE) return undefined;
	return { kind: known, source };
}
