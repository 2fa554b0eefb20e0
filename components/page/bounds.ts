import type { Box } from './placement.ts';

/** One end of a passage that can be moved. */
export interface BoundHandle extends Pick<Box, 'top' | 'bottom'> {
	/** Of the edge of the character, in CSS pixels of the viewport like `top` and `bottom`. */
	readonly x: number;
	/** In code units of the article text. */
	readonly offset: number;
	/** Of the passage, at this end. */
	readonly words: string;
}

export interface Bounds {
	readonly start: BoundHandle;
	readonly end: BoundHandle;
	/** Of the article text, in code units. */
	readonly length: number;
}

export type BoundUnit = 'grapheme' | 'word' | 'sentence';
