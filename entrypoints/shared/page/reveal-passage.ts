import type { Painter } from '../../../utils/painting/painter.ts';
import { passageOf, type ShownAnnotation } from './annotations-view.ts';
import { boxesOf } from './selection-watch.ts';

/** How long a passage that was jumped to stays marked, in milliseconds. */
const FOCUS_MS = 1600;

/** Scrolls to a passage and marks it for a moment; false where it is not painted. */
export function revealPassage(window: Window, painter: Painter, entry: ShownAnnotation | undefined): boolean {
	if (entry?.range === undefined) return false;
	const [first] = boxesOf(entry.range);
	if (first !== undefined) {
		// Firefox begins no smooth scrolling in a tab that is not in front.
		const isCalm = window.document.hidden || window.matchMedia('(prefers-reduced-motion: reduce)').matches;
		window.scrollBy({ top: first.top - window.innerHeight / 3, behavior: isCalm ? 'instant' : 'smooth' });
	}
	painter.focus(passageOf(entry, entry.range));
	window.setTimeout(() => painter.focus(undefined), FOCUS_MS);
	return true;
}
