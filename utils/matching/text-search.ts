/** A search string is cut to this: the engine's own search is linear only for short ones. */
const PROBE_LENGTH = 200;
/** Places of a probe that are compared in full. */
const MOST_COMPARED = 8;

/** Up to two places of `part`, letter by letter; undefined where its beginning is so common that it is not worth telling. */
export function placesInText(text: string, part: string): number[] | undefined {
	const probe = part.slice(0, PROBE_LENGTH);
	const places: number[] = [];
	let compared = 0;
	for (let at = text.indexOf(probe); at !== -1 && places.length < 2; at = text.indexOf(probe, at + 1)) {
		if (++compared > MOST_COMPARED) return undefined;
		if (text.startsWith(part, at)) places.push(at);
	}
	return places;
}
