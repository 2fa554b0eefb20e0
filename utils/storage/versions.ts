import type { ArticleVersion, VersionCandidate } from '../domain/article.ts';
import type { Database } from './schema.ts';

/** Keeps a state of an article where its text is new, or the HTML of one that had none. */
export async function keepVersion(database: Database, articleId: string, version: VersionCandidate): Promise<void> {
	const known = await database.versions.get([articleId, version.fingerprint]);
	if (!known) await database.versions.add({ ...version, articleId });
	else if (known.html === undefined && version.html !== undefined)
		await database.versions.put({ ...known, html: version.html });
}

/** Gives the versions of one article to another. */
export async function moveVersions(database: Database, from: string, to: string): Promise<void> {
	const moved = await database.versions.where('articleId').equals(from).toArray();
	for (const { articleId, ...version } of moved) {
		await keepVersion(database, to, version);
		await database.versions.delete([articleId, version.fingerprint]);
	}
}

/** The states of an article, oldest first. */
export async function listVersions(database: Database, articleId: string): Promise<ArticleVersion[]> {
	const versions = await database.versions.where('articleId').equals(articleId).toArray();
	return versions.sort((a, b) => (a.captured < b.captured ? -1 : a.captured > b.captured ? 1 : 0));
}
