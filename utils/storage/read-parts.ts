import type { ActRecord } from '../domain/check-act.ts';
import type { ArticleRecord, LibraryPart } from '../domain/library-part.ts';
import { answerOf } from './answer-of.ts';
import { formerIdKey } from './match-article.ts';
import type { ActRow, AnnotationRow, ArticleRow, VersionRow } from './rows.ts';

/** Behind every id. */
const END = '\uffff';

/** Articles by their ids: those behind `after` (the empty string for the first), up to `last`. */
export interface IdRange {
	readonly after: string;
	readonly last: string;
}

/** All ids there may be, cut where so many articles lie on each side now. */
export async function idRanges(database: IDBDatabase, articles: number): Promise<IdRange[]> {
	const ids = (await answerOf(database.transaction('articles').objectStore('articles').getAllKeys())) as string[];
	const ends = ids.filter((_, n) => (n + 1) % articles === 0 && n + 1 < ids.length);
	return [...ends, END].map((last, n) => ({ after: ends[n - 1] ?? '', last }));
}

/**
 * The articles of a range in the order of their ids, each with its versions, annotations and acts, read at one moment. Ranges
 * are what IndexedDB reads fastest.
 */
export async function readPartsIn(database: IDBDatabase, { after, last }: IdRange): Promise<LibraryPart[]> {
	const transaction = database.transaction(['articles', 'versions', 'annotations', 'acts']);
	const table = (name: string): IDBObjectStore => transaction.objectStore(name);
	const between = IDBKeyRange.bound(after, last, true);
	// A list is greater than any text: `[id, []]` stands behind all that begins with the id.
	const begunBetween = IDBKeyRange.bound([after, []], [last, []]);
	const [rows, versions, annotations, acts] = await Promise.all([
		answerOf<ArticleRow[]>(table('articles').getAll(between)),
		answerOf<VersionRow[]>(table('versions').getAll(begunBetween)),
		answerOf<AnnotationRow[]>(table('annotations').index('articleId').getAll(between)),
		answerOf<ActRow[]>(table('acts').index('[articleId+undone]').getAll(begunBetween)),
	]);
	const parts = new Map(rows.map((article) => [article.id, newPart(article)]));
	// Nothing of the reader's is left out for want of its article.
	for (const annotation of annotations)
		if (!parts.has(annotation.articleId)) parts.set(annotation.articleId, newPart(standIn(annotation)));
	for (const version of versions) parts.get(version.articleId)?.versions.push(version);
	for (const annotation of annotations) parts.get(annotation.articleId)?.annotations.push(annotation);
	for (const act of acts) parts.get(act.articleId)?.acts.push(act as ActRecord);
	return [...parts.values()];
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
