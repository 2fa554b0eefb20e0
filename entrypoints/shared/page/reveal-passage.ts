import type { ArticleText } from '../../../utils/anchoring/article-text.ts';
import type { Painter } from '../../../utils/painting/painter.ts';
import { passageOf, type ShownAnnotation } from './annotations-view.ts';
import { nearestPlace } from './nearest-place.ts';
import { boxesOf } from './selection-watch.ts';

/** How long a passage that was jumped to stays marked, in milliseconds. */
const FOCUS_MS = 1600;

/**
 * Scrolls to a passage, or to the nearest place of one that is gone, and marks it for a moment; false where there is
 * neither.
 */
export function revealPassage(
	window: Window,
	painter: Painter,
	text: ArticleText,
	entry: ShownAnnotation | undefined,
): boolean {
	const range = entry?.range ?? rangeNearest(text, entry);
	if (entry === undefined || range === undefined) return false;
	const [first] = boxesOf(range);
	if (first !== undefined) {
		// Firefox begins no smooth scrolling in a tab that is not in front.
		const isCalm = window.document.hidden || window.matchMedia('(prefers-reduced-motion: reduce)').matches;
		window.scrollBy({ top: first.top - window.innerHeight / 3, behavior: isCalm ? 'instant' : 'smooth' });
	}
	painter.focus(passageOf(entry, range));
	window.setTimeout(() => painter.focus(undefined), FOCUS_MS);
	return true;
}

function rangeNearest(text: ArticleText, entry: ShownAnnotation | undefined): AbstractRange | undefined {
	if (entry?.outcome?.state !== 'orphan' || entry.outcome.nearest === undefined) return undefined;
	const { start, end } = nearestPlace(text.text, entry.outcome.nearest);
	return start < end ? text.rangeOf(start, end) : undefined;
}
