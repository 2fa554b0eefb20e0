import { type FoldedText, type Folding, fold, startFolding } from './fold.ts';
import { buildGramIndex, type GramIndex, type GramIndexBuilder } from './gram-index.ts';
import { findAll } from './search.ts';

/** A folded text that passages are looked for in. Its index of grams is made when it pays. */
export interface Page {
	readonly folded: FoldedText;
	/** The first `most` places of `pattern`, ascending. */
	find(pattern: Uint16Array, most: number): number[];
	index(): GramIndex;
}

interface SteppedPage extends Page {
	advance(): boolean;
	isIndexed(): boolean;
}

/** A page made in steps of bounded length, so that a long one does not block. */
export interface PageBuilder {
	/** Does one step (about a millisecond); true when the page with its index is ready. */
	advance(): boolean;
	/** Whether the page and its index are ready. */
	isReady(): boolean;
	/** The page, finished at once where steps are left; its index may still be made later. */
	page(): Page;
}

/** Gram lengths: two or three ideographs are a word; five letters are about as rare. */
const IDEOGRAPH_GRAM = 3;
const LETTER_GRAM = 5;
/** Searches after which the index has paid for itself. */
const SEARCHES_WITHOUT_INDEX = 64;
/** A pattern is looked up by the rarest of its first grams, if that is rare enough. */
const GRAMS_COMPARED = 32;
const MOST_PLACES = 2000;
/** Code units folded, and places indexed, in one step. */
const FOLDED_A_STEP = 0x10000;
const INDEXED_A_STEP = 0x4000;

export function startPage(text: string): PageBuilder {
	let started: Folding | undefined;
	let isFolded = false;
	let made: SteppedPage | undefined;

	function folding(): Folding {
		started ??= startFolding(text);
		return started;
	}

	function page(): SteppedPage {
		if (!started) made ??= createPage(fold(text));
		else if (!isFolded) folding().advance(Infinity);
		isFolded = true;
		made ??= createPage(folding().result());
		return made;
	}

	return {
		advance() {
			if (isFolded) return page().advance();
			isFolded = folding().advance(FOLDED_A_STEP);
			return false;
		},
		isReady: () => made?.isIndexed() ?? false,
		page,
	};
}

export function createPage(folded: FoldedText): SteppedPage {
	const { units } = folded;
	let builder: GramIndexBuilder | undefined;
	let isIndexed = false;
	let searches = 0;

	function advance(count: number): boolean {
		builder ??= buildGramIndex(units, gramSize(units));
		isIndexed ||= builder.advance(count);
		return isIndexed;
	}

	function index(): GramIndex {
		advance(Infinity);
		return builder!.index;
	}

	return {
		folded,
		index,
		advance: () => advance(INDEXED_A_STEP),
		isIndexed: () => isIndexed,
		find(pattern, most) {
			if (!isIndexed && ++searches < SEARCHES_WITHOUT_INDEX) return findAll(units, pattern, most);
			return findIndexed(index(), units, pattern, most) ?? findAll(units, pattern, most);
		},
	};
}

function findIndexed(index: GramIndex, units: Uint16Array, pattern: Uint16Array, most: number): number[] | undefined {
	const last = Math.min(GRAMS_COMPARED, pattern.length - index.size);
	let rarest = -1;
	let count = MOST_PLACES;
	for (let at = 0; at <= last; at++) {
		const here = index.countAt(pattern, at);
		if (here >= count) continue;
		count = here;
		rarest = at;
	}
	if (rarest < 0) return undefined;
	const found: number[] = [];
	index.forEach(pattern, rarest, (place) => {
		const start = place - rarest;
		if (start < 0 || start + pattern.length > units.length) return;
		for (let i = 0; i < pattern.length; i++) if (units[start + i] !== pattern[i]) return;
		found.push(start);
	});
	return found.reverse().slice(0, most);
}

/** By the script of the text, judged from a sample. */
function gramSize(units: Uint16Array): number {
	const step = Math.max(1, units.length >> 9);
	let ideographs = 0;
	let looked = 0;
	for (let i = 0; i < units.length; i += step, looked++) if (units[i]! >= 0x3040 && units[i]! < 0xa000) ideographs++;
	return ideographs * 3 > looked ? IDEOGRAPH_GRAM : LETTER_GRAM;
}
