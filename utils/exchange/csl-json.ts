import type { ArticleExport } from './article-export.ts';
import { type Citation, citationOf } from './citation.ts';

/**
 * An article as an item of CSL-JSON (https://github.com/citation-style-language/schema), in a list of its own as programs
 * exchange it.
 */
export function toCslJson(input: ArticleExport): string {
	return `${JSON.stringify([cslItem(citationOf(input))], undefined, 2)}\n`;
}

/** The same as data. */
export function cslItem(citation: Citation): Readonly<Record<string, unknown>> {
	const fields: Readonly<Record<string, unknown>> = {
		id: citation.key,
		type: citation.site === undefined ? 'webpage' : 'article-newspaper',
		title: citation.title,
		author: citation.author === undefined ? undefined : [{ literal: citation.author }],
		'container-title': citation.site,
		publisher: citation.publisher,
		issued: dateParts(citation.published),
		accessed: dateParts(citation.accessed),
		URL: citation.url,
		archive: archiveName(citation.archivedAt),
		archive_location: citation.archivedAt,
		language: citation.lang,
		abstract: citation.description,
		keyword: citation.tags.length === 0 ? undefined : citation.tags.join(', '),
	};
	return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

/** The Wayback Machine is known by the name of who keeps it, any other archive by its host. */
function archiveName(address: string | undefined): string | undefined {
	const host = address && new URL(address).hostname;
	return host === 'web.archive.org' ? 'Internet Archive' : host;
}

function dateParts(day: string | undefined): { 'date-parts': number[][] } | undefined {
	return day === undefined ? undefined : { 'date-parts': [day.split('-').map(Number)] };
}
