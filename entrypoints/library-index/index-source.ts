import type { Annotation, Instant } from '../../utils/domain/annotation.ts';
import type { Article } from '../../utils/domain/article.ts';

/** An article as the index reads it, with its annotations that are not in the trash. */
export interface IndexedArticle {
	readonly article: Article;
	/** When an annotation of it was last made or changed. */
	readonly annotated?: Instant;
	/** When the newest copy of it was taken. */
	readonly captured?: Instant;
	/** The latest text; empty where none is kept. */
	readonly text: string;
	/** Fingerprint of that text. */
	readonly version?: string;
	readonly annotations: readonly Annotation[];
}

/** What has changed since it was last read. */
export interface PendingMark {
	/** `article:<id>` or `annotation:<id>`. */
	readonly key: string;
	/** Another one each time it changes. */
	readonly mark: string;
}

/** What is stored, as the index asks for it. */
export interface IndexSource {
	/** At most `limit`. */
	pending(limit: number): Promise<readonly PendingMark[]>;
	countPending(): Promise<number>;
	/** Removes those marks that are still the same. */
	donePending(marks: readonly PendingMark[]): Promise<void>;
	/** At most `limit`, by id, from after this one; those in the trash may be among them. */
	articleIds(after: string, limit: number): Promise<readonly string[]>;
	/** The articles to which annotations belong; those that are no longer are left out. */
	articlesOf(annotationIds: readonly string[]): Promise<readonly string[]>;
	/** Articles that are gone, or in the trash, are left out. */
	readArticles(ids: readonly string[]): Promise<readonly IndexedArticle[]>;
	readAnnotations(ids: readonly string[]): Promise<readonly Annotation[]>;
	/** Those in the trash left out. */
	countArticles(): Promise<number>;
	versionText(articleId: string, fingerprint: string): Promise<string | undefined>;
}
