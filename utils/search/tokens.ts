import { BETWEEN, LETTER, letterClass, SILENT, UNSPACED } from './letter-class.ts';

/** Makes one spelling of all that a word or character may be written in; may leave nothing. Handed in by who joins the rooms. */
export type Fold = (text: string) => string;

/**
 * The words of a text, and the characters of scripts that put no space between words. `positions` count them one by one; where two
 * runs of such characters are parted by something that is no word, one number is left out, so that what stands across it never
 * looks like one run.
 */
export interface Tokens {
	readonly length: number;
	/** The folded word, or one folded character. */
	readonly terms: readonly string[];
	readonly isCharacter: readonly boolean[];
	readonly positions: readonly number[];
	/** Where in the text, in UTF-16 code units; `ends` take in the marks that follow. */
	readonly starts: readonly number[];
	readonly ends: readonly number[];
}

/** Longer ones are cut: no word of a language is. */
const LONGEST_WORD = 64;

/** Reads `text` into tokens. O(length); `fold` is asked once for each different word where it remembers. */
export function readTokens(text: string, fold: Fold): Tokens {
	const terms: string[] = [];
	const isCharacter: boolean[] = [];
	const positions: number[] = [];
	const starts: number[] = [];
	const ends: number[] = [];
	let position = 0;
	let afterRun = false;
	let hasGap = false;

	function add(term: string, character: boolean, start: number, end: number): void {
		if (character && afterRun && hasGap) position++;
		terms.push(term);
		isCharacter.push(character);
		positions.push(position++);
		starts.push(start);
		ends.push(end);
		afterRun = character;
		hasGap = false;
	}

	let at = 0;
	while (at < text.length) {
		const point = text.codePointAt(at)!;
		const kind = letterClass(point);
		const size = point > 0xffff ? 2 : 1;
		if (kind === LETTER) {
			const end = wordEnd(text, at + size);
			const term = fold(text.slice(at, Math.min(end, at + LONGEST_WORD)));
			if (term !== '') add(term, false, at, end);
			at = end;
		} else if (kind === UNSPACED) {
			const end = silentEnd(text, at + size);
			for (const character of fold(text.slice(at, at + size))) add(character, true, at, end);
			at = end;
		} else {
			if (kind === BETWEEN) hasGap = true;
			at += size;
		}
	}
	return { length: terms.length, terms, isCharacter, positions, starts, ends };
}

function wordEnd(text: string, from: number): number {
	let at = from;
	while (at < text.length) {
		const point = text.codePointAt(at)!;
		const kind = letterClass(point);
		if (kind !== LETTER && kind !== SILENT) break;
		at += point > 0xffff ? 2 : 1;
	}
	return at;
}

function silentEnd(text: string, from: number): number {
	let at = from;
	while (at < text.length && letterClass(text.charCodeAt(at)) === SILENT) at++;
	return at;
}
