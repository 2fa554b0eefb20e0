import type { Article, ArticleVersion } from '../../../utils/domain/article.ts';
import type { ArticleExport } from '../../../utils/exchange/article-export.ts';
import { isArchiveAddress } from '../archive-origins.ts';

/**
 * What an export takes from the store beside the annotations.
 * @param versions those that annotations were made on
 */
export function storedParts(
	article: Article | undefined,
	latest: ArticleVersion | undefined,
	versions: readonly ArticleVersion[],
): Pick<ArticleExport, 'stored' | 'versions' | 'articleText' | 'articleHtml' | 'articleNote' | 'archivedAt'> {
	const archived = article?.addresses.find(isArchiveAddress);
	return {
		versions: new Map(versions.map((version) => [version.fingerprint, version])),
		...(latest && { articleText: latest.text }),
		...(latest?.html !== undefined && { articleHtml: latest.html }),
		...(article && { stored: article }),
		...(article?.note !== undefined && { articleNote: article.note }),
		...(archived !== undefined && { archivedAt: archived }),
	};
}
