import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { type Box, placeBeside } from './placement.ts';
import { viewportSize } from './viewport-size.ts';

interface BesideProps {
	readonly boxes: readonly Box[];
	readonly dir: 'ltr' | 'rtl';
	readonly sides: readonly ('above' | 'below')[];
	readonly children: ComponentChildren;
}

/** Shows its children beside the words that stand in these boxes, and keeps them there as they grow. */
export function Beside({ boxes, dir, sides, children }: BesideProps) {
	const element = useRef<HTMLDivElement>(null);
	const [place, setPlace] = useState({ left: -9999, top: -9999 });
	const stand = (): void => {
		if (element.current === null) return;
		const { width, height } = element.current.getBoundingClientRect();
		const { left, top } = placeBeside(boxes, { width, height }, viewportSize(element.current), dir, sides);
		setPlace((before) => (before.left === left && before.top === top ? before : { left, top }));
	};
	const latest = useRef(stand);
	latest.current = stand;
	useLayoutEffect(stand, [boxes, dir, sides]);
	useLayoutEffect(() => {
		if (element.current === null) return;
		// Tells before the frame is drawn.
		const observer = new ResizeObserver(() => latest.current());
		observer.observe(element.current);
		return () => observer.disconnect();
	}, []);
	return (
		<div ref={element} class="beside" style={{ left: `${place.left}px`, top: `${place.top}px` }}>
			{children}
		</div>
	);
}
