import type { RefObject } from 'preact';
import { useEffect, useReducer, useRef, useState } from 'preact/hooks';

/** Rows are drawn this far beyond what is seen, in CSS pixels, and again when less than half of it is left. */
export const AHEAD_PX = 800;
/** So often at most they are drawn anew before the browser has shown any of it. */
const MOST_AT_ONCE = 3;

interface DrawnSpan {
	/** The stretch of the list whose rows are to be drawn, in CSS pixels from its top. */
	readonly span: { readonly from: number; readonly to: number };
	/** Draws more where less than `sparePx` are drawn beyond what is seen. Whether it does. */
	readonly keepUp: (sparePx?: number) => boolean;
	/** The same of what has just been drawn: what is still missing may have to wait for the next frame. */
	readonly keepUpOnceDrawn: (sparePx?: number) => void;
}

/** Which stretch of a list is drawn: what is seen of it, and a little more. `totalPx` is the height of the list. */
export function useDrawnSpan(frame: RefObject<HTMLElement | null>, totalPx: number): DrawnSpan {
	const [, redraw] = useReducer((count: number) => count + 1, 0);
	const [span, setSpan] = useState(() => ({ from: 0, to: window.innerHeight }));
	const drawnAtOnce = useRef(0);

	function keepUp(sparePx = AHEAD_PX / 2): boolean {
		const y = frame.current?.getBoundingClientRect().top ?? 0;
		const [from, to] = [-y, window.innerHeight - y];
		const isTopDrawn = span.from <= 0 || from - sparePx >= span.from;
		const isBottomDrawn = span.to >= totalPx || to + sparePx <= span.to;
		if (isTopDrawn && isBottomDrawn) return false;
		setSpan({ from: from - AHEAD_PX, to: to + AHEAD_PX });
		return true;
	}

	/*
	 * Rows that have another height than was known move what is seen, and so does the browser, which anchors the scroll position:
	 * a first stretch may lead to a second, and that one back. Rows are measured only between two frames.
	 */
	function keepUpOnceDrawn(sparePx?: number): void {
		if (drawnAtOnce.current >= MOST_AT_ONCE || !keepUp(sparePx) || drawnAtOnce.current++ > 0) return;
		requestAnimationFrame(() => {
			const isUnfinished = drawnAtOnce.current >= MOST_AT_ONCE;
			drawnAtOnce.current = 0;
			if (isUnfinished) redraw(undefined);
		});
	}

	useEffect(() => keepUpOnceDrawn());
	return { span, keepUp, keepUpOnceDrawn };
}
