import { useEffect, useMemo, useReducer, useRef, useState } from 'preact/hooks';
import { type RowOffsets, rowOffsets } from './row-offsets.ts';

interface RowHeights {
	readonly offsets: RowOffsets;
	/** To be given every row's element: it is measured for as long as it is in the document. */
	readonly measured: (element: HTMLElement | null) => void;
}

/** Takes the heights of rows once they are shown, and keeps them; `gapPx` and `likelyPx` in CSS pixels. */
export function useRowHeights(ids: readonly string[], gapPx: number, likelyPx: number): RowHeights {
	const heights = useRef(new Map<string, number>());
	const [round, remeasure] = useReducer((count: number) => count + 1, 0);
	const known = useMemo(() => heightsByIndex(ids, heights.current), [ids]);
	const offsets = useMemo(() => rowOffsets(ids.length, known, likelyPx), [ids, known, round]);
	const latest = useRef({ ids, known });
	latest.current = { ids, known };

	const [observer] = useState(() => {
		return new ResizeObserver((entries) => {
			const { ids, known } = latest.current;
			let changed = false;
			for (const { target, borderBoxSize } of entries) {
				const height = borderBoxSize[0]?.blockSize ?? 0;
				const element = target as HTMLElement;
				const id = element.dataset.row;
				// It has left the document.
				if (height === 0 || id === undefined) observer.unobserve(element);
				else if (heights.current.get(id) !== height + gapPx) {
					heights.current.set(id, height + gapPx);
					const index = Number(element.ariaPosInSet) - 1;
					if (ids[index] === id) known.set(index, height + gapPx);
					changed = true;
				}
			}
			if (changed) remeasure(undefined);
		});
	});
	useEffect(() => () => observer.disconnect(), [observer]);
	const [measured] = useState(() => (element: HTMLElement | null) => {
		if (element !== null) observer.observe(element);
	});
	return { offsets, measured };
}

function heightsByIndex(ids: readonly string[], heights: ReadonlyMap<string, number>): Map<number, number> {
	const known = new Map<number, number>();
	if (heights.size === 0) return known;
	ids.forEach((id, index) => {
		const height = heights.get(id);
		if (height !== undefined) known.set(index, height);
	});
	return known;
}
