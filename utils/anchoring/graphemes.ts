/**
 * Where an offset falls inside what a reader sees as one character (a surrogate pair, a letter with its marks, an emoji
 * sequence), the nearest place outside it.
 */
export function graphemeStart(text: string, offset: number): number {
	return clusterAround(text, offset)?.start ?? offset;
}

export function graphemeEnd(text: string, offset: number): number {
	return clusterAround(text, offset)?.end ?? offset;
}

/** Longest cluster looked at, in UTF-16 code units; family emoji have about 25. */
const REACH = 48;

/** Units that can join their neighbour. Between two others there is always a boundary, and no segmenter is needed. */
const JOINING = /\p{M}|[\u200c\ud800-\udfff\u1100-\u11ff\ua960-\ua97f\ud7b0-\ud7ff]|\u200d/u;

let segmenter: Intl.Segmenter | undefined;

function clusterAround(text: string, offset: number): { start: number; end: number } | undefined {
	if (offset <= 0 || offset >= text.length) return undefined;
	if (!isJoining(text.charCodeAt(offset)) && !isJoining(text.charCodeAt(offset - 1))) return undefined;
	segmenter ??= new Intl.Segmenter('und', { granularity: 'grapheme' });
	let from = Math.max(0, offset - REACH);
	// Do not start the window inside a pair: the segmenter would see a lone surrogate.
	if (from > 0 && isLowSurrogate(text.charCodeAt(from))) from--;
	const cluster = segmenter.segment(text.slice(from, offset + REACH)).containing(offset - from);
	if (!cluster || from + cluster.index === offset) return undefined;
	return { start: from + cluster.index, end: from + cluster.index + cluster.segment.length };
}

function isJoining(unit: number): boolean {
	return unit >= 0x300 && !(unit >= 0x3000 && unit <= 0x9fff) && JOINING.test(String.fromCharCode(unit));
}

function isLowSurrogate(unit: number): boolean {
	return unit >= 0xdc00 && unit <= 0xdfff;
}
