/** What a reader did, as undo and redo speak of it. */
export type ActKind = 'create' | 'edit' | 'delete' | 'merge' | 'split' | 'article-note';

/**
 * One act of a reader, taken back or done again: on one annotation, on several of which this is the one that stays, or on
 * the article as a whole.
 */
export interface ActReport {
	readonly kind: ActKind;
	readonly articleId: string;
	/** Absent of an act on the article as a whole. */
	readonly annotationId?: string;
}
