import type { ArticleText } from '../../../utils/anchoring/article-text.ts';
import type { PassagesInView } from '../../../utils/messaging/in-view-port.ts';
import type { AnnotationsView } from './annotations-view.ts';
import { firstBelow, visibleSpan } from './visible-span.ts';

const MOST_IN_VIEW = 50;

/** The annotations that stand in the window, those nearest to where one reads first: a third down, where `revealPassage` leads to. */
export function passagesInView(
	window: Window,
	text: ArticleText,
	view: Pick<AnnotationsView, 'inReadingOrder'>,
): PassagesInView {
	const { start, end } = visibleSpan(window, text);
	const read = firstBelow(window.innerHeight / 3, text);
	return view
		.inReadingOrder()
		.flatMap(({ annotation: { id }, outcome }) =>
			outcome && outcome.state !== 'orphan' && outcome.start < end && outcome.end > start
				? [{ id, away: Math.abs(outcome.start - read) }]
				: [],
		)
		.sort((a, b) => a.away - b.away)
		.slice(0, MOST_IN_VIEW)
		.map(({ id }) => id);
}
