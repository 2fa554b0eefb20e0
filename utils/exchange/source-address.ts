import type { ArticleExport } from './article-export.ts';

/** The nil UUID: an export of nothing from nowhere. */
const NOWHERE = 'urn:uuid:00000000-0000-0000-0000-000000000000';

/** A name of the article that no other has, as an IRI; the same in every export of it. */
export function articleUrn({ annotations, article, stored }: ArticleExport): string {
	const id = stored?.id ?? storedId(annotations);
	return id === undefined ? (article.url ?? NOWHERE) : `urn:uuid:${id}`;
}

/** Where the article is: its address, else its name. */
export function sourceAddress(input: ArticleExport): string {
	return input.article.url ?? articleUrn(input);
}

/** The article's id; undefined where none of the annotations has reached the store yet. */
export function storedId(annotations: ArticleExport['annotations']): string | undefined {
	return annotations.find(({ articleId }) => articleId !== '')?.articleId;
}
