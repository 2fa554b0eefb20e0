import { isAdLabel, isFurnitureLink } from './archive-furniture.ts';
import { isFurniture } from './furniture.ts';
import { isDateLine } from './paris-time.ts';
import { isNoPicture, type PlainStart, type PlainWalk, signsOf, takePiece } from './plain-tags.ts';
import { blockText } from './scope-text.ts';

/** A paragraph or heading as it is kept. */
export interface PlainParagraph {
	/** Empty where it holds nothing to read. */
	readonly html: string;
	/** In the article text; empty where it has no part in it. */
	readonly text: string;
	/** Whether it is one `strong` from end to end. */
	readonly isBold: boolean;
}

/** An inline element that the walk is in. */
interface Inline {
	readonly tag: string;
	/** How it begins where it is written; empty for one that leaves its words only. */
	readonly start: string;
	readonly from: number;
	/** Whether it was written: that waits for its first words. */
	isOpen: boolean;
}

const ADDRESS = /^https?:\/\/[\x21-\x7e]+$/;

/** Reads a paragraph or heading just begun, up to its end; undefined where there is anything in it but words and plain inline elements. */
export function readPlainParagraph(walk: PlainWalk, block: PlainStart): PlainParagraph | undefined {
	if (isMarked(block)) return undefined;
	const start = walk.said.length;
	const open: Inline[] = [];
	const children: Inline[] = [];
	let html = '';
	let boldEnd: number | undefined;
	let hasInline = false;
	for (;;) {
		const piece = takePiece(walk);
		if (piece === undefined) return undefined;
		if (piece.kind === 'words') {
			if (isNoPicture(piece.words)) return undefined;
			if (html === '' && !/[^ \t\n]/.test(piece.words)) continue;
			for (const each of open) {
				if (!each.isOpen) html += each.start;
				each.isOpen = true;
				hasInline ||= each.start !== '';
			}
			html += escaped(piece.words);
		} else if (piece.kind === 'start') {
			const inline = inlineOf(piece, walk.said.length, open);
			if (inline === undefined) return undefined;
			if (open.length === 0) children.push(inline);
			open.push(inline);
		} else {
			const inline = open.pop();
			if (inline === undefined) {
				if (piece.tag !== block.tag) return undefined;
				break;
			}
			if (inline.tag !== piece.tag || isFurnitureLine(inline, walk.said)) return undefined;
			if (inline.isOpen && inline.start !== '') html += `</${inline.tag}>`;
			boldEnd = walk.said.length;
		}
	}
	const said = walk.said.slice(start);
	const [first, ...others] = children;
	return {
		html: html !== '' && (hasInline || /\S/.test(said)) ? `<${block.tag}>${html}</${block.tag}>` : '',
		text: blockText(said),
		isBold:
			block.tag === 'p' &&
			first?.tag === 'strong' &&
			others.length === 0 &&
			first.from === start &&
			boldEnd === walk.said.length,
	};
}

/** Text as parsers write it. */
export function escaped(text: string): string {
	return text.replaceAll('&', '&amp;').replaceAll('\u00a0', '&nbsp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Whether an element's attributes say more of it than that it is there. */
function isMarked(start: PlainStart): boolean {
	if (start.attributes.size === 0) return false;
	const signs = signsOf(start);
	const hasLanguage = signs.hasAttribute('lang') || signs.hasAttribute('dir') || signs.hasAttribute('title');
	return hasLanguage || signs.className.includes('t-content__chapo') || isFurniture(signs);
}

function inlineOf(start: PlainStart, from: number, open: readonly Inline[]): Inline | undefined {
	const { tag, attributes } = start;
	if (open.length > 5 || isMarked(start)) return undefined;
	if (tag === 'span') return { tag, start: '', from, isOpen: false };
	if (/^(?:strong|b|em|i|u)$/.test(tag)) return { tag, start: `<${tag}>`, from, isOpen: false };
	const href = attributes.get('href') ?? '';
	if (tag !== 'a' || !ADDRESS.test(href) || isFurnitureLink(href) || open.some((each) => each.tag === 'a'))
		return undefined;
	const address = URL.canParse(href) ? new URL(href).href : '';
	return ADDRESS.test(address) && !/[&"<>]/.test(address)
		? { tag, start: `<a href="${address}">`, from, isOpen: false }
		: undefined;
}

/** Whether an element that is over may be a line of furniture, wherever it stands. */
function isFurnitureLine({ tag, from }: Inline, said: string): boolean {
	if (said.length - from > 400 || (tag !== 'span' && tag !== 'i')) return false;
	const line = said.slice(from).replace(/\s+/g, ' ').trim();
	return tag === 'span' ? isAdLabel(line) : isDateLine(line);
}
