import type { WantedPassage } from './read-selectors.ts';

/** Context, in code units, that makes a quote unmistakable where both stand once. */
const SURE_CONTEXT = 24;
/** A search string is cut to this: the engine's search is linear only for short ones. */
const PROBE_LENGTH = 200;
/** Places of a probe that are compared in full. */
const MOST_COMPARED = 8;

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
	const places = placesOf(text, whole);
	if (places?.length !== 1) return undefined;
	if (versionText !== undefined && (placesOf(versionText, whole)?.length ?? 2) > 1) return undefined;
	return places[0]! + prefix.length;
}

/** Up to two places of `part`; undefined where its beginning is so common that it is not worth telling. */
function placesOf(text: string, part: string): number[] | undefined {
	const probe = part.slice(0, PROBE_LENGTH);
	const places: number[] = [];
	let compared = 0;
	for (let at = text.indexOf(probe); at !== -1 && places.length < 2; at = text.indexOf(probe, at + 1)) {
		if (++compared > MOST_COMPARED) return undefined;
		if (text.startsWith(part, at)) places.push(at);
	}
	return places;
}
