import type { Annotation } from '../domain/annotation.ts';
import { type ArticleExport, exportedAnnotations, oneLine, type Place, publishedDay } from './article-export.ts';
import { escapeHtml } from './html-escape.ts';
import { placeAnnotation } from './place-annotation.ts';
import { textFragmentUrl } from './text-fragment.ts';

/** Read by Anki 2.1.54 and later (https://docs.ankiweb.net/importing/text-files.html#file-headers). */
export const ANKI_HEAD = [
	'#separator:Tab',
	'#html:true',
	'#notetype:Basic',
	'#deck:RFI',
	'#columns:Front\tBack\tTags',
	'#tags column:3',
	'',
].join('\n');

/** An article's annotations as cards that Anki imports. */
export function toAnki(input: ArticleExport): string {
	return ANKI_HEAD + ankiRows(input);
}

/**
 * One card a line: in front the sentence with the annotated words in bold, or the words alone where their sentence is not
 * known; behind it the note, where they are from, and a link to them. No ids of notes are made up: Anki knows a card by its front.
 */
export function ankiRows(input: ArticleExport): string {
	return (
		exportedAnnotations(input)
			.map((annotation) => [front(annotation, input), back(annotation, input), tags(annotation)].join('\t'))
			// A line that begins with it is a comment.
			.map((row) => `${row.replace(/^#/, '&#35;')}\n`)
			.join('')
	);
}

function front(annotation: Annotation, { articleText, article, sentencesIn }: ArticleExport): string {
	const { exact } = annotation.selectors.quote;
	const place = articleText === undefined ? undefined : placeAnnotation(articleText, annotation);
	if (articleText === undefined || place === undefined || sentencesIn === undefined) return field(exact);
	const around: Place = sentencesIn(articleText, article.lang)(place);
	if (around.start >= place.start && around.end <= place.end) return field(exact);
	const [before, words, after] = [
		articleText.slice(around.start, place.start),
		articleText.slice(place.start, place.end),
		articleText.slice(place.end, around.end),
	];
	return `${field(before)}<b>${field(words)}</b>${field(after)}`;
}

function back(annotation: Annotation, { article, articleText, citation }: ArticleExport): string {
	const { quote } = annotation.selectors;
	const link = textFragmentUrl(article.url ?? '', quote, article.lang, articleText);
	const source = [article.title, article.byline, publishedDay(article)].filter((fact) => fact !== undefined);
	const cited = citation === undefined ? escapeHtml(source.map(oneLine).join(', ')) : oneLine(citation.html);
	const lines = [
		...(annotation.note === '' ? [] : [field(annotation.note)]),
		link === '' ? cited : `${cited} <a href="${escapeHtml(link)}">↗</a>`,
	];
	return lines.join('<br><br>');
}

/** Text as a field of HTML that needs no quotes: no tab, line break or quotation mark stands in it. */
function field(text: string): string {
	return text
		.replaceAll('\t', ' ')
		.split(/\r\n?|\n/)
		.map(escapeHtml)
		.join('<br>');
}

/** Parted by spaces there, and no HTML. */
function tags(annotation: Annotation): string {
	return annotation.tags.map((tag) => oneLine(tag).replace(/["\s]+/g, '_')).join(' ');
}
