import { twinEditionOf } from '../domain/twin.ts';
import { innermost, parseUrl } from './address.ts';
import { editionAt } from './editions.ts';

/**
 * The normalised address of an article's twin in the other Chinese script, as RFI's pages name it in their head; the
 * two have different slugs. The language menu names home pages in the same way: those are passed over.
 * @param address where the copy is open: a web archive makes links relative to its own host
 */
export function readTwin(document: Document, address: string, edition: string | undefined): string | undefined {
	const other = twinEditionOf(edition);
	const lang = editionAt(other)?.lang.toLowerCase();
	if (other === undefined || lang === undefined) return undefined;
	for (const link of document.querySelectorAll('link[rel~="alternate"][hreflang]')) {
		if (link.getAttribute('hreflang')?.toLowerCase() !== lang) continue;
		const href = link.getAttribute('href') ?? '';
		const twin = innermost(href.startsWith('/') ? `${parseUrl(address)?.origin}${href}` : href);
		if (twin?.edition === other && twin.kind !== 'listing') return twin.url;
	}
	return undefined;
}
