import type { Annotation } from '../domain/annotation.ts';
import {
	type ArticleExport,
	detailsOf,
	ENGLISH_WORDS,
	exportedAnnotations,
	oneLine,
	publishedDay,
} from './article-export.ts';
import { escapeHtml } from './html-escape.ts';
import { type MarkedPassage, markedHtml } from './marked-html.ts';
import { readPieceRuns } from './piece-runs.ts';
import { placeAnnotation } from './place-annotation.ts';
import { STAND_ALONE_STYLE, STAND_ALONE_STYLE_HASH } from './stand-alone-style.ts';
import { type HtmlPiece, readStoredHtml } from './stored-html.ts';
import { textFragmentUrl } from './text-fragment.ts';
import { webAnnotationCollection } from './web-annotation.ts';

/** Nothing runs, nothing is fetched, nothing is sent. */
const POLICY = [
	"default-src 'none'",
	`style-src 'sha256-${STAND_ALONE_STYLE_HASH}'`,
	'img-src data:',
	"base-uri 'none'",
	"form-action 'none'",
].join('; ');

interface Numbered {
	readonly annotation: Annotation;
	readonly number: number;
	/** Where it stands in the article shown; absent where its words are not found there. */
	readonly place: { readonly start: number; readonly end: number } | undefined;
}

/**
 * An article as one page that is read and printed anywhere, without En marge, script or network: the newest version kept
 * with the passages marked in place, and below all annotations in reading order. Where its HTML is not kept it is shown
 * as paragraphs, where nothing is kept the quotes stand alone. The same annotations are held inside as Web Annotations,
 * in a `script` element that no browser runs.
 */
export function toStandAloneHtml(input: ArticleExport): string {
	const { article, words = ENGLISH_WORDS } = input;
	const pieces = piecesOf(input);
	const { text, runs } = readPieceRuns(pieces);
	const numbered = exportedAnnotations(input).map((annotation, index) => ({
		annotation,
		number: index + 1,
		place: placeAnnotation(text, annotation),
	}));
	const body = markedHtml(pieces, runs, passagesOf(numbered), words.picture);
	const title = oneLine(article.title);
	const lang = article.lang === undefined ? '' : ` lang="${escapeHtml(article.lang)}"`;
	return [
		'<!DOCTYPE html>',
		`<html${lang} dir="${article.dir === 'rtl' ? 'rtl' : 'ltr'}">`,
		'<head>',
		'<meta charset="utf-8">',
		`<meta http-equiv="Content-Security-Policy" content="${escapeHtml(POLICY)}">`,
		'<meta name="viewport" content="width=device-width">',
		'<meta name="referrer" content="no-referrer">',
		'<meta name="generator" content="En marge">',
		`<title>${escapeHtml(title)}</title>`,
		`<style>${STAND_ALONE_STYLE}</style>`,
		`<script type="application/ld+json">${scriptSafe(JSON.stringify(webAnnotationCollection(input, { withTexts: true })))}</script>`,
		'</head>',
		'<body>',
		`<article>${body}</article>`,
		facts(input),
		...(input.articleNote ? [noteBlock(input.articleNote)] : []),
		'<section class="annotations">',
		`<h2>${escapeHtml(words.annotations)}</h2>`,
		'<ol>',
		...numbered.map((each) => listed(each, input)),
		'</ol>',
		'</section>',
		'</body>',
		'</html>',
		'',
	].join('\n');
}

/** The article as it is kept; its title alone where it is not. */
function piecesOf({ article, articleHtml, articleText }: ArticleExport): HtmlPiece[] {
	if (articleHtml !== undefined) return readStoredHtml(articleHtml);
	const lines = (articleText ?? oneLine(article.title)).split('\n');
	return lines.flatMap((text, index): HtmlPiece[] => {
		const tag = index === 0 ? 'h1' : 'p';
		return [
			{ kind: 'start', tag, attributes: [] },
			{ kind: 'text', text },
			{ kind: 'end', tag },
		];
	});
}

function passagesOf(numbered: readonly Numbered[]): MarkedPassage[] {
	return numbered
		.flatMap(({ annotation: { color, style, note, tags }, number, place }) =>
			place === undefined
				? []
				: [{ ...place, classes: `${color} ${style}`, ...((note !== '' || tags.length > 0) && { number }) }],
		)
		.sort((a, b) => a.start - b.start);
}

function facts({ article }: ArticleExport): string {
	const known = [article.byline, article.section, publishedDay(article)].filter((fact) => fact !== undefined);
	const url = article.url;
	const address =
		url !== undefined && /^https?:/i.test(url)
			? [`<a rel="noreferrer" href="${escapeHtml(url)}">${escapeHtml(url)}</a>`]
			: [];
	return `<p class="facts">${[...known.map((fact) => escapeHtml(oneLine(fact))), ...address].join(' · ')}</p>`;
}

function listed({ annotation, number, place }: Numbered, input: ArticleExport): string {
	const { article, articleText, citation, words = ENGLISH_WORDS } = input;
	const { color, note, tags, selectors } = annotation;
	const link = textFragmentUrl(article.url ?? '', selectors.quote, article.lang, articleText);
	const hasReference = place !== undefined && (note !== '' || tags.length > 0);
	const details = [
		...detailsOf(annotation, input).map(escapeHtml),
		...tags.map((tag) => escapeHtml(`#${tag}`)),
		...(link === '' ? [] : [`<a rel="noreferrer" href="${escapeHtml(link)}">${escapeHtml(words.passage)}</a>`]),
		...(hasReference ? [`<a href="#passage-${number}">↑</a>`] : []),
	];
	return [
		`<li id="note-${number}" class="${color}">`,
		`<blockquote>${escapeHtml(selectors.quote.exact)}</blockquote>`,
		citation === undefined ? '' : `<div class="details">— ${citation.html}</div>`,
		note === '' ? '' : noteBlock(note),
		`<div class="details">${details.join(' · ')}</div>`,
		'</li>',
	].join('');
}

/** A line break right behind the start tag is lost only in `pre`: here none is. */
function noteBlock(note: string): string {
	return `<div class="note" dir="auto">${escapeHtml(note)}</div>`;
}

/** JSON that cannot end the `script` element it stands in, nor open a comment there. */
function scriptSafe(json: string): string {
	return json.replace(/[<>&\u2028\u2029]/g, (character) => {
		return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
	});
}
