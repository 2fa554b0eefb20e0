import type { ActKind } from '../domain/act.ts';
import type { Annotation, AnnotationContent, Instant } from '../domain/annotation.ts';
import type { Article, ArticleVersion } from '../domain/article.ts';
import type { ImportedFile, ImportSummary } from '../domain/import-record.ts';
import type { Selectors } from '../domain/selector.ts';

/** What an edit may change; absent members stay as they are. */
export type Changes = Partial<AnnotationContent & { readonly selectors: Selectors }>;

/** What an act changed: where an annotation is attached anew, also the version its selectors are made on. */
export type ChangedMembers = Changes & Partial<Pick<Annotation, 'version'>>;

/** An article as it lies in the database. */
export interface ArticleRow extends Article {
	/** The time the facts are true of: where two copies tell different facts, the later copy is believed. */
	readonly asOf: Instant;
	/** The greatest `modified` of its annotations, the trash included; absent where it never had one. */
	readonly annotated?: Instant;
	/** Set while the article as a whole is in the trash. The annotations that went with it have the same instant. */
	readonly deleted?: Instant;
}

/** An article as the rest of the project knows it. */
export function toArticle({ asOf, annotated, deleted, ...article }: ArticleRow): Article {
	return article;
}

/** A version as it lies in the database; its key is article and fingerprint. */
export type VersionRow = ArticleVersion;

/** An annotation as it lies in the database, the trash included. */
export type AnnotationRow = Annotation;

/** What an act on many annotations changed on one of them; `undefined` stands for a member it did not have. */
export interface Edit {
	readonly id: string;
	/** With the time of its last change, where taking the act back leads to that as well. */
	readonly before: EditedMembers & Partial<Pick<AnnotationRow, 'modified'>>;
	readonly after: EditedMembers;
}
/** What of an annotation an act on many may change. */
export const EDITED_MEMBERS = ['color', 'style', 'note', 'tags', 'selectors', 'version', 'deleted'] as const;
export type EditedMembers = {
	readonly [Name in (typeof EDITED_MEMBERS)[number]]?: AnnotationRow[Name] | undefined;
};

/**
 * One act in the undo journal. The acts of one article, in the order of `seq`, are first those that stand and then
 * those taken back (the redo branch). An edit holds the members it changed, before and after, and so do a merger and a
 * split of the annotation that stays; a creation and a deletion need none, since both are undone through the trash. Of a
 * note on the article they hold the `note`. An act on many things is one row for each article it touched, in a row.
 */
export interface ActRow {
	/** Given by the database, ascending. */
	readonly seq?: number;
	readonly articleId: string;
	/** Absent of an act on the article as a whole, and on many annotations. */
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
	/** Common to the rows of one act on many things. */
	readonly batch?: string;
	/** What an act on many annotations did to each. */
	readonly edits?: readonly Edit[];
	/** When the article itself was deleted, before and after an act that put it into the trash or took it out. */
	readonly articleDeleted?: { readonly before?: Instant; readonly after?: Instant };
	/** Of an act taken back: the how-manieth step back it was. The rows taken back in one step have the same. */
	readonly takenBack?: number;
	/** Of an act taken back: the newest act there was then. Once there is a newer one, the library does not redo this. */
	readonly newest?: number;
}

/** Something that the index of the library has not read yet. */
export interface PendingRow {
	/** `article:<id>` or `annotation:<id>`. */
	readonly key: string;
	/** Another one each time, so that what is touched while it is being read stays pending. */
	readonly mark: string;
}

/** An import as it lies in the database. */
export type ImportRow = Omit<ImportSummary, 'counts'>;

/** A file of an import as it lies in the database; its key is import and path. */
export type ImportedFileRow = ImportedFile;
