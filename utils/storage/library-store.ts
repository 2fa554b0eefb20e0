import type { LibraryActReport } from '../domain/act.ts';
import type { Instant } from '../domain/annotation.ts';
import { checkArticleCandidate, checkVersionCandidate } from '../domain/check-article.ts';
import { checkId, checkInstant } from '../domain/check-field.ts';
import { checkImportedFiles, checkImportFile, checkManyChange, checkManyIds } from '../domain/check-library.ts';
import type { CopyToKeep, ImportedFile, ImportFacts, ImportSummary, KeptCopy } from '../domain/import-record.ts';
import type { IntegrityProgress, IntegrityReport } from '../domain/integrity.ts';
import type {
	AnnotationOrder,
	ArticleOrder,
	ArticleSummary,
	LibraryCounts,
	ManyChange,
	Passage,
} from '../domain/library.ts';
import type { Purged, TrashEntry } from '../domain/trash.ts';
import { type ArticleBundle, readBundles } from './article-bundles.ts';
import { changeMany } from './change-many.ts';
import { createConnection } from './connection.ts';
import { findFlaws, toReport } from './find-flaws.ts';
import {
	forgetImport,
	keepArticles,
	listImportedFiles,
	listImports,
	noteImport,
	recordImport,
	startImport,
} from './import-ledger.ts';
import { stepLast } from './library-steps.ts';
import { annotationIdsOf, countLibrary, type ListOptions, listAnnotationIds, listArticleIds } from './list-ids.ts';
import { emptyTrash } from './purge.ts';
import { repair } from './repair.ts';
import type { DatabaseOptions } from './schema.ts';
import { type Store, storeOn } from './store.ts';
import { getPassages, getSummaries } from './summaries.ts';
import { transactionsOn } from './transact.ts';
import { type Chosen, deleteAnnotations, deleteArticles, listTrash, restore } from './trash.ts';

export type { ArticleBundle, Chosen };

/**
 * What only the library needs of the store: it looks at all articles together, and acts on many. Acts answer what they
 * were about, and `undefined` where they changed nothing.
 */
export interface LibraryStore extends Store {
	/** The newest first; articles without such a date at the end. The trash is left out. */
	listArticleIds(order: ArticleOrder | 'added', options?: ListOptions): Promise<string[]>;
	listAnnotationIds(order: AnnotationOrder, options?: ListOptions): Promise<string[]>;
	/** Of these articles, in their order; the trash is left out. */
	annotationIdsOf(articleIds: readonly string[]): Promise<string[]>;
	countLibrary(): Promise<LibraryCounts>;
	/** In the order of the ids; those that are not there are left out. */
	getSummaries(articleIds: readonly string[]): Promise<ArticleSummary[]>;
	getPassages(annotationIds: readonly string[]): Promise<Passage[]>;
	/** See `readBundles` in `article-bundles.ts`. */
	readBundles(articleIds: readonly string[]): Promise<ArticleBundle[]>;
	/** Into the trash, one act; an article takes its annotations with it. */
	deleteArticles(ids: readonly string[], at: Instant): Promise<LibraryActReport | undefined>;
	deleteAnnotations(ids: readonly string[], at: Instant): Promise<LibraryActReport | undefined>;
	changeMany(ids: readonly string[], change: ManyChange, at: Instant): Promise<LibraryActReport | undefined>;
	/** What was deleted last first. */
	listTrash(): Promise<TrashEntry[]>;
	/** One act: see `restore` in `trash.ts`. */
	restore(chosen: Partial<Chosen>, at: Instant): Promise<LibraryActReport | undefined>;
	/** For ever; nothing takes it back. */
	emptyTrash(): Promise<Purged>;
	/**
	 * Takes back the newest act in the whole library, wherever it was made; the rows of one act on many things together. With
	 * `batch` only if it is that one.
	 */
	undoLast(at: Instant, batch?: string): Promise<LibraryActReport | undefined>;
	/** Does again what was last taken back, unless something was done since. */
	redoLast(at: Instant): Promise<LibraryActReport | undefined>;
	/** Keeps copies of articles, all in one transaction with what is written down of their files. */
	keepArticles(copies: readonly CopyToKeep[], at: Instant): Promise<KeptCopy[]>;
	/** The same id again is the same import, gone on with. */
	startImport(id: string, at: Instant): Promise<void>;
	/** Writes down what became of files of which no article is kept. */
	recordImport(files: readonly ImportedFile[]): Promise<void>;
	noteImport(id: string, facts: ImportFacts): Promise<void>;
	/** The last first. */
	listImports(): Promise<ImportSummary[]>;
	listImportedFiles(importId: string): Promise<ImportedFile[]>;
	/** The articles that it brought stay. */
	forgetImport(id: string): Promise<void>;
	/** Looks for what does not fit together. It reads everything; `progress` is told how far it is. */
	checkIntegrity(progress?: IntegrityProgress): Promise<IntegrityReport>;
	/** Puts right what can be, in one transaction, and tells what is left. */
	repair(): Promise<IntegrityReport>;
}

