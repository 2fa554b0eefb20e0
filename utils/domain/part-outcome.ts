import type { Article } from './article.ts';

/** What bringing in an article with what belongs to it does, or would do. */
export interface PartOutcome {
	readonly article: Pick<Article, 'id' | 'title' | 'lang' | 'dir' | 'url'>;
	readonly isNew: boolean;
	/** Annotations that the library had not. */
	readonly added: number;
	/** Those that are there already, just so. */
	readonly same: number;
	/** Conflicts: the file's is the newer one and stands from now on; the library's can be had back by undoing. */
	readonly updated: number;
	/** Conflicts: the library's is the newer one and stays; the file's can be had by undoing. */
	readonly kept: number;
	/** States of the text that the library had not. */
	readonly versions: number;
	/** Whether a note on the article as a whole comes with it. */
	readonly note: boolean;
}

/** Whether anything would be written. */
export function changesAnything({ isNew, added, updated, kept, versions, note }: PartOutcome): boolean {
	return isNew || note || added + updated + kept + versions > 0;
}
