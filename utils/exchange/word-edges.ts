/** Scripts written without spaces: a browser finds their words by its own dictionary, and two browsers may disagree. */
const SPACELESS = /^[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}]/u;
const WORD_CHARACTER = /[\p{L}\p{N}]/u;

/** Where words begin and end in one block (paragraph, heading, list item) of an article text. Offsets ascend. */
export interface WordEdges {
	/** Word boundaries in every browser: at white space, punctuation, a change of script, the block's ends. */
	readonly firm: readonly number[];
	/** Boundaries inside a run of a script written without spaces, by this engine's dictionary. */
	readonly soft: readonly number[];
	/** Where our knowledge of the block stops, which may be anywhere in a word. */
	readonly unsure: readonly number[];
}

/**
 * The word edges of the block [from, to) of `text`, as offsets in `text`. `whole` tells which ends of the block are its own. `lang` is BCP 47 and may be unknown to the engine.
 */
export function wordEdges(
	text: string,
	[from, to]: readonly [number, number],
	whole: { readonly start: boolean; readonly end: boolean },
	lang = 'en',
): WordEdges {
	const firm: number[] = whole.start ? [from] : [];
	const soft: number[] = [];
	for (const { index } of wordSegmenter(lang).segment(text.slice(from, to))) {
		if (index > 0) (isWithinSpaceless(text, from + index) ? soft : firm).push(from + index);
	}
	if (whole.end) firm.push(to);
	return { firm, soft, unsure: [...(whole.start ? [] : [from]), ...(whole.end ? [] : [to])] };
}

export function hasWord(text: string): boolean {
	return WORD_CHARACTER.test(text);
}

export function hasSpaceless(text: string): boolean {
	return new RegExp(SPACELESS.source.slice(1), 'u').test(text);
}

function isWithinSpaceless(text: string, index: number): boolean {
	const before = text.charCodeAt(index - 1) & 0xfc00;
	return (
		SPACELESS.test(text.slice(before === 0xdc00 ? index - 2 : index - 1)) &&
		SPACELESS.test(text.slice(index, index + 2))
	);
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
