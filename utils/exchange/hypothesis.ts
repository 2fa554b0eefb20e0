import type { Annotation, Instant } from '../domain/annotation.ts';
import { type ArticleExport, exportedAnnotations } from './article-export.ts';
import { articleUrn, sourceAddress } from './source-address.ts';

/** Nobody's account: `.invalid` is reserved for that (RFC 2606). Their importer asks whose annotations to take. */
const USER = 'acct:en-marge@en-marge.invalid';

/**
 * An article's annotations in the form that the Hypothesis client exports and imports. Their positions and XPaths count in the
 * whole page, which we do not know: the quote with its context is given alone, and anchors there too. Colour and style
 * have no place in it.
 */
export function toHypothesis(input: ArticleExport): string {
	const file = { ...hypothesisFacts(input.exportedAt), annotations: hypothesisAnnotations(input) };
	return `${JSON.stringify(file, undefined, 2)}\n`;
}

/** What stands before the annotations. */
export function hypothesisFacts(exportedAt: Instant): Readonly<Record<string, string>> {
	return { export_date: offsetForm(exportedAt), export_userid: USER, client_version: 'En marge' };
}

/** Those of one article. */
export function hypothesisAnnotations(input: ArticleExport): object[] {
	const notes = exportedAnnotations(input).map((annotation) => hypothesisAnnotation(annotation, input));
	return [...(input.articleNote ? [pageNote(input.articleNote, input)] : []), ...notes];
}

function hypothesisAnnotation({ id, created, modified, note, tags, selectors }: Annotation, input: ArticleExport) {
	const { type, exact, prefix, suffix } = selectors.quote;
	const content = { id, created, modified, text: note, tags };
	return hypothesisRecord(content, { selector: [{ type, exact, prefix, suffix }] }, input);
}

/** The note on the article as a whole: what Hypothesis calls a page note is one whose target has no selector. */
function pageNote(note: string, input: ArticleExport) {
	const { exportedAt } = input;
	const id = `${articleUrn(input)}#article-note`;
	return hypothesisRecord({ id, created: exportedAt, modified: exportedAt, text: note, tags: [] }, {}, input);
}

interface HypothesisContent {
	readonly id: string;
	readonly created: Instant;
	readonly modified: Instant;
	readonly text: string;
	readonly tags: readonly string[];
}

function hypothesisRecord(content: HypothesisContent, target: object, input: ArticleExport) {
	const uri = sourceAddress(input);
	const { id, created, modified, text, tags } = content;
	return {
		id,
		created: offsetForm(created),
		updated: offsetForm(modified),
		user: USER,
		uri,
		text,
		tags,
		group: '__world__',
		// Only the one who imports them may read them until he says otherwise.
		permissions: { read: [USER], update: [USER], delete: [USER] },
		target: [{ source: uri, ...target }],
		document: { title: [input.article.title] },
		links: {},
		references: [],
		hidden: false,
		flagged: false,
	};
}

/** UTC as Hypothesis writes it. */
function offsetForm(instant: Instant): string {
	return instant.replace(/Z$/, '+00:00');
}
