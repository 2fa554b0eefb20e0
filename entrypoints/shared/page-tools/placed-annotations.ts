import type { Span } from '../../../utils/anchoring/text-units.ts';
import type { Annotation } from '../../../utils/domain/annotation.ts';
import type { AnnotationsView } from '../page/annotations-view.ts';

/** An annotation whose passage stands in the page, and where: code units of the article text. */
export interface PlacedAnnotation extends Span {
	readonly annotation: Annotation;
}

/** Those that stand in the page, in its order; of two that begin together the shorter first. */
export function placedAnnotations(view: AnnotationsView): PlacedAnnotation[] {
	return view
		.inReadingOrder()
		.flatMap(({ annotation, outcome }) =>
			outcome === undefined || outcome.state === 'orphan'
				? []
				: [{ annotation, start: outcome.start, end: outcome.end }],
		)
		.sort((a, b) => a.start - b.start || a.end - b.end);
}
