import type { ArticleExport } from './article-export.ts';

/** The nil UUID: an export of nothing from nowhere. */
const NOWHERE = 'urn:uuid:00000000-0000-0000-0000-000000000000';

/** A name of the article that no other has, as an IRI; the same in every export of it. */
export function articleUrn({ annotations, article }: ArticleExport): string {
	const id = annotations[0]?.articleId;
	return id === undefined ? (article.url ?? NOWHERE) : `urn:uuid:${id}`;
}

/** Where the article is: its address, else its name. */
export function sourceAddress(input: ArticleExport): string {
	return input.article.url ?? articleUrn(input);
}
