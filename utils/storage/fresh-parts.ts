import type { LibraryPart } from '../domain/library-part.ts';
import { formerIdKey } from './match-article.ts';

/** Tells, of parts brought into a library that was empty before, those of which nothing can be known yet. */
export interface FreshParts {
	/** Whether neither the part's article nor any annotation of it shares a name with what was noted. Notes it. */
	take(part: LibraryPart): boolean;
	/** Under these names parts were written, too. */
	note(articleId: string, part: LibraryPart): void;
}

export function createFreshParts(): FreshParts {
	/** Keys of articles, their ids as keys. */
	const articles = new Set<string>();
	const annotations = new Set<string>();
	function note(articleId: string, part: LibraryPart): void {
		articles.add(formerIdKey(articleId));
		for (const key of part.article.keys) articles.add(key);
		for (const { id } of part.annotations) annotations.add(id);
	}
	return {
		take(part) {
			const { id, keys } = part.article;
			const isFresh =
				!articles.has(formerIdKey(id)) &&
				!keys.some((key) => articles.has(key)) &&
				!part.annotations.some((one) => annotations.has(one.id));
			note(id, part);
			return isFresh;
		},
		note,
	};
}
