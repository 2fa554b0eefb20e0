import { unescapeHtml } from '../html-escape.ts';

/** What stands between a tag's name and its end; quotes may hold a `>`. */
const REST = `(?:(?:[^<>"']|"[^"<]*"|'[^'<]*')*>|[^<>]*>)`;
/** What ends a paragraph or a line. */
const BLOCK = new RegExp(`</?(?:p|div|h[1-6]|li|ul|ol|blockquote|pre|table|tr|section|article|figure)\\b${REST}`, 'gi');
const LINE = new RegExp(`<(?:br|hr)\\b${REST}`, 'gi');
const UNSEEN = /<(script|style|template|noscript)\b[\s\S]*?(?:<\/\1\s*>|$)|<!--[\s\S]*?(?:-->|$)/gi;
const TAG = new RegExp(`</?[a-z!?](?:${REST}|[^<>]*$)`, 'gi');

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
