import { type ArticleExport, exportedAnnotations, publishedDay } from './article-export.ts';
import { csvRow } from './csv-row.ts';
import { harmlessCell } from './harmless-cell.ts';
import { textFragmentUrl } from './text-fragment.ts';

/** Without it Excel reads UTF-8 as the code page of the country. */
const BYTE_ORDER_MARK = '\ufeff';

const COLUMNS = [
	...['Quote', 'Note', 'Tags', 'Color', 'Style', 'State', 'Created', 'Modified'],
	...['Title', 'Author', 'Published', 'Language', 'URL', 'Link', 'Id'],
];

export const CSV_HEAD = BYTE_ORDER_MARK + csvRow(COLUMNS);

/**
 * An article's annotations as a table for a spreadsheet, one a row, its columns always the same; a note on the article
 * itself is a row without a quote. No cell is taken for a
 * formula (see `harmlessCell`): an apostrophe may stand before a sign that the reader wrote alone. Tags are parted by
 * line breaks, which no tag has.
 */
export function toCsv(input: ArticleExport): string {
	return CSV_HEAD + csvRows(input);
}

/** The rows of one article. */
export function csvRows(input: ArticleExport): string {
	const { article, articleNote, articleText, outcomes } = input;
	const aboutArticle = [
		article.title,
		article.byline ?? '',
		publishedDay(article) ?? '',
		article.lang ?? '',
		article.url ?? '',
	];
	const onArticle = articleNote ? [['', articleNote, ...Array(6).fill(''), ...aboutArticle, '', '']] : [];
	const rows = exportedAnnotations(input).map((annotation) => [
		annotation.selectors.quote.exact,
		annotation.note,
		annotation.tags.join('\n'),
		annotation.color,
		annotation.style,
		outcomes?.get(annotation.id) ?? '',
		annotation.created,
		annotation.modified,
		...aboutArticle,
		textFragmentUrl(article.url ?? '', annotation.selectors.quote, article.lang, articleText),
		annotation.id,
	]);
	return [...onArticle, ...rows].map((row) => csvRow(row.map(harmlessCell))).join('');
}
