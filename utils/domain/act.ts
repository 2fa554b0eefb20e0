/** What a reader did, as undo and redo speak of it. */
export type ActKind = 'create' | 'edit' | 'delete' | 'article-note';

/** One act of a reader on one annotation or on the article as a whole, taken back or done again. */
export interface ActReport {
	readonly kind: ActKind;
	readonly articleId: string;
	/** Absent of an act on the article as a whole. */
	readonly annotationId?: string;
}
