/** Where a passage stands in a page, in folded offsets. */
export type Place =
	/** `same`: the very words; `changed`: with other words in it. */
	| { readonly kind: 'same' | 'changed'; readonly start: number; readonly end: number }
	/** It does not stand, or cannot be told apart; `near` is where it would begin, where its surroundings tell. */
	| { readonly kind: 'none'; readonly near?: number };
