import type { Annotation, Instant } from './annotation.ts';
import type { Article, ArticleVersion } from './article.ts';
import type { ActRecord } from './check-act.ts';

/** An article with all that is known of it beside its facts. */
export interface ArticleRecord extends Article {
	/** The time the facts are true of: where two copies tell different facts, the later copy is believed. */
	readonly asOf: Instant;
	/** When an annotation of it was last made or changed. */
	readonly annotated?: Instant;
	/** Set while in the trash. */
	readonly deleted?: Instant;
}

/** An article with what belongs to it, on its way into the library or out of it. */
export interface LibraryPart {
	readonly article: ArticleRecord;
	readonly versions: readonly ArticleVersion[];
	/** The trash included. */
	readonly annotations: readonly Annotation[];
	/** Its undo journal; only a backup has one. */
	readonly acts?: readonly ActRecord[];
}

/**
 * Stands for the version of an annotation that was brought in without the text it was made on. No text has it as its
 * fingerprint.
 */
export const NO_VERSION = '0'.repeat(64);
