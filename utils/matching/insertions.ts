import type { OldPlace } from './home.ts';

/** Units of the old text that have to stand in one piece after something that was put in. */
const LEAST_PIECE = 12;
/** More than so many insertions are another text. Bounds the work. */
const MOST = 20;

/**
 * Where the quote stands if nothing else happened to `old` on its way to `page` than that something was put in, once or several
 * times; undefined otherwise, and where it cannot be told what was put in. Code units.
 */
export function throughInsertions(old: string, page: string, quote: OldPlace): OldPlace | undefined {
	const [a, b] = [evenSpaces(old), evenSpaces(page)];
	const place = follow(a, b, quote.start, quote.end - 1);
	// Read from the end it must be the same: what was put in may hold pieces of the old text itself.
	const mirrored = place && follow(reversed(a), reversed(b), a.length - quote.end, a.length - quote.start - 1);
	return mirrored && place.start === b.length - mirrored.end && place.end === b.length - mirrored.start
		? place
		: undefined;
}

/** Walks both texts from the start; tells where the units `first` and `last` of the old one stand. */
function follow(old: string, page: string, first: number, last: number): OldPlace | undefined {
	let start = -1;
	let end = -1;
	for (let i = 0, j = 0, insertions = 0; i < old.length; ) {
		if (old[i] === page[j]) {
			if (i === first) start = j;
			if (i === last) end = j + 1;
			i++;
			j++;
			continue;
		}
		// White space beside what was put in may have gone.
		if (old[i] === ' ') i++;
		const piece = old.slice(i, i + LEAST_PIECE);
		const at = piece.length < LEAST_PIECE ? page.length - piece.length : page.indexOf(piece, j);
		if (at < j || !page.startsWith(piece, at) || ++insertions > MOST) return undefined;
		j = at;
	}
	return { start, end };
}

const evenSpaces = (text: string): string => text.replace(/\s/g, ' ');
/** By code points: no end of a quote is inside one. */
const reversed = (text: string): string => [...text].reverse().join('');
