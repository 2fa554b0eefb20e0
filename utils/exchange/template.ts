import Mustache from 'mustache';
import type { Annotation } from '../domain/annotation.ts';
import { EXAMPLE_TEMPLATE, type TemplateKind } from '../domain/export-template.ts';
import {
	type ArticleExport,
	ENGLISH_WORDS,
	exportedAnnotations,
	oneLine,
	publishedDay,
	tagsOf,
} from './article-export.ts';
import { calendarDay } from './calendar-day.ts';
import { escapeDestination, escapeLine, escapeParagraphs } from './markdown-escape.ts';
import { textFragmentUrl } from './text-fragment.ts';

/** Nothing but what is put into it: no member that every object has can be named. */
type View = { readonly [name: string]: string | readonly string[] | readonly View[] };

/**
 * An article by the reader's own template, in the language of Mustache (https://mustache.github.io/mustache.5.html) without
 * partials and other delimiters. What is put in with two braces is escaped as the template's kind wants it, with three it stands
 * as it is. The template has been found without mistakes (see `checkTemplate`); else this throws.
 */
export function writeTemplate(input: ArticleExport): string {
	const { kind, source } = input.template ?? EXAMPLE_TEMPLATE;
	const addresses = new Set<string>();
	const known = articleView(input, (address) => {
		addresses.add(address);
		return address;
	});
	const asText = (value: unknown): string => escaped(String(value), kind, addresses);
	return new Mustache.Writer().render(source, known, undefined, { escape: asText }).toWellFormed();
}

function escaped(value: string, kind: TemplateKind, addresses: ReadonlySet<string>): string {
	if (kind === 'text') return value;
	if (addresses.has(value)) return escapeDestination(value);
	return value.includes('\n') ? escapeParagraphs(value).join('\n\n') : escapeLine(value);
}

function articleView(input: ArticleExport, address: (url: string) => string): View {
	const { article, archivedAt, citation, articleNote, timeZone = 'UTC' } = input;
	const annotations = exportedAnnotations(input);
	return view({
		title: oneLine(article.title),
		column: article.column,
		author: article.byline,
		site: article.edition === undefined ? '' : 'RFI',
		section: article.section,
		published: publishedDay(article),
		url: article.url && address(article.url),
		archived: archivedAt && address(archivedAt),
		language: article.lang,
		description: article.description,
		citation: citation?.text,
		exported: calendarDay(input.exportedAt, timeZone),
		count: String(annotations.length),
		allTags: list(tagsOf(annotations)),
		articleNote,
		annotations: list(annotations.map((annotation, index) => annotationView(annotation, index + 1, input, address))),
	});
}

function annotationView(
	annotation: Annotation,
	number: number,
	{ article, articleText, outcomes, timeZone = 'UTC', words = ENGLISH_WORDS }: ArticleExport,
	address: (url: string) => string,
): View {
	const { quote } = annotation.selectors;
	const state = outcomes?.get(annotation.id) ?? 'anchored';
	return view({
		number: String(number),
		quote: quote.exact,
		quoteLines: list(quote.exact.split('\n')),
		note: annotation.note,
		color: words.colors[annotation.color],
		style: annotation.style === 'solid' ? '' : words.styles[annotation.style],
		state: state === 'anchored' ? '' : words.states[state],
		tags: list(annotation.tags),
		created: calendarDay(annotation.created, timeZone),
		modified: calendarDay(annotation.modified, timeZone),
		link: address(textFragmentUrl(article.url ?? '', quote, article.lang, articleText)),
		before: quote.prefix,
		after: quote.suffix,
		id: annotation.id,
	});
}

/** What is not known is empty, so that a section of it is left out. */
function view(members: Readonly<Record<string, View[string] | undefined>>): View {
	const known = Object.entries(members).map(([name, value]): [string, View[string]] => [name, value ?? '']);
	return Object.assign(Object.create(null), Object.fromEntries(known)) as View;
}

function list<Item>(items: readonly Item[]): readonly Item[] {
	return Object.setPrototypeOf([...items], null) as readonly Item[];
}
