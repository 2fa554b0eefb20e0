/** A place in the page where a click fell, in CSS pixels of the viewport. */
export interface ViewportPoint {
	readonly x: number;
	readonly y: number;
}

/**
 * Which of these ranges were drawn under the point, the shortest first.
 * Lengths are in the caller's unit (code units of the article text): the shortest is the one a reader means when
 * highlights overlap.
 */
export function passagesAt<T extends { readonly range: AbstractRange; readonly length: number }>(
	point: ViewportPoint,
	passages: Iterable<T>,
): T[] {
	const hits: T[] = [];
	for (const passage of passages) {
		if (rectsOf(passage.range).some((rect) => contains(rect, point))) hits.push(passage);
	}
	return hits.sort((a, b) => a.length - b.length);
}

/** The boxes of a range's lines, in CSS pixels of the viewport; none where the range is not shown. */
export function rectsOf(range: AbstractRange): DOMRect[] {
	return [...liveRange(range).getClientRects()];
}

/** A Range over the same place; a StaticRange cannot be measured. */
export function liveRange(range: AbstractRange): Range {
	if ('getClientRects' in range) return range as Range;
	const live = (range.startContainer.ownerDocument ?? (range.startContainer as Document)).createRange();
	live.setStart(range.startContainer, range.startOffset);
	live.setEnd(range.endContainer, range.endOffset);
	return live;
}

function contains(rect: DOMRect, { x, y }: ViewportPoint): boolean {
	return x >= rect.left && x <= rect.right && y >= rect.top && y <= rect.bottom;
}
