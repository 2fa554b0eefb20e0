import type { ArticleExport } from '../article-export.ts';
import { collectionHead, webAnnotationPage } from '../web-annotation.ts';
import type { ManyFacts, ManyJoiner, WrittenPage } from './many-file.ts';

/**
 * The annotations of an article as a page of a collection, without its end: what follows it, and how many annotations are before
 * it, is not known yet.
 */
export function writePage(
	input: ArticleExport,
	{ id }: ManyFacts,
): { readonly text: string; readonly page: WrittenPage } | undefined {
	const { items, ...page } = webAnnotationPage(input);
	if (items.length === 0) return undefined;
	const text = JSON.stringify({ ...page, partOf: id, items }).slice(0, -1);
	return { text, page: { id: page.id as string, annotations: items.length } };
}

/**
 * Many articles as one collection of the W3C Web Annotation Data Model: a graph of its pages, one for each article, and the
 * collection itself, last, when the number of its annotations is known.
 */
export function joinPages<Bytes>(facts: ManyFacts): ManyJoiner<Bytes> {
	const { '@context': context, ...head } = collectionHead(facts.id, facts.label, facts.exportedAt);
	const begin = `{"@context":${JSON.stringify(context)},"@graph":[`;
	let [total, first, last] = [0, '', ''];
	/** The end of the page before. */
	let before = begin;
	return {
		next({ bytes, page }) {
			if (page === undefined) throw new Error('an article among the pages that is none');
			// A page names the one that follows.
			const parts = [last === '' ? `${before}\n` : `${before},"next":${JSON.stringify(page.id)}},\n`, bytes];
			before = `,"startIndex":${total}`;
			total += page.annotations;
			last = page.id;
			first ||= last;
			return parts;
		},
		end() {
			const ends = last === '' ? {} : { first, last };
			return [`${before}${last === '' ? '' : '},'}\n${JSON.stringify({ ...head, total, ...ends })}\n]}\n`];
		},
	};
}
