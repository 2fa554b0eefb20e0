import type { Annotation } from '../domain/annotation.ts';

/** So many code units, standing once, are not taken for others that happen to read the same. */
const SURELY_ITSELF = 24;

/**
 * Where an annotation stands in an article text, in UTF-16 code units: where it says, in its very
 * context; else the only place of its words in their context, or of a longer quote alone. Undefined otherwise; never a guess.
 */
export function placeAnnotation(
	text: string,
	{ selectors: { quote, position } }: Pick<Annotation, 'selectors'>,
): { start: number; end: number } | undefined {
	const { exact, prefix, suffix } = quote;
	const inContext = prefix + exact + suffix;
	const before = position.start - prefix.length;
	if (before >= 0 && text.startsWith(inContext, before)) return range(position.start, exact);
	const at = onlyPlace(text, inContext);
	if (at !== undefined && inContext.length >= SURELY_ITSELF) return range(at + prefix.length, exact);
	const alone = exact.length >= SURELY_ITSELF ? onlyPlace(text, exact) : undefined;
	return alone === undefined ? undefined : range(alone, exact);
}

function onlyPlace(text: string, words: string): number | undefined {
	const first = text.indexOf(words);
	return first !== -1 && text.indexOf(words, first + 1) === -1 ? first : undefined;
}

function range(start: number, exact: string): { start: number; end: number } {
	return { start, end: start + exact.length };
}
