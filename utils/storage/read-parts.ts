import type { ActRecord } from '../domain/check-act.ts';
import type { ArticleRecord, LibraryPart } from '../domain/library-part.ts';
import { formerIdKey } from './match-article.ts';
import type { AnnotationRow } from './rows.ts';
import type { Database } from './schema.ts';

/** Behind every id. */
const END = '\uffff';

/** Some articles with all that belongs to them. */
export interface PartsPage {
	readonly parts: readonly LibraryPart[];
	/** Where the next page begins; undefined where there is none. */
	readonly next: string | undefined;
}

/**
 * So many articles behind the one of this id (the empty string for the first), in the order of their ids, each with its
 * versions, annotations and acts, read at one moment. Ranges of ids are what IndexedDB reads fastest.
 */
export async function readPartsAfter(database: Database, after: string, limit: number): Promise<PartsPage> {
	const rows = await database.articles.where(':id').above(after).limit(limit).toArray();
	const next = rows.length === limit ? rows.at(-1)!.id : undefined;
	const last = next ?? END;
	const [versions, annotations, acts] = await Promise.all([
		database.versions.where('articleId').between(after, last, false, true).toArray(),
		database.annotations.where('articleId').between(after, last, false, true).toArray(),
		database.acts.where('[articleId+undone]').between([after, 2], [last, 2]).toArray(),
	]);
	const parts = new Map(rows.map((article) => [article.id, newPart(article)]));
	// Nothing of the reader's is left out for want of its article.
	for (const annotation of annotations)
		if (!parts.has(annotation.articleId)) parts.set(annotation.articleId, newPart(standIn(annotation)));
	for (const version of versions) parts.get(version.articleId)?.versions.push(version);
	for (const annotation of annotations) parts.get(annotation.articleId)?.annotations.push(annotation);
	for (const act of acts) parts.get(act.articleId)?.acts.push(act as ActRecord);
	return { parts: [...parts.values()], next };
}

function newPart(article: ArticleRecord) {
	const part: { [Name in 'versions' | 'annotations']: LibraryPart[Name][number][] } & { acts: ActRecord[] } = {
		versions: [],
		annotations: [],
		acts: [],
	};
	return { article, ...part };
}

/** An article made of what an annotation knows of it. */
function standIn({ articleId, selectors, created }: AnnotationRow): ArticleRecord {
	const title = selectors.quote.exact.slice(0, 100);
	return {
		id: articleId,
		title,
		dir: 'ltr',
		keys: [formerIdKey(articleId)],
		addresses: [],
		added: created,
		asOf: created,
	};
}
