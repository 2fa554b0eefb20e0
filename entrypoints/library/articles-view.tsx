import { ArticleEntry } from '../../components/library/article-entry.tsx';
import type { ArticleSummary } from '../../utils/domain/library.ts';
import { readerAddress } from '../shared/reader/reader-address.ts';
import type { ListKind } from './list-kind.ts';
import { ListView } from './list-view.tsx';
import type { ViewContext } from './view-context.ts';

export const ARTICLES: ListKind<ArticleSummary> = {
	list: 'articles',
	search: 'article',
	name: 'viewArticles',
	empty: 'libraryEmpty',
	counted: 'articles',
	trashed: 'trashedArticles',
	listIds: (store, order, options) => store.listArticleIds(order as 'annotated', options),
	read: async (store, ids) => (await store.getSummaries(ids)).map((summary) => [summary.article.id, summary]),
	dateOf: ({ article, lastAnnotated, captured }, order) =>
		({ published: article.published, captured, annotated: lastAnnotated })[order as 'annotated'],
	undated: (order) => (order === 'annotated' ? 'groupNotAnnotated' : 'groupUndated'),
	addressOf: ({ article }) => readerAddress(article.id),
	annotationIds: (store, ids) => store.annotationIdsOf(ids),
	exported: async (_, ids) => ids.map((articleId) => ({ articleId })),
	trash: (store, ids, at) => store.deleteArticles(ids, at),
	trashedCount: ({ articles }) => articles,
	entry: (summary, props, { hit, editionName }) => (
		<ArticleEntry
			key={summary.article.id}
			{...props}
			hit={hit}
			listed={{
				...summary,
				edition: summary.article.edition && editionName(summary.article.edition),
				href: readerAddress(summary.article.id),
			}}
		/>
	),
};

/** Every article that is kept. */
export function ArticlesView(context: ViewContext) {
	return <ListView kind={ARTICLES} context={context} />;
}
