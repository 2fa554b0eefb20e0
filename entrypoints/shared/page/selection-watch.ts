import type { ArticleText } from '../../../utils/anchoring/article-text.ts';
import { rectsOf } from '../../../utils/painting/hit-test.ts';
import type { ViewportBox } from './page-interface.ts';

/** Words of the article that stand selected. Offsets are UTF-16 code units in the article text. */
export interface ArticleSelection {
	readonly start: number;
	readonly end: number;
	/** The boxes of the lines the words stand on, in CSS pixels of the viewport. */
	readonly boxes: readonly ViewportBox[];
}

/** What of the article stands selected now; undefined where nothing does. */
export function currentSelection(window: Window, text: ArticleText): ArticleSelection | undefined {
	const selection = window.getSelection();
	if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return undefined;
	const offsets = text.offsetsOf(selection.getRangeAt(0));
	if (offsets === undefined || !/\S/.test(text.text.slice(offsets.start, offsets.end))) return undefined;
	return { ...offsets, boxes: boxesOf(text.rangeOf(offsets.start, offsets.end)) };
}

export function boxesOf(range: AbstractRange): ViewportBox[] {
	return rectsOf(range)
		.filter(({ width, height }) => width > 0 && height > 0)
		.map(({ left, top, right, bottom }) => ({ left, top, right, bottom }));
}

/**
 * Tells when a selection has been made or has gone. While a pointer is held down the selection is still being made:
 * nothing is said before it is let go. Selections made by key are told at once, and those made by touch while the
 * system's handles are moved.
 * @param changed is told whether the reader has a finger in it
 */
export function watchSelection(window: Window, changed: (byTouch: boolean) => void, signal: AbortSignal): void {
	const { document } = window;
	let pointerDown = false;
	let byTouch = window.matchMedia('(pointer: coarse)').matches;
	const tell = (): void => changed(byTouch);
	const released = (): void => {
		pointerDown = false;
		// The click that ends a selection may itself collapse it, after this event; the next frame is to show what is left.
		window.setTimeout(tell);
	};
	document.addEventListener('selectionchange', () => pointerDown || tell(), { signal });
	window.addEventListener(
		'pointerdown',
		({ isTrusted, pointerType }) => {
			if (!isTrusted) return;
			byTouch = pointerType === 'touch';
			pointerDown = !byTouch;
		},
		{ capture: true, signal },
	);
	for (const type of ['pointerup', 'pointercancel', 'dragend']) {
		window.addEventListener(type, released, { capture: true, signal });
	}
	// The window's own: as a drag begins, what had the focus loses it.
	window.addEventListener('blur', released, { signal });
}
