import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { type Box, freeEdge } from './placement.ts';
import { viewportSize } from './viewport-size.ts';

interface AtEdgeProps {
	readonly boxes: readonly Box[];
	readonly children: ComponentChildren;
}

/** Shows its children at the edge of the viewport at which they are not in the way of the words in these boxes. */
export function AtEdge({ boxes, children }: AtEdgeProps) {
	const element = useRef<HTMLDivElement>(null);
	const [edge, setEdge] = useState<'bottom' | 'top'>('bottom');
	useLayoutEffect(() => {
		if (element.current === null) return;
		setEdge(freeEdge(boxes, element.current.offsetHeight, viewportSize(element.current)));
	}, [boxes]);
	return (
		<div ref={element} class={`edge ${edge}`}>
			{children}
		</div>
	);
}
