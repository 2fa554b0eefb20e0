import { useEffect, useState } from 'preact/hooks';
import type { Size } from './placement.ts';

/**
 * The part of the viewport that a reader sees: less than all of it where two fingers have enlarged the page, or where the
 * keyboard of the screen lies over it. In CSS pixels of the viewport, from its top left corner.
 */
export interface SeenPart {
	readonly left: number;
	readonly top: number;
	readonly bottom: number;
	/** How much two fingers have enlarged it. */
	readonly scale: number;
}

export function seenPart({ height }: Size): SeenPart {
	const seen = window.visualViewport;
	if (!seen) return { left: 0, top: 0, bottom: height, scale: 1 };
	const { offsetLeft: left, offsetTop: top, scale } = seen;
	// It leaves out scroll bars, and tells fractions that are none.
	return { left, top, bottom: Math.min(height, top + seen.height), scale };
}

/** Draws again whenever another part is seen. Returns what is another object each time. */
export function useSeenChange(): object {
	const [change, setChange] = useState({});
	useEffect(() => {
		const seen = window.visualViewport;
		const tell = (): void => setChange({});
		for (const type of ['resize', 'scroll']) seen?.addEventListener(type, tell);
		return () => {
			for (const type of ['resize', 'scroll']) seen?.removeEventListener(type, tell);
		};
	}, []);
	return change;
}
