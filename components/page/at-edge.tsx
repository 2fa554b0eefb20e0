import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { type Box, freeEdge } from './placement.ts';
import { seenPart, useSeenChange } from './seen-part.ts';
import { viewportSize } from './viewport-size.ts';

interface AtEdgeProps {
	readonly boxes: readonly Box[];
	readonly children: ComponentChildren;
}

/**
 * Shows its children at the edge of what is seen at which they are not in the way of the words in these boxes; as large as ever,
 * however much two fingers have enlarged the page.
 */
export function AtEdge({ boxes, children }: AtEdgeProps) {
	const element = useRef<HTMLDivElement>(null);
	const change = useSeenChange();
	useLayoutEffect(() => {
		const { current } = element;
		if (current === null) return;
		const viewport = viewportSize(current);
		const seen = seenPart(viewport);
		const edge = freeEdge(boxes, current.offsetHeight, seen);
		current.className = `edge ${edge}`;
		const y = edge === 'top' ? seen.top : seen.bottom - viewport.height;
		current.style.transform = `translate(${seen.left}px, ${y}px) scale(${1 / seen.scale})`;
	}, [boxes, change]);
	return (
		<div ref={element} class="edge bottom">
			{children}
		</div>
	);
}
