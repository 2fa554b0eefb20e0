import type { HtmlPiece } from './stored-html.ts';

/** Of the elements an article may hold, those that stand in blocks of their own; `br` parts blocks too. */
const BLOCK_TAGS = new Set(
	'header h1 h2 h3 h4 h5 h6 p ul ol li blockquote figure figcaption table caption thead tbody tfoot tr td th br'.split(
		' ',
	),
);
/** Unicode's White_Space; `\s` has U+FEFF besides and lacks U+0085. */
const WORDS_OR_SPACES =
	/[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+|[^\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/g;
const COLLAPSED_OR_NOT = /[ \t\n\f\r]+|[^ \t\n\f\r]/g;

/** A stretch in which the article text and the text of one piece advance together. */
export interface PieceRun {
	/** Index of the piece. */
	readonly piece: number;
	/** In the text of the piece, UTF-16 code units. */
	readonly from: number;
	/** In the article text. */
	readonly start: number;
	readonly length: number;
}

/**
 * The article text of an article's HTML, by the rules by which a page's is read: blocks joined by `\n`, white space in
 * them collapsed to one space and none at their edges; and where each stretch of it stands.
 */
export function readPieceRuns(pieces: readonly HtmlPiece[]): { text: string; runs: PieceRun[] } {
	const runs: PieceRun[] = [];
	const parts: string[] = [];
	let length = 0;
	let isBlockOpen = false;
	/** White space not yet known to stand inside the block. */
	let pending: { piece: number; from: number; space: string }[] = [];

	const add = (piece: number, from: number, text: string): void => {
		runs.push({ piece, from, start: length, length: text.length });
		parts.push(text);
		length += text.length;
	};
	const addWords = (piece: number, from: number, words: string): void => {
		if (isBlockOpen) for (const { piece, from, space } of pending) add(piece, from, space);
		else if (length > 0) {
			parts.push('\n');
			length++;
		}
		isBlockOpen = true;
		pending = [];
		add(piece, from, words);
	};
	const addSpaces = (piece: number, from: number, spaces: string): void => {
		for (const { 0: part, index } of isBlockOpen ? spaces.matchAll(COLLAPSED_OR_NOT) : []) {
			const isCollapsed = /^[ \t\n\f\r]/.test(part);
			if (isCollapsed && pending.at(-1)?.space === ' ') continue;
			pending.push({ piece, from: from + index, space: isCollapsed ? ' ' : part });
		}
	};

	pieces.forEach((piece, index) => {
		if (piece.kind === 'text') {
			for (const { 0: part, index: from } of piece.text.matchAll(WORDS_OR_SPACES)) {
				if (/^[\s\u0085]/.test(part) && !part.startsWith('\ufeff')) addSpaces(index, from, part);
				else addWords(index, from, part);
			}
		} else if (BLOCK_TAGS.has(piece.tag)) {
			isBlockOpen = false;
			pending = [];
		}
	});
	return { text: parts.join(''), runs };
}
