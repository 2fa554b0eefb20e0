import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { type CardPlace, placeCard } from './card-place.ts';
import type { Box } from './placement.ts';
import { viewportSize } from './viewport-size.ts';

interface CardFrameProps {
	readonly boxes: readonly Box[];
	readonly column: Box;
	readonly dir: 'ltr' | 'rtl';
	readonly children: ComponentChildren;
}

/** Shows a card beside the words that stand in these boxes, and keeps it there while it grows. */
export function CardFrame({ boxes, column, dir, children }: CardFrameProps) {
	const frame = useRef<HTMLDivElement>(null);
	const content = useRef<HTMLDivElement>(null);
	const [place, setPlace] = useState<CardPlace>();
	const given = useRef({ boxes, column, dir });
	given.current = { boxes, column, dir };

	const measure = (): void => {
		if (frame.current === null || content.current === null) return;
		const { offsetWidth, offsetHeight, clientHeight } = frame.current;
		const size = { width: offsetWidth, height: content.current.offsetHeight + offsetHeight - clientHeight };
		const surroundings = { ...given.current, viewport: viewportSize(frame.current) };
		setPlace((before) => {
			const next = placeCard(surroundings, size, before?.side);
			return before !== undefined && isSame(before, next) ? before : next;
		});
	};
	useLayoutEffect(measure, [boxes, column, dir]);
	useLayoutEffect(() => {
		if (content.current === null) return;
		const observer = new ResizeObserver(measure);
		observer.observe(content.current);
		return () => observer.disconnect();
	}, []);

	return (
		<div ref={frame} class="beside card-frame" style={styleOf(place)}>
			<div ref={content}>{children}</div>
		</div>
	);
}

function styleOf(place: CardPlace | undefined): Record<string, string> {
	if (place === undefined) return { left: '-9999px', top: '0' };
	return { left: `${place.left}px`, top: `${place.top}px`, 'max-height': `${place.maxHeight}px` };
}

function isSame(a: CardPlace, b: CardPlace): boolean {
	return a.side === b.side && a.left === b.left && a.top === b.top && a.maxHeight === b.maxHeight;
}
