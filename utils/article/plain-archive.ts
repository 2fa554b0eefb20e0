import { archiveFacts } from './archive-facts.ts';
import type { ArchiveCopy } from './archive-form.ts';
import { DATED_ELEMENTS, isAdLabel, LONGEST_LINE } from './archive-furniture.ts';
import type { ExtractedArticle } from './extract.ts';
import { isFurniture } from './furniture.ts';
import { isDateLine } from './paris-time.ts';
import { pictureAddress } from './pictures.ts';
import { escaped, readPlainParagraph } from './plain-paragraph.ts';
import { isNoPicture, isOdd, type PlainStart, type PlainWalk, plainPieces, signsOf, takePiece } from './plain-tags.ts';
import { blockText } from './scope-text.ts';

/** A block of the article as it is kept. */
interface Block {
	readonly html: string;
	readonly kind: 'words' | 'picture' | 'standfirst';
}

/** A `div` that the walk is in. */
interface Room {
	/** How many elements came before it. */
	readonly index: number;
	/** Where its words begin among all. */
	readonly from: number;
	hasParagraph: boolean;
}

const BOT_LINK = /^https?:\/\/feedx\.[a-z]+\/?$/;
const PICTURE = /^https?:\/\/[\x21-\x7e]+$/;
/** Parsers nest no deeper than some hundred elements. */
const DEEPEST = 30;

/**
 * The article in a text copy that is plain: paragraphs, headings and pictures in `div`s, with furniture that is known at sight. It needs no
 * document, and is what `extractArticle` makes of the copy, to the letter; undefined where the copy is not that plain.
 */
export function readPlainArchive(copy: ArchiveCopy): ExtractedArticle | undefined {
	const pieces = plainPieces(copy.html);
	if (pieces === undefined || isOdd(copy.title) || !/\S/.test(copy.title)) return undefined;
	// The title comes before, as an element of its own.
	const read = readBlocks({ pieces, at: 0, elements: 1, said: '' });
	if (read === undefined) return undefined;
	const { blocks, texts } = read;
	const html = withHeader(`<h1>${escaped(copy.title)}</h1>`, blocks);
	return { ...archiveFacts(copy), html, text: [blockText(copy.title), ...texts].join('\n') };
}

/** A standfirst that follows the title, or the one picture between, stands in the header with it. */
function withHeader(title: string, blocks: readonly Block[]): string {
	const at = blocks[0]?.kind === 'picture' ? 1 : 0;
	const standfirst = blocks[at]?.kind === 'standfirst' ? blocks[at] : undefined;
	const rest = blocks.filter((block) => block !== standfirst).map(({ html }) => html);
	return `<header>${title}${standfirst?.html ?? ''}</header>${rest.join('')}`;
}

function readBlocks(walk: PlainWalk): { readonly blocks: Block[]; readonly texts: string[] } | undefined {
	const blocks: Block[] = [];
	const texts: string[] = [];
	const rooms: Room[] = [];
	let isFirst = true;
	for (let piece = takePiece(walk); piece; piece = takePiece(walk)) {
		if (piece.kind === 'words') {
			if (/[^ \t\n]/.test(piece.words) && !isNoPicture(piece.words)) return undefined;
		} else if (piece.kind === 'end') {
			const room = piece.tag === 'div' ? rooms.pop() : undefined;
			if (room === undefined || isDated(walk, room)) return undefined;
		} else if (piece.tag === 'img') {
			const picture = pictureIn(piece);
			if (picture === undefined) return undefined;
			blocks.push({ html: `<figure><img src="${picture}"></figure>`, kind: 'picture' });
		} else if (piece.tag === 'div') {
			const read = enterRoom(walk, piece, rooms.at(-1));
			if (read === 'unknown' || rooms.length > DEEPEST) return undefined;
			if (read !== 'furniture') rooms.push(read);
		} else if (/^(?:p|h[2-6])$/.test(piece.tag)) {
			const place = { index: walk.elements - 1, from: walk.said.length };
			const paragraph = readPlainParagraph(walk, piece);
			if (paragraph === undefined || (piece.tag === 'p' && isDated(walk, place))) return undefined;
			for (const room of rooms) room.hasParagraph ||= piece.tag === 'p';
			const isStandfirst = isFirst && paragraph.isBold;
			isFirst &&= piece.tag !== 'p';
			if (paragraph.html !== '') blocks.push({ html: paragraph.html, kind: isStandfirst ? 'standfirst' : 'words' });
			if (paragraph.text !== '') texts.push(paragraph.text);
		} else if (piece.tag !== 'br' && piece.tag !== 'hr') return undefined;
	}
	return rooms.length === 0 ? { blocks, texts } : undefined;
}

