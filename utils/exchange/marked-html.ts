import { escapeHtml } from './html-escape.ts';
import type { PieceRun } from './piece-runs.ts';
import type { HtmlPiece } from './stored-html.ts';

/** A passage to be marked, in UTF-16 code units of the article text. */
export interface MarkedPassage {
	readonly start: number;
	readonly end: number;
	/** Classes of the mark, as an attribute's value without anything to be escaped. */
	readonly classes: string;
	/** Number of the note that is referred to behind the passage's last words; absent where there is none. */
	readonly number?: number;
}

/** A cut in the text of a piece. */
interface Cut {
	readonly from: number;
	readonly to: number;
	readonly passage: MarkedPassage;
	/** Whether the passage ends here, and does not go on in another piece. */
	readonly isLast: boolean;
}

/**
 * An article's pieces as HTML again, the words of each passage in `mark` elements: one for each stretch of one piece, so that no
 * mark reaches over the edge of an element. Where passages overlap, the shorter one shows. Pictures that are not held in
 * the file become links, which `pictureWord` names: nothing is fetched when the file is opened.
 */
export function markedHtml(
	pieces: readonly HtmlPiece[],
	runs: readonly PieceRun[],
	passages: readonly MarkedPassage[],
	pictureWord: string,
): string {
	const cuts = cutsOf(runs, passages);
	/** Links do not nest. */
	let links = 0;
	return pieces
		.map((piece, index) => {
			if (piece.kind === 'text') return markedText(piece.text, cuts.get(index) ?? [], links > 0);
			if (piece.tag === 'a') links += piece.kind === 'start' ? 1 : -1;
			if (piece.kind === 'end') return `</${piece.tag}>`;
			const source = piece.attributes.find(([name]) => name === 'src')?.[1] ?? '';
			if (piece.tag === 'img' && !source.startsWith('data:')) return pictureLink(source, pictureWord, links > 0);
			const attributes = piece.attributes.map(([name, value]) => ` ${name}="${escapeHtml(value)}"`);
			return `<${piece.tag}${attributes.join('')}>`;
		})
		.join('');
}

/** Words of ours within the article are set apart by an attribute: they are none of the article text. */
const APART = 'data-en-marge="apart"';

function pictureLink(source: string, word: string, isInLink: boolean): string {
	if (source === '') return '';
	if (isInLink) return `<span class="picture" ${APART}>${escapeHtml(word)}</span>`;
	return `<a class="picture" ${APART} rel="noreferrer" href="${escapeHtml(source)}">${escapeHtml(word)}</a>`;
}

function referenceTo(number: number | undefined, isInLink: boolean): string {
	if (number === undefined) return '';
	const words = isInLink ? String(number) : `<a href="#note-${number}">${number}</a>`;
	return `<sup class="reference" ${APART} id="passage-${number}">${words}</sup>`;
}

/** Where each piece is to be cut, by index of the piece. Passages come in order of their starts. */
function cutsOf(runs: readonly PieceRun[], passages: readonly MarkedPassage[]): Map<number, Cut[]> {
	const cuts = new Map<number, Cut[]>();
	for (const passage of passages) {
		let lastPiece: Cut[] | undefined;
		for (let k = firstRunEndingAfter(runs, passage.start); k < runs.length && runs[k]!.start < passage.end; k++) {
			const run = runs[k]!;
			const from = run.from + Math.max(0, passage.start - run.start);
			const to = run.from + Math.min(run.length, passage.end - run.start);
			const ofPiece = cuts.get(run.piece) ?? [];
			const last = ofPiece.at(-1);
			if (last?.passage === passage) ofPiece[ofPiece.length - 1] = { ...last, to };
			else ofPiece.push({ from, to, passage, isLast: false });
			cuts.set(run.piece, ofPiece);
			lastPiece = ofPiece;
		}
		if (lastPiece) lastPiece.push({ ...lastPiece.pop()!, isLast: true });
	}
	return cuts;
}

function firstRunEndingAfter(runs: readonly PieceRun[], offset: number): number {
	let low = 0;
	let high = runs.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if (runs[middle]!.start + runs[middle]!.length <= offset) low = middle + 1;
		else high = middle;
	}
	return low;
}

function markedText(text: string, cuts: readonly Cut[], isInLink: boolean): string {
	const edges = [...new Set([0, text.length, ...cuts.flatMap(({ from, to }) => [from, to])])].sort((a, b) => a - b);
	let html = '';
	let active: Cut[] = [];
	let next = 0;
	edges.forEach((edge, index) => {
		const ended = active.filter(({ to }) => to === edge);
		active = active.filter(({ to }) => to > edge);
		html += ended.map(({ passage, isLast }) => (isLast ? referenceTo(passage.number, isInLink) : '')).join('');
		while (next < cuts.length && cuts[next]!.from === edge) active.push(cuts[next++]!);
		const words = escapeHtml(text.slice(edge, edges[index + 1] ?? edge));
		const shortest = active.reduce<Cut | undefined>(
			(best, cut) => (best && isShorter(best, cut) ? best : cut),
			undefined,
		);
		html +=
			shortest === undefined || words === '' ? words : `<mark class="${shortest.passage.classes}">${words}</mark>`;
	});
	return html;
}

function isShorter({ passage: a }: Cut, { passage: b }: Cut): boolean {
	return a.end - a.start < b.end - b.start;
}
