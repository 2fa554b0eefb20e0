import { unescapeHtml } from '../html-escape.ts';

/** What ends a paragraph or a line. */
const BLOCK = /<\/?(?:p|div|h[1-6]|li|ul|ol|blockquote|pre|table|tr|section|article|figure)\b[^<>]*>/gi;
const LINE = /<(?:br|hr)\b[^<>]*>/gi;
const UNSEEN = /<(script|style|template|noscript)\b[\s\S]*?(?:<\/\1\s*>|$)|<!--[\s\S]*?(?:-->|$)/gi;
const TAG = /<\/?[a-z!?][^<>]*(?:>|$)/gi;

/** The words that a piece of HTML shows: paragraphs parted by a blank line, nothing of it run or looked up. */
export function htmlToText(html: string): string {
	return unescapeHtml(
		html
			.replace(UNSEEN, '')
			.replace(/[ \t\r\n\f]+/g, ' ')
			.replace(BLOCK, '\n\n')
			.replace(LINE, '\n')
			.replace(TAG, ''),
	)
		.replace(/ *\n */g, '\n')
		.replace(/\n{3,}/g, '\n\n')
		.trim();
}
