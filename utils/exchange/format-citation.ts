import CSL, { type CslNode } from 'citeproc';
import type { ArticleExport, FormattedCitation } from './article-export.ts';
import { citationOf } from './citation.ts';
import { cslItem } from './csl-json.ts';
import { escapeHtml, unescapeHtml } from './html-escape.ts';

/** An element of a style or a locale in short: its name, attributes and children. */
export interface ShortNode {
	readonly n: string;
	readonly a?: Readonly<Record<string, string>>;
	readonly c?: readonly (ShortNode | string)[];
}

export interface CitationData {
	/** A style of the Citation Style Language. */
	readonly style: ShortNode;
	/** Its words by language, as `fr-FR`; `en-US` is there. */
	readonly locales: Readonly<Record<string, ShortNode>>;
	/** The language in which references are written, one of these. */
	readonly lang: string;
	/** What is said for the author where none is known; titles stand first where absent. */
	readonly body?: ((lang: string | undefined) => string) | undefined;
}

/** Writes references of articles in one style. */
export type CitationFormatter = (input: ArticleExport) => FormattedCitation;

/** Stands for `<` in titles and names, which the processor would take for the beginning of a tag. */
const LESS_THAN = '\ufdd2';
/**
 * Stands within words that every object of JavaScript has from birth: the processor keeps what it has seen in plain
 * objects, and would take the byline `toString` for one seen before.
 */
const WITHIN = '\ufdd3';
const BORN_WITH = new RegExp(Object.getOwnPropertyNames(Object.prototype).join('|'), 'g');

export function createCitationFormatter({ style, locales, lang, body }: CitationData): CitationFormatter {
	let item: Readonly<Record<string, unknown>> = {};
	const engine = new CSL.Engine(
		{
			retrieveLocale: (tag) => expanded(locales[tag] ?? locales['en-US']!),
			retrieveItem: () => item,
		},
		expanded(style),
		lang,
		true,
	);
	return (input) => {
		item = itemOf(input, body);
		// The processor keeps what it has seen by its id: each article is another.
		engine.updateItems([]);
		engine.updateItems([item.id as string]);
		const bibliography = engine.makeBibliography();
		const entry = bibliography === false ? '' : (bibliography[1][0] ?? '');
		return withArchive(readEntry(entry), input.archivedAt);
	};
}

/** As a page of a site: what a broadcaster publishes is in no newspaper's edition. */
function itemOf(input: ArticleExport, body: CitationData['body']): Readonly<Record<string, unknown>> {
	const { author, ...citation } = citationOf(input);
	// What a list of sources has no room for, though some styles print it.
	const {
		publisher: _,
		archive: __,
		archive_location: ___,
		abstract: ____,
		keyword: _____,
		...item
	} = cslItem(citation);
	const named = author ?? (citation.site === undefined ? undefined : body?.(citation.lang));
	return {
		...item,
		type: 'webpage',
		title: marked(citation.title),
		...(named !== undefined && { author: [{ literal: marked(named) }] }),
	};
}

function marked(text: string): string {
	return text
		.replace(/[\ufdd2\ufdd3]/g, '\ufffd')
		.replaceAll('<', LESS_THAN)
		.replace(BORN_WITH, (word) => `${word[0]}${WITHIN}${word.slice(1)}`);
}

/** An entry without its number, as text and as HTML that has nothing but italics and the like. */
function readEntry(entry: string): FormattedCitation {
	const parts = entry.replace(/<div class="csl-left-margin">.*?<\/div>/s, '').split(/(<[^>]*>)/);
	const words = (part: string): string => unescapeHtml(part).replaceAll(LESS_THAN, '<').replaceAll(WITHIN, '');
	const html = parts.map((part, index) => {
		if (index % 2 === 0) return escapeHtml(words(part));
		return /^<\/?(?:i|b|sup|sub)>$/.test(part) ? part : '';
	});
	const text = parts.map((part, index) => (index % 2 === 0 ? words(part) : ''));
	return { text: text.join('').replace(/\s+/g, ' ').trim(), html: html.join('').replace(/\s+/g, ' ').trim() };
}

/** No style has a place of its own for the copy in an archive: it stands last, in brackets. */
function withArchive({ text, html }: FormattedCitation, archivedAt: string | undefined): FormattedCitation {
	if (archivedAt === undefined || text === '') return { text, html };
	return { text: `${text} [${archivedAt}]`, html: `${html} [${escapeHtml(archivedAt)}]` };
}

function expanded({ n, a = {}, c = [] }: ShortNode): CslNode {
	const children = c.map((child) => (typeof child === 'string' ? child : expanded(child)));
	// A term without words is an empty one, not one that is missing. The processor writes into the attributes.
	return { name: n, attrs: { ...a }, children: children.length === 0 && n === 'term' ? [''] : children };
}
