import type { ArticleText } from '../../../utils/anchoring/article-text.ts';

/**
 * The first character of the article text that ends below `y`, in CSS pixels of the viewport; found by halving, for the
 * text runs down the page. An estimate: what floats or is hidden may lie elsewhere. Takes a layout of the page.
 */
export function firstBelow(y: number, { text, rangeOf }: Pick<ArticleText, 'text' | 'rangeOf'>): number {
	let [low, high] = [0, text.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		if (rangeOf(middle, middle + 1).getBoundingClientRect().bottom < y) low = middle + 1;
		else high = middle;
	}
	return low;
}

/** The part of the article text that stands in the window now, in UTF-16 code units. */
export function visibleSpan(
	window: Pick<Window, 'innerHeight'>,
	text: Pick<ArticleText, 'text' | 'rangeOf'>,
): { readonly start: number; readonly end: number } {
	return { start: firstBelow(0, text), end: firstBelow(window.innerHeight, text) };
}