/** An address that any parser reads and writes as it stands. */
function pictureIn({ attributes }: PlainStart): string | undefined {
	const written = attributes.get('src') ?? '';
	if (attributes.size !== 1 || !PICTURE.test(written)) return undefined;
	const address = pictureAddress(written);
	return address !== undefined && PICTURE.test(address) && !/[&"<>]/.test(address) && new URL(address).href === address
		? address
		: undefined;
}

/** A `div` just begun: furniture is gone through to its end; of one line it must be known that it is. */
function enterRoom(walk: PlainWalk, div: PlainStart, around: Room | undefined): Room | 'furniture' | 'unknown' {
	const signs = signsOf(div);
	if (signs.className.includes('t-content__chapo')) return 'unknown';
	const room: Room = { index: walk.elements - 1, from: walk.said.length, hasParagraph: false };
	if (div.attributes.size > 0 && isFurniture(signs)) return skipFurniture(walk) ? 'furniture' : 'unknown';
	const end = lineEnd(walk);
	if (end === undefined) return room;
	let links = 0;
	let elements = 0;
	while (walk.at < end) {
		const piece = takePiece(walk)!;
		if (piece.kind !== 'start') continue;
		elements++;
		if (piece.tag !== 'a') continue;
		links++;
		if (!BOT_LINK.test(piece.attributes.get('href') ?? '') || piece.attributes.has('role')) return 'unknown';
	}
	const said = walk.said.slice(room.from);
	if (elements === 0) {
		const line = lineOf(said);
		const isNothing = !/[^ \t\n]/.test(said) || isNoPicture(said);
		return isNothing || isAdLabel(line) || isDated(walk, room) ? 'furniture' : 'unknown';
	}
	// The bot's own line is as large as the article where nothing else is around it.
	const isOwnBlock = around === undefined || around.hasParagraph;
	return links > 0 && elements < 20 && lineOf(said) !== '' && isOwnBlock ? 'furniture' : 'unknown';
}

/** Where a `div` of words, links and line breaks has its end, past it; undefined where there is more in it. */
function lineEnd({ pieces, at }: PlainWalk): number | undefined {
	let isInLink = false;
	for (let next = at; next < pieces.length; next++) {
		const piece = pieces[next]!;
		if (piece.kind === 'words' || (piece.kind === 'start' && piece.tag === 'br')) continue;
		if (piece.kind === 'end' && piece.tag === 'div') return isInLink ? undefined : next + 1;
		if (piece.tag !== 'a' || isInLink !== (piece.kind === 'end')) return undefined;
		isInLink = !isInLink;
	}
	return undefined;
}

/** To the end of a `div`, in which is nothing but others and words. */
function skipFurniture(walk: PlainWalk): boolean {
	let depth = 1;
	while (depth > 0) {
		const piece = takePiece(walk);
		if (piece === undefined || depth > DEEPEST) return false;
		if (piece.kind === 'words') continue;
		if (piece.tag !== 'div') return false;
		if (piece.kind === 'start' && signsOf(piece).className.includes('t-content__chapo')) return false;
		depth += piece.kind === 'start' ? 1 : -1;
	}
	return true;
}

/** Whether an element that is over is the date line, with all that stood in it. */
function isDated(walk: PlainWalk, { index, from }: Pick<Room, 'index' | 'from'>): boolean {
	return index < DATED_ELEMENTS && isDateLine(lineOf(walk.said.slice(from)));
}

/** Words as one line; none where they are more than that. */
function lineOf(said: string): string {
	if (said.length > 400) return '';
	const line = said.replace(/\s+/g, ' ').trim();
	return line.length > LONGEST_LINE ? '' : line;
}
