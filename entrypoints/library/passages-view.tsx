import { PassageEntry } from '../../components/library/passage-entry.tsx';
import type { Passage } from '../../utils/domain/library.ts';
import { readable } from '../../utils/domain/readable-annotation.ts';
import { readerAddress } from '../shared/reader/reader-address.ts';
import { copyPassageQuote } from './copy-passage-quote.ts';
import type { ListKind } from './list-kind.ts';
import { ListView } from './list-view.tsx';
import type { ViewContext } from './view-context.ts';

export const PASSAGES: ListKind<Passage> = {
	list: 'passages',
	search: 'annotation',
	name: 'viewPassages',
	empty: 'passagesEmpty',
	counted: 'annotations',
	trashed: 'trashedAnnotations',
	listIds: (store, order, options) => store.listAnnotationIds(order as 'created', options),
	read: async (store, ids) =>
		(await store.getPassages(ids)).map(({ annotation, article }) => [
			annotation.id,
			{ annotation: readable(annotation), article },
		]),
	dateOf: ({ annotation }, order) => annotation[order as 'created'],
	undated: () => 'groupUndated',
	addressOf: ({ annotation }) => readerAddress(annotation.articleId, annotation.id),
	annotationIds: async (_, ids) => ids,
	async exported(store, ids) {
		const byArticle = new Map<string, string[]>();
		for (const { annotation } of await store.getPassages(ids)) {
			const { id, articleId } = annotation;
			byArticle.set(articleId, [...(byArticle.get(articleId) ?? []), id]);
		}
		return [...byArticle].map(([articleId, annotationIds]) => ({ articleId, annotationIds }));
	},
	trash: (store, ids, at) => store.deleteAnnotations(ids, at),
	trashedCount: ({ annotations }) => annotations,
	entry: (passage, props, { hit, store, told }) => (
		<PassageEntry
			key={passage.annotation.id}
			{...props}
			hit={hit}
			listed={{ ...passage, href: readerAddress(passage.annotation.articleId, passage.annotation.id) }}
			copy={() => void copyPassageQuote(store, passage).then((isCopied) => told(isCopied ? 'copied' : 'notCopied'))}
		/>
	),
};

/** Every annotated passage, across articles. */
export function PassagesView(context: ViewContext) {
	return <ListView kind={PASSAGES} context={context} />;
}
