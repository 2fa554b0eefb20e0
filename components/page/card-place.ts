import type { Box, Size } from './placement.ts';

/** Room kept between the card and the words, and to the edges of the viewport, in CSS pixels. */
const GAP = 8;
/** With less height than this nothing can be written in a card. */
const LEAST_HEIGHT = 180;
/** With so much room a card stays where it is while it grows, and scrolls within: it does not jump while one writes. */
const ENOUGH_HEIGHT = 300;

export type CardSide = 'end' | 'start' | 'below' | 'above' | 'over';

export interface CardPlace {
	readonly side: CardSide;
	/** The top left corner, in CSS pixels of the viewport. */
	readonly left: number;
	readonly top: number;
	/** What does not fit is scrolled to within the card. */
	readonly maxHeight: number;
}

export interface CardSurroundings {
	/** The boxes of the passage's lines. */
	readonly boxes: readonly Box[];
	/** The box of the column the words stand in; beside it is the margin. */
	readonly column: Box;
	readonly viewport: Size;
	readonly dir: 'ltr' | 'rtl';
}

/**
 * Where a card stands: in the margin at the end of the lines, else in that at their start, else below the words, else above; over
 * them only where they leave room for nothing. Always within the viewport.
 * @param size of the card with all that is in it
 * @param before where it stands now
 */
export function placeCard(
	{ boxes, column, viewport, dir }: CardSurroundings,
	size: Size,
	before?: CardSide,
): CardPlace {
	const words = visibleBox(boxes, viewport);
	const isRtl = dir === 'rtl';
	const [farLeft, farRight] = [Math.min(column.left, words.left), Math.max(column.right, words.right)];
	const right = { left: farRight + 2 * GAP, fits: farRight + size.width + 3 * GAP <= viewport.width };
	const left = { left: farLeft - size.width - 2 * GAP, fits: farLeft - size.width - 3 * GAP >= 0 };
	const [end, start] = isRtl ? [left, right] : [right, left];
	const full = viewport.height - 2 * GAP;
	const beside = { top: clamp(words.top, Math.min(size.height, full), viewport.height), maxHeight: full };
	if (end.fits) return { side: 'end', left: end.left, ...beside };
	if (start.fits) return { side: 'start', left: start.left, ...beside };

	const inline = clamp(isRtl ? words.right - size.width : words.left, size.width, viewport.width);
	const rooms = { below: viewport.height - words.bottom - 2 * GAP, above: words.top - 2 * GAP };
	const place = (side: 'below' | 'above'): CardPlace => {
		const maxHeight = Math.min(rooms[side], full);
		const height = Math.min(size.height, maxHeight);
		const top = side === 'below' ? words.bottom + GAP : words.top - GAP - height;
		return { side, left: inline, top: clamp(top, height, viewport.height), maxHeight };
	};
	const stays = (before === 'below' || before === 'above') && rooms[before] >= Math.min(size.height, ENOUGH_HEIGHT);
	if (stays) return place(before);
	const whole = (['below', 'above'] as const).find((side) => rooms[side] >= size.height);
	if (whole !== undefined) return place(whole);
	const roomier = rooms.below >= rooms.above ? 'below' : 'above';
	if (rooms[roomier] >= LEAST_HEIGHT) return place(roomier);
	const maxHeight = Math.min(full, Math.max(LEAST_HEIGHT, viewport.height / 2));
	const height = Math.min(size.height, maxHeight);
	return { side: 'over', left: inline, top: viewport.height - height - GAP, maxHeight };
}

/** The box around the lines, as far as they are in view; where none is, the edge behind which they are. */
function visibleBox(boxes: readonly Box[], { width, height }: Size): Box {
	const inView = boxes.filter(({ top, bottom }) => bottom > 0 && top < height);
	const lines = inView.length > 0 ? inView : boxes;
	const within = (value: number, most: number): number => Math.max(0, Math.min(value, most));
	return {
		left: within(Math.min(...lines.map(({ left }) => left)), width),
		top: within(Math.min(...lines.map(({ top }) => top)), height),
		right: within(Math.max(...lines.map(({ right }) => right)), width),
		bottom: within(Math.max(...lines.map(({ bottom }) => bottom)), height),
	};
}

function clamp(value: number, extent: number, most: number): number {
	return Math.max(GAP, Math.min(value, most - extent - GAP));
}
