import { isReadable } from '../../utils/domain/readable-annotation.ts';
import type { Snippet } from '../../utils/domain/search.ts';
import { countDays } from '../../utils/search/count-days.ts';
import { countFacets } from '../../utils/search/count-facets.ts';
import { findHits } from '../../utils/search/find-hits.ts';
import { idsOf } from '../../utils/search/library-index.ts';
import { makeSnippet } from '../../utils/search/make-snippet.ts';
import { parseQuery } from '../../utils/search/parse-query.ts';
import { rankHits } from '../../utils/search/rank-hits.ts';
import { IndexDamage } from '../../utils/storage/checked-table.ts';
import type { IndexReader } from '../../utils/storage/index-reader.ts';
import type { IndexStore } from '../../utils/storage/index-store.ts';
import { annotationFields, articleFields, type Field } from './make-documents.ts';
import { createIndexOpener, type OpenIndex } from './open-index.ts';
import type { Answer, Asked } from './protocol.ts';
import { searchFold } from './search-fold.ts';

/** What can be asked of the index without changing it. */
export type Answers = {
	readonly [Name in 'search' | 'snippets' | 'facets' | 'timeline' | 'state']: (
		of: Asked<Name>,
		isOvertaken?: () => boolean,
	) => Promise<Answer<Name>>;
};

/** Attempts on an index that another tab changes meanwhile. */
const ATTEMPTS = 3;

export function createAnswers(
	source: Pick<IndexReader, 'countPending' | 'readArticles' | 'readAnnotations'>,
	store: IndexStore,
): Answers {
	const open = createIndexOpener(store);

	/** Segments may be merged and removed while they are being read: then the others hold the same. */
	async function withIndex<T>(work: (index: OpenIndex) => Promise<T>): Promise<T> {
		for (let attempt = 1; ; attempt++) {
			const index = await open();
			try {
				return await work(index);
			} catch (error) {
				if (!(error instanceof IndexDamage) || attempt === ATTEMPTS) throw error;
				if ((await store.generation()) === index.generation) throw error;
			}
		}
	}

	async function fieldsOf(kind: 'article' | 'annotation', ids: readonly string[]): Promise<Map<string, Field[]>> {
		if (kind === 'annotation') {
			const annotations = (await source.readAnnotations(ids)).filter(isReadable);
			return new Map(annotations.map((annotation) => [annotation.id, annotationFields(annotation)]));
		}
		const articles = await source.readArticles(ids);
		return new Map(articles.map((indexed) => [indexed.article.id, articleFields(indexed)]));
	}

	return {
		async search({ query, kind, order, within }, isOvertaken = () => false) {
			return await withIndex(async (open) => {
				const index = open[kind];
				const read = parseQuery(query, searchFold, within);
				const hits = await findHits(index, read);
				if (isOvertaken()) return undefined;
				const ids = idsOf(index, rankHits(index, hits, order));
				const isExact = open.isBuilt && (await source.countPending()) === 0;
				return { total: hits.total, isExact, ids, problems: read.problems };
			});
		},
		async snippets({ ids, query, kind, within }) {
			const read = parseQuery(query, searchFold, within);
			if (!read.clauses.some((clause) => clause.kind === 'words' && !clause.not)) return [];
			const fields = await fieldsOf(kind, ids);
			const snippets: Snippet[] = [];
			for (const id of ids) {
				for (const field of fields.get(id) ?? []) {
					const snippet = makeSnippet(id, field, read, searchFold);
					if (snippet) snippets.push(snippet);
				}
			}
			return snippets;
		},
		async facets({ query, kind, within }) {
			return await withIndex(async (open) => {
				const index = open[kind];
				return countFacets(index, await findHits(index, parseQuery(query, searchFold, within)));
			});
		},
		async timeline({ query, kind, within, unit }) {
			return await withIndex(async (open) => {
				const index = open[kind];
				return countDays(index, await findHits(index, parseQuery(query, searchFold, within)), unit);
			});
		},
		async state() {
			const { segments, isBuilt, article, annotation } = await open();
			const bytes = segments.reduce((sum, { table }) => sum + table.bytes, 0);
			const nothing = { clauses: [], problems: [] };
			const [articles, annotations] = await Promise.all([article, annotation].map((index) => findHits(index, nothing)));
			return {
				articles: articles!.total,
				annotations: annotations!.total,
				pending: await source.countPending(),
				bytes,
				isRebuilding: !isBuilt,
			};
		},
	};
}
