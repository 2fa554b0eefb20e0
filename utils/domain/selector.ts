/**
 * The words of an annotation and what stands around them.
 * Strings are pieces of the article text as read when the annotation was made, never rewritten.
 * https://www.w3.org/TR/annotation-model/#text-quote-selector
 */
export interface TextQuoteSelector {
	readonly type: 'TextQuoteSelector';
	readonly exact: string;
	readonly prefix: string;
	readonly suffix: string;
}

/**
 * Where the words stood: `start` inclusive, `end` exclusive, in UTF-16 code units of the article text.
 * The W3C counts code points; conversion happens in the exchange formats.
 * https://www.w3.org/TR/annotation-model/#text-position-selector
 */
export interface TextPositionSelector {
	readonly type: 'TextPositionSelector';
	readonly start: number;
	readonly end: number;
}

/** What is stored to find a passage again: always its words, and where they stood. */
export interface Selectors {
	readonly quote: TextQuoteSelector;
	readonly position: TextPositionSelector;
}
