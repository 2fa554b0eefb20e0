/** What a reader did, as undo and redo speak of it. */
export type ActKind = 'create' | 'edit' | 'delete';

/** One act of a reader on one annotation, taken back or done again. */
export interface ActReport {
	readonly kind: ActKind;
	readonly articleId: string;
	readonly annotationId: string;
}
