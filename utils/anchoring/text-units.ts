/** A stretch of the article text, in UTF-16 code units. */
export interface Span {
	readonly start: number;
	readonly end: number;
}

/** What a reader moves by. White space around a unit is no part of it. A block is a paragraph, a heading, a title. */
export type Unit = 'grapheme' | 'word' | 'sentence' | 'block';

/**
 * An article text as units of reading, found by the rules of its language (`Intl.Segmenter`), block by block: no unit
 * reaches from one block into the next.
 */
export interface TextUnits {
	/** The unit that holds the character after the offset; undefined in white space and, of words, in punctuation. */
	at(unit: Unit, offset: number): Span | undefined;
	/** The first unit that begins at the offset or after it. */
	after(unit: Unit, offset: number): Span | undefined;
	/** The last unit that ends at the offset or before it. */
	before(unit: Unit, offset: number): Span | undefined;
	/** The nearest edge of a unit beyond the offset: where units begin, or where they end. */
	edge(unit: Unit, which: 'start' | 'end', offset: number, direction: 1 | -1): number | undefined;
}

/** @param lang BCP 47; the rules common to all languages where it is absent or not well formed */
export function createTextUnits(text: string, lang: string | undefined): TextUnits {
	const segmenters = new Map<Unit, Intl.Segmenter>();

	function segmenter(unit: 'grapheme' | 'word' | 'sentence'): Intl.Segmenter {
		const known = segmenters.get(unit) ?? createSegmenter(lang, unit);
		segmenters.set(unit, known);
		return known;
	}

	function blockAt(offset: number): Span {
		const start = offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
		const end = text.indexOf('\n', offset);
		return { start, end: end === -1 ? text.length : end };
	}

	/** Of a block, in order. */
	function unitsOf({ start, end }: Span, unit: Unit): Span[] {
		const block = text.slice(start, end);
		if (unit === 'block') return trimmedFrom(start)(block);
		const segments = [...segmenter(unit).segment(block)];
		if (unit === 'sentence') return joined(segments.map(({ segment }) => segment)).flatMap(trimmedFrom(start));
		return segments
			.filter(({ segment, isWordLike }) => (unit === 'word' ? isWordLike : /\S/.test(segment)))
			.map(({ index, segment }) => ({ start: start + index, end: start + index + segment.length }));
	}

	/** The first answer that is found in the blocks from the one at the offset on, in one direction. */
	function search<T>(offset: number, direction: 1 | -1, find: (block: Span) => T | undefined): T | undefined {
		let block = blockAt(Math.max(0, Math.min(offset, text.length)));
		for (;;) {
			const found = find(block);
			if (found !== undefined) return found;
			const next = direction === 1 ? block.end + 1 : block.start - 1;
			if (next < 0 || next > text.length) return undefined;
			block = blockAt(next);
		}
	}

	return {
		at: (unit, offset) =>
			unitsOf(blockAt(Math.max(0, Math.min(offset, text.length))), unit).find(
				({ start, end }) => start <= offset && offset < end,
			),
		after: (unit, offset) => search(offset, 1, (block) => unitsOf(block, unit).find(({ start }) => start >= offset)),
		before: (unit, offset) => search(offset, -1, (block) => unitsOf(block, unit).findLast(({ end }) => end <= offset)),
		edge: (unit, which, offset, direction) =>
			search(offset, direction, (block) => {
				const edges = unitsOf(block, unit).map((span) => span[which]);
				return direction === 1 ? edges.find((at) => at > offset) : edges.findLast((at) => at < offset);
			}),
	};
}

function createSegmenter(lang: string | undefined, granularity: 'grapheme' | 'word' | 'sentence'): Intl.Segmenter {
	try {
		return new Intl.Segmenter(lang, { granularity });
	} catch {
		return new Intl.Segmenter('und', { granularity });
	}
}

/** A single letter, or a title before a name: its full stop ends no sentence. */
const ABBREVIATED =
	/(?:^|[\s(«“"'’])(?:\p{L}|M[mM]|M[rs]|Mrs|Mme|Mlle|Drs?|Prof|Sra?|Ste?|Jr|Gen|Gén|Sen|им|ул|см)\.\s*$/u;
/** A quotation mark that closes what was said before it, set apart by a space as in French. */
const CLOSING = /^[»”’)\]]+\s*/u;

/** Sentences as a reader sees them, out of those of Unicode's rules, which know no abbreviation. */
function joined(segments: readonly string[]): string[] {
	const sentences: string[] = [];
	for (const segment of segments) {
		const last = sentences.at(-1);
		if (last === undefined) {
			sentences.push(segment);
		} else if (ABBREVIATED.test(last)) {
			sentences[sentences.length - 1] = last + segment;
		} else {
			const closing = CLOSING.exec(segment)?.[0] ?? '';
			sentences[sentences.length - 1] = last + closing;
			if (closing.length < segment.length) sentences.push(segment.slice(closing.length));
		}
	}
	return sentences;
}

/** Pieces of a text that follow each other, as spans without the white space around them. */
function trimmedFrom(offset: number): (piece: string) => Span[] {
	let at = offset;
	return (piece) => {
		const start = at + piece.length - piece.trimStart().length;
		const end = at + piece.trimEnd().length;
		at += piece.length;
		return start < end ? [{ start, end }] : [];
	};
}
