/** A box in CSS pixels of the viewport. */
export interface Box {
	readonly left: number;
	readonly top: number;
	readonly right: number;
	readonly bottom: number;
}

export interface Size {
	readonly width: number;
	readonly height: number;
}

/** Room kept between what we show and the words, and to the edges of the viewport, in CSS pixels. */
const GAP = 8;

/**
 * Where to show something beside words: never over them nor outside the viewport where that can be avoided.
 * @param boxes the boxes of the words' lines
 * @param sides in the order they are preferred
 * @returns the top left corner, in CSS pixels of the viewport
 */
export function placeBeside(
	boxes: readonly Box[],
	size: Size,
	viewport: Size,
	dir: 'ltr' | 'rtl',
	sides: readonly ('above' | 'below')[],
): { left: number; top: number } {
	const visible = boxes.filter((box) => box.bottom > 0 && box.top < viewport.height);
	const lines = visible.length > 0 ? visible : boxes;
	const around = boundingBox(lines);
	const first = lines[0] ?? around;
	const last = lines.at(-1) ?? around;
	const startOf = (box: Box): number => (dir === 'rtl' ? box.right - size.width : box.left);
	const candidates = {
		above: { left: startOf(first), top: around.top - size.height - GAP },
		below: { left: startOf(last), top: around.bottom + GAP },
	};
	const places = sides.map((side) => {
		const { left, top } = candidates[side];
		return { left: clamp(left, viewport.width - size.width), top };
	});
	// Words from the top to the bottom of the viewport may leave room on one of their sides.
	const top = clamp(last.top, viewport.height - size.height);
	const besides = [
		{ left: around.right + GAP, top },
		{ left: around.left - size.width - GAP, top },
	];
	const fitting = [...places, ...(dir === 'rtl' ? besides.reverse() : besides)].find((place) =>
		fits(place, size, viewport),
	);
	return (
		fitting ?? { left: clamp(startOf(first), viewport.width - size.width), top: viewport.height - size.height - GAP }
	);
}

/** Room that the system's own handles take below the last word, in CSS pixels. */
const HANDLE = 40;

/**
 * The edge of what is seen at which a bar is in the way of neither the words nor their handles; the lower one, where the
 * thumb is, unless only the upper one is free.
 * @param height of the bar, in CSS pixels of the screen
 * @param seen in CSS pixels of the viewport, of which so many times as many are on the screen as `scale` tells
 */
export function freeEdge(
	boxes: readonly Box[],
	height: number,
	seen: Pick<Box, 'top' | 'bottom'> & { readonly scale: number },
): 'bottom' | 'top' {
	const isCovered = (top: number, bottom: number): boolean =>
		boxes.some((box) => box.top < bottom && box.bottom + HANDLE / seen.scale > top);
	const room = height / seen.scale;
	const isBottomTaken = isCovered(seen.bottom - room, seen.bottom);
	return isBottomTaken && !isCovered(seen.top, seen.top + room) ? 'top' : 'bottom';
}

/** Whether any of the lines is within the height of the viewport. */
export function isAnyInView(boxes: readonly Box[], viewportHeight: number): boolean {
	return boxes.some((box) => box.bottom > 0 && box.top < viewportHeight);
}

function boundingBox(boxes: readonly Box[]): Box {
	return {
		left: Math.min(...boxes.map(({ left }) => left)),
		top: Math.min(...boxes.map(({ top }) => top)),
		right: Math.max(...boxes.map(({ right }) => right)),
		bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
	};
}

function fits({ left, top }: { left: number; top: number }, size: Size, viewport: Size): boolean {
	return left >= 0 && top >= 0 && left + size.width <= viewport.width && top + size.height <= viewport.height;
}

function clamp(value: number, max: number): number {
	return Math.max(GAP, Math.min(value, max - GAP));
}
