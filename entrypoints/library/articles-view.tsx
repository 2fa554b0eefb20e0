import { useEffect, useState } from 'preact/hooks';
import { ArticleList, type LibraryEntry } from '../../components/library/article-list.tsx';
import type { ViewContext } from './view-context.ts';

/** Joins the list of articles with the store. */
export function ArticlesView({ store, fail }: ViewContext) {
	const [entries, setEntries] = useState<readonly LibraryEntry[]>();
	useEffect(
		() =>
			store.observe(
				async () => await store.getSummaries(await store.listArticleIds('annotated')),
				(articles) => {
					setEntries(articles);
					fail(undefined);
				},
				fail,
			),
		[],
	);
	return entries && <ArticleList entries={entries} />;
}
