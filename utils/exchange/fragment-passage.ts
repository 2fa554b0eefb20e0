import { foldForFind } from './find-fold.ts';
import { hasWord, type WordEdges, wordEdges } from './word-edges.ts';

/** Stored context that is shorter was not cut: the article began or ended there. Ours is 48 units long, that of others 32. */
const SHORTEST_CUT = 30;

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
	/** The blocks it begins and ends in: the same one for a passage within a block. */
	readonly first: Block;
	readonly last: Block;
	/** The whole article text, folded; absent where the passage could not be placed in it. */
	readonly article?: string;
}

export interface Block extends WordEdges {
	readonly from: number;
	readonly to: number;
}

/** Undefined where the quote has no word that could be looked for. */
export function placePassage(quote: Quote, lang: string | undefined, articleText = ''): Passage | undefined {
	const bounds = boundsOfWords(quote.exact);
	if (bounds === undefined) return undefined;
	const at = placeIn(articleText, quote);
	const text = at === undefined ? quote.prefix + quote.exact + quote.suffix : articleText;
	const base = at ?? quote.prefix.length;
	const [start, end] = [base + bounds.start, base + bounds.end];

	const from = text.lastIndexOf('\n', start - 1) + 1;
	const to = lineEnd(text, end);
	const startIsWhole = from > 0 || at !== undefined || quote.prefix.length < SHORTEST_CUT;
	const endIsWhole = to < text.length || at !== undefined || quote.suffix.length < SHORTEST_CUT;
	const firstTo = lineEnd(text, start);
	const article = at === undefined ? {} : { article: foldForFind(articleText) };
	if (firstTo >= end) {
		const block = { from, to, ...wordEdges(text, [from, to], { start: startIsWhole, end: endIsWhole }, lang) };
		return { text, start, end, first: block, last: block, ...article };
	}
	const lastFrom = text.lastIndexOf('\n', end - 1) + 1;
	return {
		text,
		start,
		end,
		first: { from, to: firstTo, ...wordEdges(text, [from, firstTo], { start: startIsWhole, end: true }, lang) },
		last: { from: lastFrom, to, ...wordEdges(text, [lastFrom, to], { start: true, end: endIsWhole }, lang) },
		...article,
	};
}

/** Where the quote stands in the article text: with its context, or the only place it has. */
function placeIn(articleText: string, { exact, prefix, suffix }: Quote): number | undefined {
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
