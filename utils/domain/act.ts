/** What a reader did, as undo and redo speak of it. */
export const ACT_KINDS = ['create', 'edit', 'delete', 'restore', 'merge', 'split', 'article-note', 'import'] as const;
export type ActKind = (typeof ACT_KINDS)[number];

/**
 * One act of a reader, taken back or done again: on one annotation, on several of which this is the one that stays, or on
 * the article as a whole.
 */
export interface ActReport {
	readonly kind: ActKind;
	readonly articleId: string;
	/** Absent of an act on the article as a whole, or on many annotations at once. */
	readonly annotationId?: string;
}

/** What an act in the library was about, done, taken back or done again. */
export interface LibraryActReport {
	readonly kind: ActKind;
	/** Of every article that was touched: pages that show one look again. */
	readonly articleIds: readonly string[];
	/** How many articles went into the trash or came out of it as a whole, or had their note changed. */
	readonly articles: number;
	/** How many annotations were changed, those that went with their article included. */
	readonly annotations: number;
	/** Of an act on many things: by which it can be asked to be the one that is taken back. */
	readonly batch?: string;
}
