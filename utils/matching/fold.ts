import { DROPPED, EXPANDED, expansions, folded, learnUnit, UNKNOWN } from './fold-unit.ts';

/**
 * A text reduced to what makes two copies of a passage the same: no white space, marks or invisible characters; one
 * spelling for quotation marks, dashes, full-width forms, Arabic and Persian letters and digits; simplified characters.
 * Case is kept: a change of case is a change of words.
 */
export interface FoldedText {
	readonly source: string;
	/** The folded text, as UTF-16 code units. Offsets in it are "folded offsets". */
	readonly units: Uint16Array;
	/** Source offset of each folded unit, never falling; one more entry at the end holds the source's length. */
	readonly offsets: Uint32Array;
}

const DASH = 0x2d;

/** Texts up to this length are folded in a buffer that is used again: new ones cost more than the folding. */
const LONGEST_BUFFERED = 0x8000;
let buffer: Buffers | undefined;

interface Buffers {
	units: Uint16Array<ArrayBuffer>;
	offsets: Uint32Array<ArrayBuffer>;
}

function buffersFor(length: number): Buffers {
	return { units: new Uint16Array(length + 8), offsets: new Uint32Array(length + 9) };
}

/** Folds the whole of `source` at once. One pass, O(length). */
export function fold(source: string): FoldedText {
	if (source.length > LONGEST_BUFFERED) {
		const folding = startFolding(source);
		folding.advance(Infinity);
		return folding.result();
	}
	buffer ??= buffersFor(LONGEST_BUFFERED);
	const folding = startFolding(source, buffer);
	folding.advance(Infinity);
	const { units, offsets } = folding.result();
	return { source, units: units.slice(), offsets: offsets.slice() };
}

/** Folding in steps, so that a long page does not block. */
export interface Folding {
	/** Folds up to `count` further code units of the source; true when all are folded. */
	advance(count: number): boolean;
	/** What has been folded. */
	result(): FoldedText;
}

export function startFolding(source: string, into = buffersFor(source.length)): Folding {
	const length = source.length;
	let { units, offsets } = into;
	let n = 0;
	let done = 0;

	function expand(letters: string, at: number): void {
		const needed = n + letters.length + (length - at);
		if (needed > units.length) {
			const capacity = needed + (needed >> 2);
			units = grown(units, new Uint16Array(capacity));
			offsets = grown(offsets, new Uint32Array(capacity + 1));
		}
		for (let k = 0; k < letters.length; k++) {
			units[n] = letters.charCodeAt(k);
			offsets[n++] = at;
		}
	}

	return {
		advance(count) {
			const stop = Math.min(length, done + count);
			// Locals: this loop is most of the time it takes to read a page.
			let to = units;
			let from = offsets;
			let k = n;
			let last = k > 0 ? to[k - 1]! : 0;
			for (let at = done; at < stop; at++) {
				const unit = source.charCodeAt(at);
				let entry = folded[unit]!;
				if (entry === UNKNOWN) entry = learnUnit(unit);
				if (entry > EXPANDED) {
					// A run of dashes is one dash: "--", "——" and "–" are the same sign.
					if (entry === DASH && last === DASH) continue;
					to[k] = last = entry;
					from[k++] = at;
				} else if (entry !== DROPPED) {
					n = k;
					expand(expansions.get(unit)!, at);
					to = units;
					from = offsets;
					k = n;
					last = to[k - 1]!;
				}
			}
			n = k;
			done = stop;
			return done >= length;
		},
		result() {
			offsets[n] = length;
			return { source, units: units.subarray(0, n), offsets: offsets.subarray(0, n + 1) };
		},
	};
}

/** The folded text alone, for short strings. */
export function foldedString(source: string): string {
	let text = '';
	for (let i = 0; i < source.length; i++) {
		const unit = source.charCodeAt(i);
		const entry = folded[unit]! || learnUnit(unit);
		if (entry > EXPANDED) {
			if (entry !== DASH || !text.endsWith('-')) text += String.fromCharCode(entry);
		} else if (entry === EXPANDED) text += expansions.get(unit)!;
	}
	return text;
}

function grown<T extends Uint16Array | Uint32Array>(from: T, to: T): T {
	to.set(from);
	return to;
}

/**
 * Source range of the folded range [start, end), end > start. Marks and joiners that follow the last character belong to
 * it and are taken in; white space is not.
 */
export function sourceRange(of: FoldedText, start: number, end: number): { start: number; end: number } {
	const { source, offsets } = of;
	const next = offsets[end]!;
	let stop = offsets[end - 1]! + 1;
	while (stop < next && isTrailing(source.charCodeAt(stop))) stop++;
	return { start: offsets[start]!, end: stop };
}

function isTrailing(unit: number): boolean {
	return unit === DASH || (unit >= 0x300 && TRAILING.test(String.fromCharCode(unit)));
}
/** Also a further dash of a run, which folding dropped. */
const TRAILING = /\p{M}|\p{Pd}|\u200d|[\u0640−─]/u;

/** Folded offset of the first folded unit that stands at or after the source offset. O(log length). */
export function foldedOffset(of: FoldedText, sourceOffset: number): number {
	let low = 0;
	let high = of.units.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if (of.offsets[middle]! < sourceOffset) low = middle + 1;
		else high = middle;
	}
	return low;
}
