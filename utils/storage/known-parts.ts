import { derivedId } from '../domain/derived-id.ts';
import type { LibraryPart } from '../domain/library-part.ts';
import { contradicts, formerIdKey, matchArticle } from './match-article.ts';
import type { ActRow, AnnotationRow, ArticleRow } from './rows.ts';
import type { Database } from './schema.ts';

/** A part that is to be brought in, its annotations under the ids they get, beside what the library knows of it. */
export interface ComparedPart {
	readonly part: LibraryPart;
	readonly articleId: string;
	/** Absent where the article is new. */
	readonly article?: ArticleRow;
	/** Of the annotations in the part, by id. */
	readonly annotations: ReadonlyMap<string, AnnotationRow>;
	/** Fingerprints. */
	readonly versions: ReadonlySet<string>;
	/** Of an article that is known. */
	readonly acts: readonly ActRow[];
}

/** A part of which the library can know nothing. */
export function asNew(part: LibraryPart): ComparedPart {
	return { part, articleId: part.article.id, annotations: new Map(), versions: new Set(), acts: [] };
}

/** Looks up what the library knows of parts. Part of a larger transaction. */
export async function lookUpParts(database: Database, parts: readonly LibraryPart[]): Promise<ComparedPart[]> {
	const articles = await findArticles(database, parts);
	const found = await byId(
		database,
		parts.flatMap(({ annotations }) => annotations.map(({ id }) => id)),
	);
	const known = await Promise.all(
		parts.map(async (part, index): Promise<ComparedPart> => {
			const { article, articleId } = articles[index]!;
			const [versions, acts] = article
				? await Promise.all([
						database.versions.bulkGet(part.versions.map(({ fingerprint }) => [articleId, fingerprint])),
						database.acts.where('[articleId+undone]').between([articleId, 0], [articleId, 2]).toArray(),
					])
				: [[], []];
			return {
				part: withFreeIds(part, articleId, found),
				articleId,
				...(article && { article }),
				annotations: found,
				versions: new Set(versions.flatMap((version) => version?.fingerprint ?? [])),
				acts,
			};
		}),
	);
	// Those that were given another id may be there under it.
	const given = known.flatMap(({ part }, index) =>
		part.annotations.filter(({ id }, n) => id !== parts[index]!.annotations[n]!.id).map(({ id }) => id),
	);
	for (const [id, row] of await byId(database, given)) found.set(id, row);
	return known;
}

/** An id that is another article's annotation's is not used: a file may say anything. The same is given each time. */
function withFreeIds(part: LibraryPart, articleId: string, found: ReadonlyMap<string, AnnotationRow>): LibraryPart {
	const isTaken = (id: string) => (found.get(id)?.articleId ?? articleId) !== articleId;
	if (!part.annotations.some(({ id }) => isTaken(id))) return part;
	const annotations = part.annotations.map((one) =>
		isTaken(one.id) ? { ...one, id: derivedId(one.id, articleId) } : one,
	);
	return { ...part, annotations };
}

async function byId(database: Database, ids: readonly string[]): Promise<Map<string, AnnotationRow>> {
	// An empty library is asked once, not once an annotation.
	if (ids.length === 0 || (await database.annotations.limit(1).primaryKeys()).length === 0) return new Map();
	const rows = await database.annotations.bulkGet([...ids]);
	return new Map(rows.flatMap((row) => (row ? [[row.id, row] as const] : [])));
}

/** The article of each part: by its keys, else by its id, unless that is plainly another one's. */
async function findArticles(
	database: Database,
	parts: readonly LibraryPart[],
): Promise<{ articleId: string; article?: ArticleRow }[]> {
	if ((await database.articles.limit(1).primaryKeys()).length === 0)
		return parts.map(({ article }) => ({ articleId: article.id }));
	const keys = parts.flatMap(({ article }) => [...article.keys, formerIdKey(article.id)]);
	const rows = await database.articles.where('keys').anyOf(keys).distinct().toArray();
	const byKey = new Map<string, ArticleRow[]>();
	for (const row of rows) for (const key of row.keys) byKey.set(key, [...(byKey.get(key) ?? []), row]);
	const same = await database.articles.bulkGet(parts.map(({ article }) => article.id));
	return parts.map(({ article: { id, keys } }, index) => {
		const candidates = [...new Set(keys.flatMap((key) => byKey.get(key) ?? []))];
		const named = [same[index], ...(byKey.get(formerIdKey(id)) ?? [])].find(
			(row) => row && !contradicts(row.keys, keys),
		);
		const article = matchArticle(candidates, keys)?.article ?? named;
		if (article) return { articleId: article.id, article };
		return { articleId: same[index] ? derivedId(id, ...keys) : id };
	});
}
