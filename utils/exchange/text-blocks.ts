import type { ArticleExport, Place } from './article-export.ts';
import { readPieceRuns } from './piece-runs.ts';
import { readStoredHtml } from './stored-html.ts';

/** One block of the article text, in UTF-16 code units. */
export interface TextBlock extends Place {
	/** The innermost element around its words that says what it is. */
	readonly tag: 'h1' | 'h2' | 'h3' | 'h4' | 'h5' | 'h6' | 'li' | 'blockquote' | 'p';
}

const TAGS: ReadonlySet<string> = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'li', 'blockquote']);

/** The newest text kept of an article, and its blocks in order; none where nothing is kept. */
export function textBlocks({ articleHtml, articleText }: ArticleExport): { text: string; blocks: TextBlock[] } {
	if (articleHtml === undefined) {
		const text = articleText ?? '';
		return { text, blocks: linesOf(text, () => 'p') };
	}
	const pieces = readStoredHtml(articleHtml);
	const { text, runs } = readPieceRuns(pieces);
	const tagOfPiece: TextBlock['tag'][] = [];
	const open: TextBlock['tag'][] = [];
	for (const piece of pieces) {
		if (piece.kind === 'start' && TAGS.has(piece.tag)) open.push(piece.tag as TextBlock['tag']);
		tagOfPiece.push(open.at(-1) ?? 'p');
		if (piece.kind === 'end' && TAGS.has(piece.tag)) open.pop();
	}
	let run = 0;
	const tagAt = (offset: number): TextBlock['tag'] => {
		while (run < runs.length && runs[run]!.start + runs[run]!.length <= offset) run++;
		return tagOfPiece[runs[run]?.piece ?? -1] ?? 'p';
	};
	return { text, blocks: linesOf(text, tagAt) };
}

function linesOf(text: string, tagAt: (offset: number) => TextBlock['tag']): TextBlock[] {
	if (text === '') return [];
	let start = 0;
	return text.split('\n').map((line) => {
		const block = { start, end: start + line.length, tag: tagAt(start) };
		start = block.end + 1;
		return block;
	});
}
