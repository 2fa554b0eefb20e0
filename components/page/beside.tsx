import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { type Box, placeBeside } from './placement.ts';

interface BesideProps {
	readonly boxes: readonly Box[];
	readonly dir: 'ltr' | 'rtl';
	readonly sides: readonly ('above' | 'below' | 'aside')[];
	readonly column?: Box | undefined;
	readonly children: ComponentChildren;
}

/** Shows its children beside the words that stand in these boxes. */
export function Beside({ boxes, dir, sides, column, children }: BesideProps) {
	const element = useRef<HTMLDivElement>(null);
	const [place, setPlace] = useState({ left: -9999, top: -9999 });
	useLayoutEffect(() => {
		if (element.current === null) return;
		const { width, height } = element.current.getBoundingClientRect();
		const { clientWidth, clientHeight } = document.documentElement;
		setPlace(placeBeside(boxes, { width, height }, { width: clientWidth, height: clientHeight }, dir, sides, column));
	}, [boxes, dir, sides, column]);
	return (
		<div ref={element} class="beside" style={{ left: `${place.left}px`, top: `${place.top}px` }}>
			{children}
		</div>
	);
}
