import type { ActReport } from '../domain/act.ts';
import { type Annotation, compareByPosition, type Instant } from '../domain/annotation.ts';
import type { Article, ArticleCandidate, ArticleVersion, StoredArticle, VersionCandidate } from '../domain/article.ts';
import { checkAnnotationChanges, checkDraft, checkNote } from '../domain/check-annotation.ts';
import { checkArticleCandidate, checkKeys, checkTwinClue, checkVersionCandidate } from '../domain/check-article.ts';
import { checkId, checkIds, checkInstant } from '../domain/check-field.ts';
import { checkSelectors } from '../domain/check-selectors.ts';
import type { FaultCode } from '../domain/fault.ts';
import type { Purged } from '../domain/trash.ts';
import type { TwinClue } from '../domain/twin.ts';
import { type Creation, create, discard, edit, list, type Reattachment, reattach } from './annotations.ts';
import { joinedNote, withNote } from './article-note.ts';
import { writeArticleNote } from './article-note-act.ts';
import { findMatch, findRow, keep } from './articles.ts';
import { type Connection, createConnection } from './connection.ts';
import { step } from './journal.ts';
import { type Division, type Merger, merge, split } from './merge-and-split.ts';
import { observe } from './observe.ts';
import { purgeTrash } from './purge.ts';
import type { Changes } from './rows.ts';
import { toArticle } from './rows.ts';
import type { Database, DatabaseOptions } from './schema.ts';
import { listTags } from './tags.ts';
import { transactionsOn } from './transact.ts';
import { findTwin } from './twin.ts';
import { latestVersion, listVersions } from './versions.ts';

export type { Changes, Creation, Division, Merger, Reattachment };

/**
 * All that En marge stores. Every method rejects with a Fault and nothing else; every act is one transaction, wholly
 * there or wholly absent, and on the disk when its promise resolves.
 *
 * The promises are native ones, but a message listener must still be an async function around them: where the browser
 * has its own `browser`, a listener that returns anything but a native promise answers `undefined`.
 */
export interface Store {
	/**
	 * The article that has one of these identity keys, with its annotations in reading order, read at one moment; an address
	 * outweighs every other key. Nothing of one in the trash.
	 */
	openArticle(keys: readonly string[]): Promise<StoredArticle>;
	/** What is stored of an article's twin in the other Chinese script, in the twin's reading order. */
	openTwin(clue: TwinClue): Promise<StoredArticle>;
	getArticle(id: string): Promise<Article | undefined>;
	/** Whether the article lies in the trash. */
	isInTrash(articleId: string): Promise<boolean>;
	/** In reading order; `trashed` lists the trash instead. */
	listAnnotations(articleId: string, options?: { readonly trashed?: boolean }): Promise<Annotation[]>;
	/** Oldest first. */
	listVersions(articleId: string): Promise<ArticleVersion[]>;
	getVersion(articleId: string, fingerprint: string): Promise<ArticleVersion | undefined>;
	latestVersion(articleId: string): Promise<ArticleVersion | undefined>;
	/** Keeps what a copy tells of its article, and its state where the text is new. Twice is once. */
	keepArticle(candidate: ArticleCandidate, version: VersionCandidate | undefined, at: Instant): Promise<Article>;
	/** Keeps what the reader writes on an article as a whole, and the article with it. One act for what is typed in one go. */
	noteArticle(candidate: ArticleCandidate, note: string, at: Instant): Promise<Article>;
	/** The same id twice is the same annotation, and one act. */
	createAnnotation(creation: Creation): Promise<Annotation>;
	/** The later edit wins, member by member; an edit that changes nothing is no act, edits of one session in a row are one. */
	editAnnotation(id: string, changes: Changes, at: Instant, session?: string): Promise<Annotation>;
	/** Every tag in use, the most used first. */
	listTags(): Promise<readonly string[]>;
	/** One act, like any edit: see `reattach` in `annotations.ts`. */
	reattachAnnotation(reattachment: Reattachment): Promise<Annotation>;
	/** One act: see `merge` in `merge-and-split.ts`. The annotation that stays. */
	mergeAnnotations(merger: Merger): Promise<Annotation>;
	/** One act: see `split` there. The annotation of the first words. */
	splitAnnotation(division: Division): Promise<Annotation>;
	/** Into the trash; the annotation as it lies there. */
	deleteAnnotation(id: string, at: Instant): Promise<Annotation>;
	/** Takes back the last act on the article; nothing where there is none. */
	undo(articleId: string, at: Instant): Promise<ActReport | undefined>;
	/** Does again what was last taken back, unless something was done since. */
	redo(articleId: string, at: Instant): Promise<ActReport | undefined>;
	/** Removes for ever what has been in the trash for 30 days. */
	purgeTrash(now: Instant): Promise<Purged>;
	/** See `observe.ts`. */
	observe<T>(query: () => Promise<T>, next: (value: T) => void, failed: (fault: FaultCode) => void): () => void;
	close(): void;
}

