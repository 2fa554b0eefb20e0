import { foldForFind, isUnique } from './find-fold.ts';
import { type Context, contextOf, endsInAccent, stepsAfter, stepsBefore } from './fragment-context.ts';
import { foldedOnce, type Passage, placeIn, placePassage, type Quote } from './fragment-passage.ts';
import { hasSpaceless, hasWord } from './word-edges.ts';

/** A longer passage (UTF-16 code units) is named by its beginning and its end. */
const LONGEST_WHOLE = 300;

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
	const directive = sureTerm(quote, articleText) ?? textDirective(quote, lang, articleText);
	if (directive === undefined) return url;
	const directiveStart = url.indexOf(':~:');
	const address = directiveStart === -1 ? url : url.slice(0, directiveStart);
	return `${address}${address.includes('#') ? '' : '#'}:~:text=${directive}`;
}

/** A directive that names the quote, whatever it needs for that; undefined where the quote has no word to look for. */
export function textDirective(quote: Quote, lang?: string, articleText?: string): string | undefined {
	const passage = placePassage(quote, lang, articleText);
	return passage === undefined ? undefined : directiveOf(passage);
}

/**
 * The same where it is the quote and nothing else, as it is for most: it stands once in the article, long enough, between white space or
 * the like, so that no words have to be looked for. Undefined where that is not certain at a glance.
 */
export function sureTerm(quote: Quote, articleText = ''): string | undefined {
	const { exact } = quote;
	if (exact.includes('\n') || exact !== exact.trim() || exact.length > LONGEST_WHOLE || !hasWord(exact))
		return undefined;
	const start = placeIn(articleText, quote);
	if (start === undefined) return undefined;
	const end = start + exact.length;
	if (!isSureEdge(articleText, start) || !isSureEdge(articleText, end) || endsInAccent(articleText, end))
		return undefined;
	return leadsToOnePlace(exact, foldedOnce(articleText)) ? encodeTerm(exact) : undefined;
}

/** Whether words surely begin or end here, in every browser: at white space, or at a sign that white space follows. */
function isSureEdge(text: string, at: number): boolean {
	const [before = '', here = ''] = [text[at - 1], text[at]];
	if (before === '' || here === '' || /\s/.test(before) || /\s/.test(here)) return true;
	return /[\p{L}\p{N}]/u.test(before) && /[.,;:!?»”)]/.test(here) && /^(?:\s|$)/.test(text.slice(at + 1, at + 2));
}

/** What the directive names, as offsets: `[prefix, start)`, the terms, `[end, suffix)`; a prefix or suffix may be empty. */
interface Directive {
	readonly prefix: number;
	/** The whole passage, or its beginning and its end. */
	readonly terms: readonly (readonly [start: number, end: number])[];
	readonly suffix: number;
}

function directiveOf(passage: Passage): string {
	const { text } = passage;
	const needsTwo = passage.spansBlocks || passage.end - passage.start > LONGEST_WHOLE;
	const context = contextOf(passage);
	const { prefix, terms, suffix } = (needsTwo ? twoTerms(passage, context) : undefined) ?? oneTerm(passage, context);
	const before = encodeTerm(text.slice(prefix, context.start));
	const after = encodeTerm(text.slice(context.end, suffix));
	return [
		...(before === '' ? [] : [`${before}-`]),
		...terms.map(([from, to]) => encodeTerm(text.slice(from, to))),
		...(after === '' ? [] : [`-${after}`]),
	].join(',');
}

/** The whole passage, with as much context as makes it bounded, long enough to be found, and unique. */
function oneTerm({ text, article }: Passage, { start, end, prefixes, suffixes }: Context): Directive {
	let [before, after] = [0, 0];
	for (;;) {
		const prefix = prefixes[before] ?? start;
		const suffix = suffixes[after] ?? end;
		const [canBefore, canAfter] = [before + 1 < prefixes.length, after + 1 < suffixes.length];
		if (leadsToOnePlace(text.slice(prefix, suffix), article) || !(canBefore || canAfter))
			return { prefix, terms: [[start, end]], suffix };
		if (canAfter && (after <= before || !canBefore)) after += 1;
		else before += 1;
	}
}

/** The beginning and the end of a passage; undefined where no word edge divides it. */
function twoTerms(passage: Passage, { start, end, prefixes, suffixes }: Context): Directive | undefined {
	const { text, first, last, article } = passage;
	const suffix = suffixes[0] ?? end;
	const firstEnds = stepsAfter(text, first, start).filter((edge) => edge < end);
	const [prefix, firstEnd] = firstPair(prefixes, firstEnds, (from, to) =>
		leadsToOnePlace(text.slice(from, to), article),
	) ?? [prefixes[0] ?? start, firstEnds.at(-1)];
	if (firstEnd === undefined) return undefined;
	const rest = foldForFind(text.slice(firstEnd, suffix));
	const lastStarts = stepsBefore(text, last, end).filter((edge) => edge >= firstEnd);
	const lastStart =
		lastStarts.find((edge) => {
			const term = text.slice(edge, suffix);
			return isLongEnough(term, article) && isFirstAtEnd(rest, foldForFind(term));
		}) ?? lastStarts.at(-1);
	if (lastStart === undefined) return undefined;
	return {
		prefix,
		terms: [
			[start, firstEnd],
			[lastStart, end],
		],
		suffix,
	};
}

/** The first pair that fits, the second going through its choices before the first takes its next. */
function firstPair(
	firsts: readonly number[],
	seconds: readonly number[],
	fits: (first: number, second: number) => boolean,
): readonly [number, number] | undefined {
	for (const first of firsts) {
		const second = seconds.find((each) => fits(first, each));
		if (second !== undefined) return [first, second];
	}
	return undefined;
}

/** Whether words, context included, lead to one place as far as can be known. */
function leadsToOnePlace(text: string, article: string | undefined): boolean {
	return isLongEnough(text, article) && (article === undefined || isUnique(article, foldForFind(text)));
}

/**
 * Whether words are unlikely to stand in the page's menus too, or, where the article is not known, twice in the article.
 * A script without spaces says about twice as much in a character.
 */
function isLongEnough(text: string, article: string | undefined): boolean {
	const enough = article === undefined ? 40 : 24;
	return text.length >= (hasSpaceless(text) ? enough / 2 : enough);
}

/** Whether the first place of a term in the rest of the passage, both folded, is at its very end. */
function isFirstAtEnd(rest: string, term: string): boolean {
	return rest.indexOf(term) === rest.length - term.length;
}

/** Everything but letters and digits of ASCII is encoded: `-`, `,` and `&` mean something in a directive. */
function encodeTerm(text: string): string {
	return encodeURIComponent(text.toWellFormed().replace(/\s+/g, ' ').trim()).replace(
		/[-_.!~*'()]/g,
		(character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
	);
}
