import type { ActKind } from '../domain/act.ts';
import type { Annotation, AnnotationContent, Instant } from '../domain/annotation.ts';
import type { Article, ArticleVersion } from '../domain/article.ts';
import type { Selectors } from '../domain/selector.ts';

/** What an edit may change; absent members stay as they are. */
export type Changes = Partial<AnnotationContent & { readonly selectors: Selectors }>;

/** What an act changed: where an annotation is attached anew, also the version its selectors are made on. */
export type ChangedMembers = Changes & Partial<Pick<Annotation, 'version'>>;

/** An article as it lies in the database. */
export interface ArticleRow extends Article {
	/** The time the facts are true of: where two copies tell different facts, the later copy is believed. */
	readonly asOf: Instant;
}

/** A version as it lies in the database; its key is article and fingerprint. */
export type VersionRow = ArticleVersion;

/** An annotation as it lies in the database, the trash included. */
export type AnnotationRow = Annotation;

/**
 * One act in the undo journal. The acts of one article, in the order of `seq`, are first those that stand and then
 * those taken back (the redo branch). An edit holds the members it changed, before and after, and so do a merger and a
 * split of the annotation that stays; a creation and a deletion need none, since both are undone through the trash. Of a
 * note on the article they hold the `note`.
 */
export interface ActRow {
	/** Given by the database, ascending. */
	readonly seq?: number;
	readonly articleId: string;
	/** Absent of an act on the article as a whole. */
	readonly annotationId?: string;
	readonly kind: ActKind;
	readonly at: Instant;
	/** 1 while taken back. A number, because IndexedDB cannot index a boolean. */
	readonly undone: 0 | 1;
	readonly before?: ChangedMembers;
	readonly after?: ChangedMembers;
	/** The annotations that a merger put into the trash, or that a split created. */
	readonly others?: readonly string[];
	/** One sitting at one annotation's fields, in which what is typed is stored again and again. Never two acts in a row. */
	readonly session?: string;
}
