import { useEffect, useRef } from 'preact/hooks';

/** A reader who has not touched a panel for so long looks elsewhere, in milliseconds. */
const REST_MS = 2500;

const TOUCHES = ['wheel', 'pointermove', 'pointerdown', 'touchmove', 'keydown'] as const;

/** Tells whether the reader has left the document alone for a while. Scrolling alone proves nothing: we scroll too. */
export function useRest(): () => boolean {
	const touchedAt = useRef(Number.NEGATIVE_INFINITY);
	const isAtRest = useRef(() => performance.now() - touchedAt.current > REST_MS);
	useEffect(() => {
		const touched = (): void => {
			touchedAt.current = performance.now();
		};
		for (const touch of TOUCHES) document.addEventListener(touch, touched, { passive: true, capture: true });
		return () => {
			for (const touch of TOUCHES) document.removeEventListener(touch, touched, { capture: true });
		};
	}, []);
	return isAtRest.current;
}
