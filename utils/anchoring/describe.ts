import type { Selectors } from '../domain/selector.ts';
import type { ArticleText } from './article-text.ts';
import { graphemeEnd, graphemeStart } from './graphemes.ts';

/**
 * Context kept on each side, in UTF-16 code units of the article text. Long enough to reach over a short neighbour
 * sentence; the whole selector stays under 400 bytes for a usual highlight.
 */
export const CONTEXT_LENGTH = 48;

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
	while (from < to && isSpace(text[from]!)) from++;
	while (to > from && isSpace(text[to - 1]!)) to--;
	if (from >= to) return undefined;
	from = graphemeStart(text, from);
	to = graphemeEnd(text, to);
	const before = Math.max(0, from - CONTEXT_LENGTH);
	const after = Math.min(text.length, to + CONTEXT_LENGTH);
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

function isSpace(letter: string): boolean {
	return /\s/.test(letter);
}
