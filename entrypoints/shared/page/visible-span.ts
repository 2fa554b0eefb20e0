import type { ArticleText } from '../../../utils/anchoring/article-text.ts';

/**
 * The part of the article text that stands in the window now, in UTF-16 code units; found by halving, for the text runs
 * down the page. An estimate: what floats or is hidden may lie elsewhere. Takes a layout of the page.
 */
export function visibleSpan(
	window: Pick<Window, 'innerHeight'>,
	{ text, rangeOf }: Pick<ArticleText, 'text' | 'rangeOf'>,
): { readonly start: number; readonly end: number } {
	/** The first character that ends below `y`, in CSS pixels of the viewport. */
	function firstBelow(y: number): number {
		let [low, high] = [0, text.length];
		while (low < high) {
			const middle = (low + high) >> 1;
			if (rangeOf(middle, middle + 1).getBoundingClientRect().bottom < y) low = middle + 1;
			else high = middle;
		}
		return low;
	}
	return { start: firstBelow(0), end: firstBelow(window.innerHeight) };
}