/** The store; it is opened by the first method that needs it, so that a refusal reaches who asked. */
export function openStore(options: DatabaseOptions = {}): Store {
	return storeOn(createConnection(options));
}

/** The same on a connection that others use too; closing it is closing the connection. */
export function storeOn(connection: Connection): Store {
	const { read, write } = transactionsOn(connection);
	/** The id by which an article lies in the database now. */
	async function currentId(database: Database, id: string): Promise<string> {
		return (await findRow(database, id))?.id ?? id;
	}

	return {
		async openArticle(keys) {
			const checked = checkKeys(keys);
			return await read(async (database) => {
				const match = await findMatch(database, checked, 'standing');
				if (!match) return { annotations: [] };
				const ids = [match.article, ...match.others].map(({ id }) => id);
				const lists = await Promise.all(ids.map((id) => list(database, id, false)));
				const note = match.others.reduce((joined, other) => joinedNote(joined, other.note), match.article.note ?? '');
				return { article: toArticle(withNote(match.article, note)), annotations: lists.flat().sort(compareByPosition) };
			});
		},
		async openTwin(clue) {
			const checked = checkTwinClue(clue);
			return await read(async (database) => {
				const twin = await findTwin(database, checked);
				return twin
					? { article: toArticle(twin), annotations: await list(database, twin.id, false) }
					: { annotations: [] };
			});
		},
		async getArticle(id) {
			const row = await read((database) => findRow(database, id));
			return row && toArticle(row);
		},
		async isInTrash(articleId) {
			return (await read((database) => findRow(database, articleId)))?.deleted !== undefined;
		},
		async listAnnotations(articleId, { trashed = false } = {}) {
			return await read(async (database) => list(database, await currentId(database, articleId), trashed));
		},
		async listVersions(articleId) {
			return await read(async (database) => listVersions(database, await currentId(database, articleId)));
		},
		async getVersion(articleId, fingerprint) {
			return await read(async (database) => database.versions.get([await currentId(database, articleId), fingerprint]));
		},
		async latestVersion(articleId) {
			return await read(async (database) => latestVersion(database, await currentId(database, articleId)));
		},
		async keepArticle(candidate, version, at) {
			const article = checkArticleCandidate(candidate);
			const state = version === undefined ? undefined : checkVersionCandidate(version);
			const when = checkInstant(at);
			return toArticle(await write((database) => keep(database, article, state, when)));
		},
		async noteArticle(candidate, note, at) {
			const [article, written, when] = [checkArticleCandidate(candidate), checkNote(note), checkInstant(at)];
			return toArticle(await write((database) => writeArticleNote(database, article, written, when)));
		},
		async createAnnotation({ article, version, draft, id, at }) {
			const checked = {
				article: checkArticleCandidate(article),
				version: checkVersionCandidate(version),
				draft: checkDraft(draft),
				id: checkId(id),
				at: checkInstant(at),
			};
			return await write((database) => create(database, checked));
		},
		async editAnnotation(id, changes, at, session) {
			const [checked, when] = [checkAnnotationChanges(changes), checkInstant(at)];
			const sitting = session === undefined ? undefined : checkId(session);
			return await write((database) => edit(database, id, checked, when, sitting));
		},
		async listTags() {
			return await read(listTags);
		},
		async reattachAnnotation(reattachment) {
			const checked = checkReattachment(reattachment);
			return await write((database) => reattach(database, checked));
		},
		async mergeAnnotations(merger) {
			const checked = { ...checkReattachment(merger), others: checkIds(merger.others) };
			return await write((database) => merge(database, checked));
		},
		async splitAnnotation(division) {
			const { secondId, second } = division;
			const checked = { ...checkReattachment(division), secondId: checkId(secondId), second: checkSelectors(second) };
			return await write((database) => split(database, checked));
		},
		async deleteAnnotation(id, at) {
			const when = checkInstant(at);
			return await write((database) => discard(database, id, when));
		},
		async undo(articleId, at) {
			const [id, when] = [checkId(articleId), checkInstant(at)];
			return await write(async (database) => step(database, await currentId(database, id), 'undo', when));
		},
		async redo(articleId, at) {
			const [id, when] = [checkId(articleId), checkInstant(at)];
			return await write(async (database) => step(database, await currentId(database, id), 'redo', when));
		},
		async purgeTrash(now) {
			const when = checkInstant(now);
			return await write((database) => purgeTrash(database, when));
		},
		observe: (query, next, failed) => observe(connection, query, next, failed),
		close: () => connection.close(),
	};
}

function checkReattachment({ id, article, version, selectors, at }: Reattachment): Reattachment {
	return {
		id: checkId(id),
		article: checkArticleCandidate(article),
		version: checkVersionCandidate(version),
		selectors: checkSelectors(selectors),
		at: checkInstant(at),
	};
}
