import { placesInText } from '../matching/text-search.ts';
import type { WantedPassage } from './read-selectors.ts';

/** Context, in code units, that makes a quote unmistakable where both stand once. */
const SURE_CONTEXT = 24;
/**
 * Where the quote stands with all its stored context, letter by letter, if there is one such place, and the old text (where it is at
 * hand) did not hold two. Needs no folding.
 */
export function onlyPlace(
	text: string,
	{ prefix, exact, suffix }: WantedPassage,
	versionText: string | undefined,
): number | undefined {
	if (prefix.length + suffix.length < SURE_CONTEXT) return undefined;
	const whole = prefix + exact + suffix;
	const places = placesInText(text, whole);
	if (places?.length !== 1) return undefined;
	if (versionText !== undefined && (placesInText(versionText, whole)?.length ?? 2) > 1) return undefined;
	return places[0]! + prefix.length;
}
