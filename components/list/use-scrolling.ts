import { useEffect, useRef } from 'preact/hooks';

interface Scrolling {
	/** The document was scrolled, or the window has another size. */
	readonly scrolled: () => void;
	/** The reader has been where he is for a moment, or is about to leave. */
	readonly settled: () => void;
	/** The reader takes the scrolling into his own hands, keys aside. */
	readonly taken: () => void;
}

const HANDS = ['wheel', 'touchmove', 'pointerdown'] as const;

/** A reader who has not scrolled for so long is somewhere, in milliseconds. */
const SETTLED_MS = 200;

/** Tells of the scrolling of the document for as long as the component is there. */
export function useScrolling(told: Scrolling): void {
	const latest = useRef(told);
	latest.current = told;
	useEffect(() => {
		const ending = new AbortController();
		const { signal } = ending;
		let settling: ReturnType<typeof setTimeout> | undefined;
		const settled = (): void => latest.current.settled();
		const scrolled = (): void => {
			latest.current.scrolled();
			clearTimeout(settling);
			settling = setTimeout(settled, SETTLED_MS);
		};
		const taken = (): void => latest.current.taken();
		document.addEventListener('scroll', scrolled, { passive: true, signal });
		window.addEventListener('resize', scrolled, { signal });
		for (const by of HANDS) document.addEventListener(by, taken, { passive: true, signal });
		// Whatever leads away: the place of this moment counts.
		document.addEventListener('click', settled, { capture: true, signal });
		window.addEventListener('pagehide', settled, { signal });
		return () => {
			clearTimeout(settling);
			ending.abort();
		};
	}, []);
}
