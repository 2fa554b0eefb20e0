import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/** What the reader has had before them for so long, in milliseconds, was not put under a click that was meant for something else. */
export const SEEN_MS = 400;

/**
 * Tells whether a click on something in this element can have been meant: not the second half of a double click that opened it, nor one
 * on something of the page that lies over it and lets clicks through. The last is known where the browser tells what covers what
 * (https://w3c.github.io/IntersectionObserver/v2/, in Chromium). A key pressed on a button is no such click.
 */
export function useSeen(element: RefObject<Element | null>): (event: MouseEvent) => boolean {
	/** As `performance.now()` tells it. */
	const seenSince = useRef<number | undefined>(undefined);
	useEffect(() => {
		const look: IntersectionObserverCallback = (entries) => {
			const { isIntersecting, isVisible } = entries.at(-1) as IntersectionObserverEntry & {
				readonly isVisible?: boolean;
			};
			if (!(isVisible ?? isIntersecting)) seenSince.current = undefined;
			else seenSince.current ??= performance.now();
		};
		const options: object = { trackVisibility: true, delay: 100 };
		const observer = new IntersectionObserver(look, options);
		if (element.current !== null) observer.observe(element.current);
		return () => observer.disconnect();
	}, []);
	return ({ detail }) =>
		detail === 0 || (seenSince.current !== undefined && performance.now() - seenSince.current >= SEEN_MS);
}
