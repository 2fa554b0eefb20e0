import type { Passage } from './passage.ts';

/** What the text a passage was taken from tells beyond the passage and its stored context. */
export interface OldText {
	/** The passage with wider context; undefined where the old text is not at hand. */
	wide(): Passage | undefined;
	/**
	 * Whether the quote (`alone`), or the quote with its stored context on that side, stood there only once. True where the old text
	 * is not at hand.
	 */
	isOnly(side: 'alone' | 'left' | 'right' | 'both'): boolean;
	/**
	 * Whether what stands at [start, end) of `source` (the page, unfolded), with what is beside it, stood in the old text already, and
	 * only at other places than the passage's: then it is another passage, however like.
	 */
	isAnother(source: string, start: number, end: number): boolean;
}

export const UNKNOWN_OLD_TEXT: OldText = { wide: () => undefined, isOnly: () => true, isAnother: () => false };
