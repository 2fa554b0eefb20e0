import type { Annotation } from '../../../utils/domain/annotation.ts';
import { type ChineseEdition, twinEditionOf } from '../../../utils/domain/twin.ts';
import type { AnnotationsView } from './annotations-view.ts';
import type { PageArticle } from './page-article.ts';
import type { StoredActs } from './stored-acts.ts';
import type { AnnotatedArticle } from './version-keeper.ts';

/** Which of the annotations shown are this article's, and which are its twin's in the other Chinese script. */
export interface TwinDisplay {
	/** The edition that an annotation shown here is from, where it is not this article's. */
	editionOf(annotation: Annotation): ChineseEdition | undefined;
	/** This article's, in reading order. */
	ownAnnotations(): Annotation[];
	/** The article as far as it is annotated; undefined where nothing of its own is stored. */
	annotated(): AnnotatedArticle | undefined;
}

export function createTwinDisplay(
	view: AnnotationsView,
	article: () => PageArticle,
	acts: () => StoredActs,
): TwinDisplay {
	function editionOf({ articleId }: Annotation): ChineseEdition | undefined {
		const { twinId } = acts();
		return twinId !== undefined && articleId === twinId ? twinEditionOf(article().facts.edition) : undefined;
	}

	function ownAnnotations(): Annotation[] {
		const all = view.inReadingOrder().map(({ annotation }) => annotation);
		return all.filter((annotation) => editionOf(annotation) === undefined);
	}

	return {
		editionOf,
		ownAnnotations,
		annotated() {
			const versions = new Set(ownAnnotations().map(({ version }) => version));
			const { articleId } = acts();
			return articleId === undefined || versions.size === 0 ? undefined : { articleId, versions };
		},
	};
}