export function openLibraryStore(options: DatabaseOptions = {}): LibraryStore {
	const connection = createConnection(options);
	const { read, write } = transactionsOn(connection);
	return {
		...storeOn(connection),
		listArticleIds: async (order, options) => await read((database) => listArticleIds(database, order, options)),
		listAnnotationIds: async (order, options) => await read((database) => listAnnotationIds(database, order, options)),
		async annotationIdsOf(articleIds) {
			const ids = checkManyIds(articleIds);
			return await read((database) => annotationIdsOf(database, ids));
		},
		countLibrary: async () => await read(countLibrary),
		async getSummaries(articleIds) {
			const ids = checkManyIds(articleIds);
			return await read((database) => getSummaries(database, ids));
		},
		async getPassages(annotationIds) {
			const ids = checkManyIds(annotationIds);
			return await read((database) => getPassages(database, ids));
		},
		async readBundles(articleIds) {
			const ids = checkManyIds(articleIds);
			return await connection.run((database) => readBundles(database.backendDB(), ids));
		},
		async deleteArticles(ids, at) {
			const [checked, when] = [checkManyIds(ids), checkInstant(at)];
			return await write((database) => deleteArticles(database, checked, when));
		},
		async deleteAnnotations(ids, at) {
			const [checked, when] = [checkManyIds(ids), checkInstant(at)];
			return await write((database) => deleteAnnotations(database, checked, when));
		},
		async changeMany(ids, change, at) {
			const [checked, wish, when] = [checkManyIds(ids), checkManyChange(change), checkInstant(at)];
			return await write((database) => changeMany(database, checked, wish, when));
		},
		listTrash: async () => await read(listTrash),
		async restore({ articles = [], annotations = [] }, at) {
			const checked = { articles: checkManyIds(articles), annotations: checkManyIds(annotations) };
			const when = checkInstant(at);
			return await write((database) => restore(database, checked, when));
		},
		emptyTrash: async () => await write(emptyTrash),
		async undoLast(at, batch) {
			const [when, meant] = [checkInstant(at), batch === undefined ? undefined : checkId(batch)];
			return await write((database) => stepLast(database, 'undo', when, meant));
		},
		async redoLast(at) {
			const when = checkInstant(at);
			return await write((database) => stepLast(database, 'redo', when));
		},
		async keepArticles(copies, at) {
			const when = checkInstant(at);
			const checked = copies.map(
				({ article, version, file }): CopyToKeep => ({
					article: checkArticleCandidate(article),
					version: version && checkVersionCandidate(version),
					...(file && { file: checkImportFile(file) }),
				}),
			);
			return await write((database) => keepArticles(database, checked, when));
		},
		async startImport(id, at) {
			const [checked, when] = [checkId(id), checkInstant(at)];
			await write((database) => startImport(database, checked, when));
		},
		async recordImport(files) {
			const checked = checkImportedFiles(files);
			await write((database) => recordImport(database, checked));
		},
		noteImport: async (id, facts) => await write((database) => noteImport(database, id, facts)),
		listImports: async () => await read(listImports),
		listImportedFiles: async (importId) => await read((database) => listImportedFiles(database, importId)),
		forgetImport: async (id) => await write((database) => forgetImport(database, id)),
		checkIntegrity: async (progress) => toReport(await read((database) => findFlaws(database, progress))),
		repair: async () => await write(repair),
	};
}
