import { firmEdges } from './firm-edges.ts';

/** Scripts written without spaces: a browser finds their words by its own dictionary, and two browsers may disagree. */
const SPACELESS = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}]/u;
const WORD_CHARACTER = /[\p{L}\p{N}]/u;

/** Where words begin and end in one block (paragraph, heading, list item) of an article text. Offsets ascend. */
export interface WordEdges {
	/** What is looked at. */
	readonly from: number;
	readonly to: number;
	/** Word boundaries in every browser: at white space, punctuation, a change of script, the block's ends. */
	readonly firm: readonly number[];
	/** Those by this engine's rules and its dictionary, wanted only where there are no others: the segmenter is slow. */
	readonly soft: () => readonly number[];
	/** Where our knowledge of the block stops, which may be anywhere in a word. */
	readonly unsure: readonly number[];
}

/** What of a block word edges are wanted for. */
interface Stretch {
	/** Which ends of the block are its own. */
	readonly whole: { readonly start: boolean; readonly end: boolean };
	/** Firm edges are wanted around these offsets alone. */
	readonly near: readonly [number, number];
}

/** Context reaches no farther, see `fragment-context.ts`. */
const FIRM_REACH = 122;

/**
 * The word edges of the block [from, to) of `text`, as offsets in `text`. `lang` is BCP 47 and may be unknown to the engine.
 */
export function wordEdges(
	text: string,
	[from, to]: readonly [number, number],
	{ whole, near }: Stretch,
	lang = 'en',
): WordEdges {
	const within = firmEdges(text, Math.max(from, near[0] - FIRM_REACH), Math.min(to, near[1] + FIRM_REACH));
	const firm = [...(whole.start ? [from] : []), ...within, ...(whole.end ? [to] : [])];
	const soft = (): number[] =>
		[...wordSegmenter(lang).segment(text.slice(from, to))].flatMap(({ index }) => (index > 0 ? [from + index] : []));
	return { from, to, firm, soft, unsure: [...(whole.start ? [] : [from]), ...(whole.end ? [] : [to])] };
}

export function hasWord(text: string): boolean {
	return WORD_CHARACTER.test(text);
}

export function hasSpaceless(text: string): boolean {
	return SPACELESS.test(text);
}

/** The last that was made: making one takes longer than many uses of it, and an export asks for the same one again and again. */
let last: { readonly lang: string; readonly segmenter: Intl.Segmenter } | undefined;

function wordSegmenter(lang: string): Intl.Segmenter {
	if (last?.lang !== lang) last = { lang, segmenter: createSegmenter(lang) };
	return last.segmenter;
}

function createSegmenter(lang: string): Intl.Segmenter {
	try {
		return new Intl.Segmenter(lang, { granularity: 'word' });
	} catch {
		return new Intl.Segmenter('en', { granularity: 'word' });
	}
}
