import type { Instant } from './annotation.ts';
import type { ArticleCandidate, VersionCandidate } from './article.ts';

/**
 * What became of an article that was brought in: `newer` and `older` are another text of one that is kept, captured after
 * all of its texts or not. One that came out of the trash is `added`.
 */
export const KEPT_OUTCOMES = ['added', 'known', 'newer', 'older'] as const;
export type KeptOutcome = (typeof KEPT_OUTCOMES)[number];

/** What became of a file: kept in one of these ways, no article, not readable, or not stored (and worth another try). */
export const IMPORT_OUTCOMES = [...KEPT_OUTCOMES, 'not-article', 'unreadable', 'failed'] as const;
export type ImportOutcome = (typeof IMPORT_OUTCOMES)[number];

/** A file of an import, as it lay there: a file of the same path, size and time is the same file. */
export interface ImportFile {
	readonly importId: string;
	/** Within the chosen folder, or the name of a single file. */
	readonly path: string;
	/** Bytes. */
	readonly size: number;
	/** Milliseconds since 1970. */
	readonly modified: number;
}

/** What is written down of a file. */
export interface ImportedFile extends ImportFile {
	readonly outcome: ImportOutcome;
	/** Of one that is kept. */
	readonly articleId?: string;
	/** Of one that is not: a code that the interface has words for. */
	readonly reason?: string;
}

/** An import, as the report of it is headed. */
export interface ImportSummary {
	readonly id: string;
	/** Of the folder that was chosen, or of the first file. */
	readonly name?: string;
	readonly started: Instant;
	/** Absent while it is under way or was broken off. */
	readonly ended?: Instant;
	/** How many files there are, once that is known. */
	readonly total?: number;
	/** How many more were left out by their name alone; they are not recorded. */
	readonly passedOver?: number;
	readonly counts: Readonly<Record<ImportOutcome, number>>;
}

/** What is noted of an import as a whole, once it is known. */
export type ImportFacts = Partial<Pick<ImportSummary, 'name' | 'total' | 'passedOver' | 'ended'>>;

/** A copy of an article to be kept, and the file it was read from, which is written down with it. */
export interface CopyToKeep {
	readonly article: ArticleCandidate;
	readonly version: VersionCandidate | undefined;
	readonly file?: ImportFile;
}

export interface KeptCopy {
	readonly id: string;
	readonly outcome: KeptOutcome;
}
