import type { Instant } from '../domain/annotation.ts';
import type { ArticleCandidate, VersionCandidate } from '../domain/article.ts';
import { actOnMany } from './act-on-many.ts';
import { joinNoteActs } from './join-note-acts.ts';
import { type ArticleMatch, formerIdKey, matchArticle } from './match-article.ts';
import { mergeArticles, mergeCandidate, newArticle } from './merge-article.ts';
import { markAnnotationsOf, markArticles } from './pending.ts';
import { putArticle, putArticles } from './put-rows.ts';
import type { ArticleRow } from './rows.ts';
import { isSameData } from './same-data.ts';
import type { Database } from './schema.ts';
import { keepVersion, moveVersions, thinVersions } from './versions.ts';

/** The article of this id, also where it has been taken into another article since. */
export async function findRow(database: Database, id: string): Promise<ArticleRow | undefined> {
	return (await database.articles.get(id)) ?? (await database.articles.where('keys').equals(formerIdKey(id)).first());
}

export async function findMatch(
	database: Database,
	keys: readonly string[],
	among: 'all' | 'standing' = 'all',
): Promise<ArticleMatch<ArticleRow> | undefined> {
	const rows = await database.articles.where('keys').anyOf(keys).distinct().toArray();
	return matchArticle(among === 'all' ? rows : rows.filter(({ deleted }) => deleted === undefined), keys);
}

/** Gives one article what belongs to another that turned out to be the same. Part of a larger transaction. */
async function absorb(database: Database, into: ArticleRow, other: ArticleRow): Promise<ArticleRow> {
	const merged = mergeArticles(into, other);
	const row = { ...merged, keys: [...merged.keys, formerIdKey(other.id)] };
	await moveVersions(database, other.id, into.id);
	const moved = await database.annotations.where('articleId').equals(other.id).toArray();
	await database.annotations.bulkPut(moved.map((row) => ({ ...row, articleId: into.id })));
	await joinTrash(database, row, into, other);
	await joinNoteActs(database, into, other);
	// What was taken back on either copy stays taken back: the two journals have no common order of redoing.
	for (const id of [into.id, other.id]) await database.acts.where('[articleId+undone]').equals([id, 1]).delete();
	await database.acts.where('[articleId+undone]').equals([other.id, 0]).modify({ articleId: into.id });
	await database.articles.delete(other.id);
	await putArticle(database, row);
	// Whichever text is the latest now, the annotations of both are looked for in it.
	await markArticles(database, [other.id]);
	await markAnnotationsOf(database, into.id);
	return row;
}

/**
 * Two articles of which one or both lay in the trash. What went with either goes on lying there with the one they are now; where
 * that one stands, no act takes it to the trash again by being done again: its other annotations did not go.
 */
async function joinTrash(database: Database, row: ArticleRow, into: ArticleRow, other: ArticleRow): Promise<void> {
	if (row.deleted !== undefined) {
		const companions = [into.deleted, other.deleted];
		await database.annotations
			.where('articleId')
			.equals(into.id)
			.filter(({ deleted }) => deleted !== undefined && companions.includes(deleted))
			.modify({ deleted: row.deleted });
	} else if (into.deleted !== undefined || other.deleted !== undefined) {
		await database.acts
			.where('[articleId+undone]')
			.anyOf([into.id, 0], [other.id, 0])
			.modify((act) => {
				delete (act as { articleDeleted?: unknown }).articleDeleted;
			});
	}
}

/** Joins the articles that a copy's keys show to be one. Part of a larger transaction. */
export async function join(database: Database, match: ArticleMatch<ArticleRow>): Promise<ArticleRow> {
	let row = match.article;
	for (const other of match.others) row = await absorb(database, row, other);
	return row;
}

/** The time that what a copy tells is true of. */
function timeOfFacts(candidate: ArticleCandidate, version: VersionCandidate | undefined, at: Instant): Instant {
	return candidate.facts.captured ?? version?.captured ?? at;
}

/** A copy of an article that shares no key with any that is kept. */
export interface NewCopy {
	readonly id: string;
	readonly article: ArticleCandidate;
	readonly version: VersionCandidate | undefined;
}

/** Keeps articles that are known to be new, many in one go. Part of a larger transaction. */
export async function addArticles(database: Database, copies: readonly NewCopy[], at: Instant): Promise<void> {
	await putArticles(
		database,
		copies.map(({ id, article, version }) => newArticle(id, article, timeOfFacts(article, version, at), at)),
	);
	await database.versions.bulkAdd(
		copies.flatMap(({ id, version }) => (version === undefined ? [] : [{ ...version, articleId: id }])),
	);
}

/**
 * Keeps what a copy tells of its article, and the state it shows where its text is new. Keeping the same twice is
 * keeping it once, and writes nothing the second time. Part of a larger transaction.
 */
export async function keep(
	database: Database,
	candidate: ArticleCandidate,
	version: VersionCandidate | undefined,
	at: Instant,
): Promise<ArticleRow> {
	const asOf = timeOfFacts(candidate, version, at);
	const match = await findMatch(database, candidate.keys);
	const known = match && (await join(database, match));
	const row = known ? mergeCandidate(known, candidate, asOf) : newArticle(crypto.randomUUID(), candidate, asOf, at);
	// A later time alone is not worth a write on every visit.
	if (!known || !isSameData({ ...row, asOf: known.asOf }, known)) await putArticle(database, row, known);
	if (version && (await keepVersion(database, row.id, version))) {
		await thinVersions(database, row.id, version.fingerprint);
		await markArticles(database, [row.id]);
		await markAnnotationsOf(database, row.id);
	}
	return row;
}

/** The same before an act of the reader on the article. Where it lies in the trash it is brought back, which is an act too. */
export async function keepForAct(
	database: Database,
	candidate: ArticleCandidate,
	version: VersionCandidate | undefined,
	at: Instant,
): Promise<ArticleRow> {
	const row = await keep(database, candidate, version, at);
	if (row.deleted === undefined) return row;
	await actOnMany(database, 'restore', { alterations: [], removals: [{ row, deleted: undefined }] }, at);
	const { deleted, ...standing } = row;
	return standing;
}
