import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
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
	const stand = (): void => {
		const { current } = element;
		if (current === null) return;
		const { width, height } = current.getBoundingClientRect();
		const { left, top } = placeBeside(boxes, { width, height }, viewportSize(current), dir, sides);
		// Written at once: another drawing would come between the end of a selection and the frame that shows it.
		current.style.left = `${left}px`;
		current.style.top = `${top}px`;
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
		<div ref={element} class="beside">
			{children}
		</div>
	);
}
