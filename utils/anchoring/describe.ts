import type { Selectors } from '../domain/selector.ts';
import type { ArticleText } from './article-text.ts';
import { graphemeEnd, graphemeStart } from './graphemes.ts';
import { isSpace } from './white-space.ts';

/**
 * Context kept on each side, in UTF-8 bytes: about 88 Latin letters, 44 Cyrillic or Arabic ones, 29 Chinese characters, which say
 * about equally much. With it the selectors of a usual highlight stay under 400 bytes.
 */
export const CONTEXT_BYTES = 88;

/**
 * Selectors of [start, end) in the article text. White space at the ends is left out, and a character cut in two (surrogate
 * pair, letter and its marks) is taken in whole. Undefined when nothing is left.
 */
export function describe(
	article: Pick<ArticleText, 'text'>,
	{ start, end }: { start: number; end: number },
): Selectors | undefined {
	const { text } = article;
	let from = Math.max(0, Math.min(start, end));
	let to = Math.min(text.length, Math.max(start, end));
	while (from < to && isSpace(text.charCodeAt(from))) from++;
	while (to > from && isSpace(text.charCodeAt(to - 1))) to--;
	if (from >= to) return undefined;
	from = graphemeStart(text, from);
	to = graphemeEnd(text, to);
	const before = contextEdge(text, from, -1);
	const after = contextEdge(text, to, 1);
	return {
		quote: {
			type: 'TextQuoteSelector',
			exact: text.slice(from, to),
			prefix: text.slice(Math.min(from, graphemeEnd(text, before)), from),
			suffix: text.slice(to, Math.max(to, graphemeStart(text, after))),
		},
		position: { type: 'TextPositionSelector', start: from, end: to },
	};
}

/** How far the context reaches from `at` to the left or right. */
function contextEdge(text: string, at: number, step: 1 | -1): number {
	let bytes = 0;
	let edge = at;
	while (step === 1 ? edge < text.length : edge > 0) {
		const unit = text.charCodeAt(step === 1 ? edge : edge - 1);
		bytes += unit < 0x80 ? 1 : unit < 0x800 ? 2 : 3;
		if (bytes > CONTEXT_BYTES) break;
		edge += step;
	}
	return edge;
}
