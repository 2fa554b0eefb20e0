import type { Difference } from './outcome.ts';

/** What became of one paragraph from one version of an article to another. A paragraph that moved is removed and added. */
export type ParagraphChange =
	| { readonly kind: 'same'; readonly text: string }
	| { readonly kind: 'added' | 'removed'; readonly text: string }
	/** The paragraph stands in both, with other words in it. */
	| { readonly kind: 'edited'; readonly differences: readonly Difference[] };
