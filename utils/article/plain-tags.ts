import type { FurnitureSigns } from './furniture.ts';

/** The tag an element begins with. */
export interface PlainStart {
	readonly kind: 'start';
	readonly tag: string;
	readonly attributes: ReadonlyMap<string, string>;
}

/** A piece of plain HTML: words between tags, or one tag. */
export type PlainPiece =
	| { readonly kind: 'words'; readonly words: string }
	| { readonly kind: 'end'; readonly tag: string }
	| PlainStart;

/** Where a walk through pieces is. */
export interface PlainWalk {
	readonly pieces: readonly PlainPiece[];
	at: number;
	/** How many elements have begun. */
	elements: number;
	/** All words so far. */
	said: string;
}

export function takePiece(walk: PlainWalk): PlainPiece | undefined {
	const piece = walk.pieces[walk.at++];
	if (piece?.kind === 'words') walk.said += piece.words;
	else if (piece?.kind === 'start') walk.elements++;
	return piece;
}

/** What of an element tells whether it is furniture. */
export function signsOf({ tag, attributes }: PlainStart): FurnitureSigns {
	return {
		localName: tag,
		className: attributes.get('class') ?? '',
		getAttribute: (name) => attributes.get(name) ?? null,
		hasAttribute: (name) => attributes.has(name),
	};
}

/** Attributes after white space, values in double quotes; one that touches the value before it is read by parsers too. */
const TAG =
	/<(\/?)([a-z][a-z0-9]*)((?:[ \t\n]+[a-z][a-z0-9-]*(?:="[^"<>&]*"(?:[a-z][a-z0-9-]*="[^"<>&]*")*)?)*)[ \t\n]*>/y;
const ATTRIBUTE = /([a-z][a-z0-9-]*)(?:="([^"]*)")?/g;
/** What parsers and writers of HTML treat in a way of its own. */
const ODD = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufeff\ufffe\uffff]|\p{Cs}/u;
const REFERENCE = /&(?:#(\d{2,5})|amp|quot|nbsp);/g;
const NAMED: Readonly<Record<string, string>> = { '&amp;': '&', '&quot;': '"', '&nbsp;': '\u00a0' };
const NONE: ReadonlyMap<string, string> = new Map();

/**
 * Takes plain HTML apart as any parser would, where there is no parser; undefined where it holds anything that might be read another
 * way: comments, other quotes, rare references, control characters. That tags nest as they should is the caller's to see.
 */
export function plainPieces(html: string): PlainPiece[] | undefined {
	if (isOdd(html)) return undefined;
	const pieces: PlainPiece[] = [];
	let at = 0;
	while (at < html.length) {
		const next = html.indexOf('<', at);
		const end = next < 0 ? html.length : next;
		if (end > at) {
			const words = plainWords(html.slice(at, end));
			if (words === undefined) return undefined;
			pieces.push({ kind: 'words', words });
		}
		if (next < 0) break;
		TAG.lastIndex = next;
		const [whole, slash, tag, attributes] = TAG.exec(html) ?? [];
		if (whole === undefined || tag === undefined || (slash && attributes)) return undefined;
		pieces.push(slash ? { kind: 'end', tag } : { kind: 'start', tag, attributes: attributesIn(attributes) });
		at = next + whole.length;
	}
	return pieces;
}

/** Whether words are what the bot wrote where there was no picture. */
export function isNoPicture(words: string): boolean {
	return words.length < 40 && words.trim() === 'Array';
}

export function isOdd(text: string): boolean {
	return ODD.test(text);
}

/** Of an attribute written twice the first counts. */
function attributesIn(written: string | undefined): ReadonlyMap<string, string> {
	if (!written) return NONE;
	const read = new Map<string, string>();
	for (const [, name, value = ''] of written.matchAll(ATTRIBUTE)) if (!read.has(name!)) read.set(name!, value);
	return read;
}

function plainWords(written: string): string | undefined {
	if (!written.includes('&')) return written.includes('>') ? undefined : written;
	let isPlain = !written.includes('>') && !written.replace(REFERENCE, '').includes('&');
	const words = written.replace(REFERENCE, (whole, number) => {
		if (number === undefined) return NAMED[whole]!;
		const code = Number(number);
		const isSign = (code >= 0xa0 && code < 0xd800) || code === 34 || code === 38 || code === 39;
		isPlain &&= isSign && code !== 0xfeff;
		return String.fromCharCode(code);
	});
	return isPlain ? words : undefined;
}
