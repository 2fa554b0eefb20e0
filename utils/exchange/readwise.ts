import type { Annotation } from '../domain/annotation.ts';
import { type ArticleExport, exportedAnnotations } from './article-export.ts';
import { csvRow } from './csv-row.ts';

/** Exactly these: https://readwise.io/import_bulk. Not quoted, as in their own example. */
export const READWISE_HEAD = 'Highlight,Title,Author,URL,Note,Location,Date\r\n';

/**
 * An article's annotations as the CSV that Readwise imports. The words stay exactly as they are, since Readwise tells what it
 * knows already by them: this file is to be handed on, not to be opened in a spreadsheet. Colour and style have no place
 * in it.
 */
export function toReadwise(input: ArticleExport): string {
	return READWISE_HEAD + readwiseRows(input);
}

/** The rows of one article. */
export function readwiseRows(input: ArticleExport): string {
	const { article } = input;
	const rows = exportedAnnotations(input).map((annotation) =>
		csvRow([
			annotation.selectors.quote.exact,
			article.title,
			article.byline ?? '',
			article.url ?? '',
			noteWithTags(annotation),
			String(annotation.selectors.position.start),
			annotation.created,
		]),
	);
	return rows.join('');
}

/** Words with a dot before them, at the beginning of a note, become tags there: not those of the note itself. */
function noteWithTags({ tags, note }: Annotation): string {
	const words = tags.map((tag) => `.${tag.replace(/^\.+/, '').replace(/\s+/g, '-')}`).join(' ');
	return [words, note].filter((part, index) => part !== '' || (index === 0 && note.startsWith('.'))).join('\n');
}
