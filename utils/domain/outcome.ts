/** One run of words that two texts share, or that only one of them has. */
export interface Difference {
	readonly kind: 'same' | 'removed' | 'added';
	readonly text: string;
}

/**
 * What became of an annotation's passage in the text at hand. Offsets are UTF-16 code units in the article text.
 * - `anchored`: the same words (white space, typography and script variants of a letter do not count)
 * - `changed`: the passage stands, with other words in it
 * - `orphan`: the passage is gone, or could not be told apart; never a guess
 */
export type AnchorOutcome =
	| { readonly state: 'anchored'; readonly start: number; readonly end: number }
	| {
			readonly state: 'changed';
			readonly start: number;
			readonly end: number;
			readonly differences: readonly Difference[];
	  }
	| { readonly state: 'orphan'; readonly nearest?: number };

export type AnchorState = AnchorOutcome['state'];
