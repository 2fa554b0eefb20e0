import { foldForFind, isUnique } from './find-fold.ts';
import { type Block, type Passage, placePassage, type Quote } from './fragment-passage.ts';
import { hasSpaceless, hasWord } from './word-edges.ts';

/** A longer passage (UTF-16 code units) is named by its beginning and its end. */
const LONGEST_WHOLE = 300;
/** How far a prefix, a suffix or the term at an end of a long passage may reach. */
const LONGEST_TERM = 120;

/**
 * The address of a page with a text directive that scrolls to a quote and marks it
 * (https://wicg.github.io/scroll-to-text-fragment/). Empty where the address is not one of the web; the address alone
 * where the quote has no word to look for.
 *
 * A browser takes the first place where the terms stand, and wants whole words. So a quote that begins or ends within a word, or
 * where browsers may disagree on words (Chinese, Thai, Khmer), gets its neighbours up to a sure word edge as prefix or suffix; a short
 * one gets them too, since its words may stand in the page's menus. Terms never leave their block: between two blocks the page may
 * have an advertisement that the article text does not know.
 *
 * `articleText`, where the quote stands in it, makes the directive the shortest that is unique there; else the stored
 * context has to do. `lang` is that of the article, BCP 47.
 */
export function textFragmentUrl(url: string, quote: Quote, lang?: string, articleText?: string): string {
	if (!/^https?:\/\//i.test(url)) return '';
	const passage = placePassage(quote, lang, articleText);
	if (passage === undefined) return url;
	const directiveStart = url.indexOf(':~:');
	const address = directiveStart === -1 ? url : url.slice(0, directiveStart);
	return `${address}${address.includes('#') ? '' : '#'}:~:text=${directiveFor(passage)}`;
}

/** What the directive names: `[prefix,start)` prefix, `[start,end)` text, `[end,suffix)` suffix, as offsets. */
interface Terms {
	readonly prefix: number;
	readonly suffix: number;
	/** For a long passage: the end of its first term and the start of its last. */
	readonly between?: readonly [number, number];
}

function directiveFor(passage: Passage): string {
	const { text, start, end } = passage;
	const { prefix, suffix, between } = (needsTwoEnds(passage) ? endTerms(passage) : undefined) ?? wholeTerm(passage);
	const term =
		between === undefined
			? [[start, end]]
			: [
					[start, between[0]],
					[between[1], end],
				];
	return [
		prefix < start ? `${encodeTerm(text.slice(prefix, start))}-` : '',
		...term.map(([from, to]) => encodeTerm(text.slice(from, to))),
		suffix > end ? `-${encodeTerm(text.slice(end, suffix))}` : '',
	]
		.filter((part) => part !== '')
		.join(',');
}

function needsTwoEnds({ first, last, start, end }: Passage): boolean {
	return first !== last || end - start > LONGEST_WHOLE;
}

/** The whole passage, with as much context as makes it bounded, long enough to be found, and unique. */
function wholeTerm({ text, start, end, first, article }: Passage): Terms {
	const prefixes = stepsBefore(text, first, start);
	const suffixes = stepsAfter(text, first, end);
	let [before, after] = [isFirm(first, start) ? 0 : 1, isFirm(first, end) ? 0 : 1];
	for (;;) {
		const prefix = prefixes[Math.min(before, prefixes.length) - 1] ?? start;
		const suffix = suffixes[Math.min(after, suffixes.length) - 1] ?? end;
		const named = text.slice(prefix, suffix);
		const [canBefore, canAfter] = [before < prefixes.length, after < suffixes.length];
		if ((isLongEnough(named) && isUniqueIn(article, named)) || !(canBefore || canAfter)) return { prefix, suffix };
		if (canAfter && (after <= before || !canBefore)) after += 1;
		else before += 1;
	}
}

/** The beginning and the end of a passage; undefined where no word edge divides it. */
function endTerms({ text, start, end, first, last, article }: Passage): Terms | undefined {
	const prefix = isFirm(first, start) ? start : (stepsBefore(text, first, start)[0] ?? start);
	const suffix = isFirm(last, end) ? end : (stepsAfter(text, last, end)[0] ?? end);
	const startEnds = stepsAfter(text, first, start).filter((edge) => edge < end);
	const startEnd =
		startEnds.find((edge) => isLongEnough(text.slice(prefix, edge)) && isUniqueIn(article, text.slice(prefix, edge))) ??
		startEnds.at(-1);
	if (startEnd === undefined) return undefined;
	const rest = foldForFind(text.slice(startEnd, suffix));
	const endStarts = stepsBefore(text, last, end).filter((edge) => edge >= startEnd);
	const endStart =
		endStarts.find((edge) => isLongEnough(text.slice(edge, suffix)) && isFirstAtEnd(rest, text.slice(edge, suffix))) ??
		endStarts.at(-1);
	return endStart === undefined ? undefined : { prefix, suffix, between: [startEnd, endStart] };
}

/** The sure word edges before `from`, nearest first, each with a word more; within reach only. */
function stepsBefore(text: string, block: Block, from: number): number[] {
	const steps = (edges: readonly number[]) =>
		withAWordMore(
			edges.filter((edge) => edge < from && from - edge <= LONGEST_TERM).reverse(),
			(edge, last) => text.slice(edge, last),
			from,
		);
	const firm = steps(block.firm);
	return firm.length > 0 ? firm : steps(block.soft);
}

function stepsAfter(text: string, block: Block, from: number): number[] {
	const steps = (edges: readonly number[]) =>
		withAWordMore(
			edges.filter((edge) => edge > from && edge - from <= LONGEST_TERM),
			(edge, last) => text.slice(last, edge),
			from,
		);
	const firm = steps(block.firm);
	return firm.length > 0 ? firm : steps(block.soft);
}

function withAWordMore(edges: number[], between: (edge: number, last: number) => string, from: number): number[] {
	let last = from;
	return edges.filter((edge) => {
		if (!hasWord(between(edge, last))) return false;
		last = edge;
		return true;
	});
}

function isFirm(block: Block, offset: number): boolean {
	return block.firm.includes(offset);
}

/** A script without spaces says about twice as much in a character. */
function isLongEnough(text: string): boolean {
	return text.length >= (hasSpaceless(text) ? 12 : 24);
}

function isUniqueIn(article: string | undefined, text: string): boolean {
	return article === undefined || isUnique(article, foldForFind(text));
}

/** Whether the first place of `text` in the folded `rest` is at its very end. */
function isFirstAtEnd(rest: string, text: string): boolean {
	const term = foldForFind(text);
	return rest.indexOf(term) === rest.length - term.length;
}

/** Everything but letters and digits of ASCII is encoded: `-`, `,` and `&` mean something in a directive. */
function encodeTerm(text: string): string {
	return encodeURIComponent(text.toWellFormed().replace(/\s+/g, ' ').trim()).replace(
		/[-_.!~*'()]/g,
		(character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
	);
}
