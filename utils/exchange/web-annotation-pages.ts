import type { ArticleStream, ManyFacts } from './many-articles.ts';
import { collectionHead, webAnnotationPage } from './web-annotation.ts';

/**
 * Many articles as one collection of the W3C Web Annotation Data Model: a graph of its pages, one for each article, and the
 * collection itself, last, when the number of its annotations is known. A page is written when its article is read.
 */
export async function* writePages(articles: ArticleStream, facts: ManyFacts): AsyncGenerator<string> {
	const { '@context': context, ...head } = collectionHead(facts.id, facts.label, facts.exportedAt);
	yield `{"@context":${JSON.stringify(context)},"@graph":[`;
	let total = 0;
	let first: unknown;
	let waiting: Record<string, unknown> | undefined;
	for await (const article of articles) {
		const { items, ...page } = webAnnotationPage(article);
		if (items.length === 0) continue;
		const next = { ...page, partOf: facts.id, startIndex: total, items };
		// A page names the one that follows, which is not known before that is read.
		if (waiting !== undefined) yield `\n${JSON.stringify({ ...waiting, next: page.id })},`;
		first ??= page.id;
		total += items.length;
		waiting = next;
	}
	if (waiting !== undefined) yield `\n${JSON.stringify(waiting)},`;
	const ends = waiting === undefined ? {} : { first, last: waiting.id };
	yield `\n${JSON.stringify({ ...head, total, ...ends })}\n]}\n`;
}
