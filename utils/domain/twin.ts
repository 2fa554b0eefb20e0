import type { ArticleFacts } from './article.ts';

/** The two Chinese editions: the same stories, in simplified (`cn`) and in traditional script (`tw`). */
export type ChineseEdition = 'cn' | 'tw';

/** What an article tells of its twin: the article that tells its story in the other Chinese script. */
export type TwinClue = Pick<ArticleFacts, 'url' | 'edition' | 'twin'>;

/** The edition of an article's twin; undefined for an article of any other edition, which has none. */
export function twinEditionOf(edition: string | undefined): ChineseEdition | undefined {
	return edition === 'cn' ? 'tw' : edition === 'tw' ? 'cn' : undefined;
}
