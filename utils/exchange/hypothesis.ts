import type { Annotation, Instant } from '../domain/annotation.ts';
import { type ArticleExport, exportedAnnotations } from './article-export.ts';
import { sourceAddress } from './source-address.ts';

/** Nobody's account: `.invalid` is reserved for that (RFC 2606). Their importer asks whose annotations to take. */
const USER = 'acct:en-marge@en-marge.invalid';

/**
 * An article's annotations in the form that the Hypothesis client exports and imports. Their positions and XPaths count in the
 * whole page, which we do not know: the quote with its context is given alone, and anchors there too. Colour and style
 * have no place in it.
 */
export function toHypothesis(input: ArticleExport): string {
	const file = {
		export_date: offsetForm(input.exportedAt),
		export_userid: USER,
		client_version: 'En marge',
		annotations: exportedAnnotations(input).map((annotation) => hypothesisAnnotation(annotation, input)),
	};
	return `${JSON.stringify(file, undefined, 2)}\n`;
}

function hypothesisAnnotation({ id, created, modified, note, tags, selectors }: Annotation, input: ArticleExport) {
	const uri = sourceAddress(input);
	const { type, exact, prefix, suffix } = selectors.quote;
	return {
		id,
		created: offsetForm(created),
		updated: offsetForm(modified),
		user: USER,
		uri,
		text: note,
		tags,
		group: '__world__',
		// Only the one who imports them may read them until he says otherwise.
		permissions: { read: [USER], update: [USER], delete: [USER] },
		target: [{ source: uri, selector: [{ type, exact, prefix, suffix }] }],
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
