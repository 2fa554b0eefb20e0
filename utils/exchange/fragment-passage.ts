import { foldForFind } from './find-fold.ts';
import { hasWord, type WordEdges, wordEdges } from './word-edges.ts';

/** Stored context that is shorter was not cut: the article began or ended there. Ours is 48 units long, that of others 32. */
const SHORTEST_CUT = 30;
/** How far around an end of the passage words are looked for; the segmenter is slow on long texts. */
const REACH = 250;

/** The words of an annotation with what stood before and after them (a `TextQuoteSelector`). */
export interface Quote {
	readonly exact: string;
	readonly prefix: string;
	readonly suffix: string;
}

/** A passage amid what is known of the text around it. All offsets are UTF-16 code units in `text`. */
export interface Passage {
	readonly text: string;
	/** Of its first character that is not white space, in the first block that has a word. */
	readonly start: number;
	/** Behind its last character that is not white space, in the last block that has a word. */
	readonly end: number;
	/** Around its start and around its end, each within the block there. */
	readonly first: WordEdges;
	readonly last: WordEdges;
	readonly spansBlocks: boolean;
	/** The whole article text, folded; absent where the passage could not be placed in it. */
	readonly article?: string;
}

/** Undefined where the quote has no word that could be looked for. */
export function placePassage(quote: Quote, lang: string | undefined, articleText = ''): Passage | undefined {
	const bounds = boundsOfWords(quote.exact);
	if (bounds === undefined) return undefined;
	const at = placeIn(articleText, quote);
	const text = at === undefined ? quote.prefix + quote.exact + quote.suffix : articleText;
	const base = at ?? quote.prefix.length;
	const [start, end] = [base + bounds.start, base + bounds.end];

	const spansBlocks = text.slice(start, end).includes('\n');
	const cut = at === undefined ? quote : undefined;
	const areNear = !spansBlocks && end - start <= REACH;
	const first = areNear ? blockAround(text, start, end, cut, lang) : blockAround(text, start, start, cut, lang);

	return {
		text,
		start,
		end,
		first,
		last: areNear ? first : blockAround(text, end, end, cut, lang),
		spansBlocks,
		...(at === undefined ? {} : { article: foldedOnce(articleText) }),
	};
}

/** The last text that was folded: an export asks for the same one for each of its annotations. */
let last = { text: '', folded: '' };

export function foldedOnce(text: string): string {
	if (text !== last.text) last = { text, folded: foldForFind(text) };
	return last.folded;
}

/** The word edges near a stretch that lies in one block. `cut` is the quote whose context is all that is known of the text. */
function blockAround(
	text: string,
	start: number,
	end: number,
	cut: Quote | undefined,
	lang: string | undefined,
): WordEdges {
	const blockStart = start === 0 ? 0 : text.lastIndexOf('\n', start - 1) + 1;
	const blockEnd = lineEnd(text, end);
	const [from, to] = [Math.max(blockStart, start - REACH), Math.min(blockEnd, end + REACH)];
	const startsWhole = cut === undefined || cut.prefix.length < SHORTEST_CUT;
	const endsWhole = cut === undefined || cut.suffix.length < SHORTEST_CUT;
	const whole = {
		start: from === blockStart && (from > 0 || startsWhole),
		end: to === blockEnd && (to < text.length || endsWhole),
	};
	return wordEdges(text, [from, to], { whole, near: [start, end] }, lang);
}

/** The last quote that was looked for: it is asked for twice where its words alone do not do. */
let lastPlaced: { readonly text: string; readonly quote: Quote | undefined; readonly at: number | undefined } = {
	text: '',
	quote: undefined,
	at: undefined,
};

/** Where the quote stands in the article text: with its context, or the only place it has. */
export function placeIn(text: string, quote: Quote): number | undefined {
	if (lastPlaced.quote !== quote || lastPlaced.text !== text) lastPlaced = { text, quote, at: findPlace(text, quote) };
	return lastPlaced.at;
}

function findPlace(articleText: string, { exact, prefix, suffix }: Quote): number | undefined {
	const inContext = articleText.indexOf(prefix + exact + suffix);
	if (inContext !== -1) return inContext + prefix.length;
	const first = articleText.indexOf(exact);
	return first !== -1 && first === articleText.lastIndexOf(exact) ? first : undefined;
}

/** The part of a quote between the first and the last line that have a word, without white space at its ends. */
function boundsOfWords(exact: string): { start: number; end: number } | undefined {
	let [start, end] = [-1, -1];
	let offset = 0;
	for (const line of exact.split('\n')) {
		if (hasWord(line)) {
			if (start === -1) start = offset + line.length - line.trimStart().length;
			end = offset + line.trimEnd().length;
		}
		offset += line.length + 1;
	}
	return start === -1 ? undefined : { start, end };
}

function lineEnd(text: string, from: number): number {
	const end = text.indexOf('\n', from);
	return end === -1 ? text.length : end;
}
