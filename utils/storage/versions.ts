import type { ArticleVersion, VersionCandidate } from '../domain/article.ts';
import type { ActRow } from './rows.ts';
import type { Database } from './schema.ts';

/**
 * Versions of one article that are kept without an annotation made on them: a page that says something else on every
 * visit must not fill the disk.
 */
export const MOST_BARE_VERSIONS = 100;

/** Keeps a state of an article where its text is new, or the HTML of one that had none. True where the text is new. */
export async function keepVersion(database: Database, articleId: string, version: VersionCandidate): Promise<boolean> {
	const known = await database.versions.get([articleId, version.fingerprint]);
	if (!known) await database.versions.add({ ...version, articleId });
	else if (known.html === undefined && version.html !== undefined)
		await database.versions.put({ ...known, html: version.html });
	return known === undefined;
}

/**
 * Lets go of the oldest versions that no annotation was made on, where there are more than `MOST_BARE_VERSIONS`. An
 * annotation in the trash counts, and a version that undoing or redoing an act leads to. Part of a larger transaction.
 * @param latest the version just kept: it stays, an annotation may be about to be made on it
 */
export async function thinVersions(database: Database, articleId: string, latest: string): Promise<void> {
	const ofArticle = database.versions.where('articleId').equals(articleId);
	if ((await ofArticle.count()) <= MOST_BARE_VERSIONS) return;
	const annotations = await database.annotations.where('articleId').equals(articleId).toArray();
	const acts = await database.acts.where('[articleId+undone]').anyOf([articleId, 0], [articleId, 1]).toArray();
	const needed = new Set([latest, ...annotations.map(({ version }) => version), ...acts.flatMap(versionsNamed)]);
	const bare = (await listVersions(database, articleId)).filter(({ fingerprint }) => !needed.has(fingerprint));
	// The one just kept counts as bare: it may remain so.
	const surplus = bare.slice(0, Math.max(0, bare.length + 1 - MOST_BARE_VERSIONS));
	await database.versions.bulkDelete(surplus.map(({ fingerprint }) => [articleId, fingerprint]));
}

function versionsNamed({ before, after, edits = [] }: ActRow): string[] {
	return [before, after, ...edits.flatMap((edit) => [edit.before, edit.after])].flatMap((members) =>
		members !== undefined && 'version' in members && typeof members.version === 'string' ? [members.version] : [],
	);
}

/** Gives the versions of one article to another. */
export async function moveVersions(database: Database, from: string, to: string): Promise<void> {
	const moved = await database.versions.where('articleId').equals(from).toArray();
	for (const { articleId, ...version } of moved) {
		await keepVersion(database, to, version);
		await database.versions.delete([articleId, version.fingerprint]);
	}
}

/** The state of an article that was read last. */
export async function latestVersion(database: Database, articleId: string): Promise<ArticleVersion | undefined> {
	return await database.versions.where('[articleId+captured]').between([articleId, ''], [articleId, '\uffff']).last();
}

/** The states of an article, oldest first. */
export async function listVersions(database: Database, articleId: string): Promise<ArticleVersion[]> {
	const versions = await database.versions.where('articleId').equals(articleId).toArray();
	return versions.sort((a, b) => (a.captured < b.captured ? -1 : a.captured > b.captured ? 1 : 0));
}
