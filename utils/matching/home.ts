import { textBits } from './information.ts';

/** Part of the old text, in its code units: where the quote stood. */
export interface OldPlace {
	readonly start: number;
	readonly end: number;
}

/** Where a place of the old text is expected in the page: within `reach` code units of `place`. */
export interface Expectation {
	readonly place: number;
	readonly reach: number;
}

/** The part of the page that has become of the part of the old text that held the quote. Code units of page and old text. */
export interface Home {
	readonly start: number;
	readonly end: number;
	readonly old: OldPlace;
	/** Where the quote starts, if it stands there letter by letter and beyond doubt. */
	readonly exactAt: number | undefined;
	/** Nothing between the quote and what was known again on both sides: what stands between is all that became of it. */
	readonly isClose: boolean;
}

/** Bits of a beacon, a piece of the old text beside the quote by which its home is known again: no phrase that comes twice by chance. */
const BEACON_BITS = 60;
const LONGEST_BEACON = 80;
/** Distances from the quote at which beacons are taken, in beacons. Those nearest may have been edited, or parted by a box. */
const DISTANCES = [0, 2, 6];
/** Units beyond one and a half times the old ones that may stand between two beacons. */
const LONGEST_INSERTION = 300;
/** Units taken along on both sides of the beacons. */
const MARGIN = 100;
/** A quote from this up (40 letters, 14 ideographs) beside one beacon is known without the other. */
const RICH_BITS = 80;

interface Beacon {
	/** In the old text. */
	readonly start: number;
	readonly end: number;
	readonly words: string;
}

interface FoundBeacon extends Beacon {
	/** In the page. */
	readonly place: number;
}

/**
 * Looks for the beacons around the quote: one of them has to stand once in the old text and once in the page, or in the parts of
 * both that an expectation leaves; another one near it on the quote's other side. Only whole-string searches: no folding, no index.
 */
export function findHome(text: string, old: string, quote: OldPlace, expected?: Expectation): Home | undefined {
	const left = beaconsBeside(old, quote, -1);
	const right = beaconsBeside(old, quote, 1);
	for (let k = 0; k < DISTANCES.length; k++) {
		const before = left[k] && findOnly(text, old, left[k]!, quote.start, expected);
		if (before) {
			const after = findAfter(text, before, right);
			return after && homeBetween(text, old, quote, before, after);
		}
		const after = right[k] && findOnly(text, old, right[k]!, quote.start, expected);
		if (after) {
			const before = findBefore(text, after, left);
			return before && homeBetween(text, old, quote, before, after);
		}
	}
	return undefined;
}

/** Beacons to the left (`step` −1) or the right of the quote, the nearest first. */
function beaconsBeside(old: string, quote: OldPlace, step: 1 | -1): Beacon[] {
	const beacons: Beacon[] = [];
	const from = step === 1 ? quote.end : quote.start;
	let length = 0;
	for (const distance of DISTANCES) {
		const near = from + step * distance * length;
		const far = farEnd(old, near, step);
		if (far === undefined) break;
		length ||= Math.abs(far - near);
		const start = Math.min(near, far);
		const end = Math.max(near, far);
		beacons.push({ start, end, words: old.slice(start, end) });
	}
	return beacons;
}

/** Where a beacon that begins at `near` has its `BEACON_BITS`; undefined where the text ends before. */
function farEnd(old: string, near: number, step: 1 | -1): number | undefined {
	let bits = 0;
	for (let length = 1; length <= LONGEST_BEACON; length++) {
		const at = step === 1 ? near + length - 1 : near - length;
		if (at < 0 || at >= old.length) return undefined;
		bits += textBits(old, at, at + 1);
		if (bits >= BEACON_BITS) return step === 1 ? at + 1 : at;
	}
	return undefined;
}

function findOnly(
	text: string,
	old: string,
	beacon: Beacon,
	quoteStart: number,
	expected: Expectation | undefined,
): FoundBeacon | undefined {
	const { words, start } = beacon;
	const reach = expected?.reach ?? Infinity;
	const around = expected ? expected.place + start - quoteStart : 0;
	const place = onlyPlaceIn(text, words, around, reach);
	if (place === undefined || onlyPlaceIn(old, words, start, reach) === undefined) return undefined;
	return { ...beacon, place };
}

/** The one place of `words` within `reach` of `around`. */
function onlyPlaceIn(text: string, words: string, around: number, reach: number): number | undefined {
	const from = Math.max(0, around - reach);
	const part = text.slice(from, around + reach + words.length);
	const first = part.indexOf(words);
	if (first === -1 || part.indexOf(words, first + 1) !== -1) return undefined;
	return from + first;
}

/** The nearest beacon to the right of the quote that follows the one found to the left. */
function findAfter(text: string, before: FoundBeacon, right: readonly Beacon[]): FoundBeacon | undefined {
	const from = before.place + before.words.length;
	for (const beacon of right) {
		const longest = 1.5 * (beacon.start - before.end) + LONGEST_INSERTION;
		const part = text.slice(from, from + longest + beacon.words.length);
		const at = part.indexOf(beacon.words);
		if (at !== -1 && part.indexOf(beacon.words, at + 1) === -1) return { ...beacon, place: from + at };
	}
	return undefined;
}

function findBefore(text: string, after: FoundBeacon, left: readonly Beacon[]): FoundBeacon | undefined {
	for (const beacon of left) {
		const longest = 1.5 * (after.start - beacon.end) + LONGEST_INSERTION;
		const from = Math.max(0, Math.ceil(after.place - longest - beacon.words.length));
		const part = text.slice(from, after.place);
		const at = part.indexOf(beacon.words);
		if (at !== -1 && part.indexOf(beacon.words, at + 1) === -1) return { ...beacon, place: from + at };
	}
	return undefined;
}

function homeBetween(text: string, old: string, quote: OldPlace, before: FoundBeacon, after: FoundBeacon): Home {
	const exact = old.slice(quote.start, quote.end);
	const start = before.place + before.words.length;
	const isBeside = { left: before.end === quote.start, right: after.start === quote.end };
	const fromLeft = isBeside.left && text.startsWith(exact, start) ? start : undefined;
	const fromRight = isBeside.right && text.endsWith(exact, after.place) ? after.place - exact.length : undefined;
	const isSure = fromLeft === fromRight || textBits(exact, 0, exact.length) >= RICH_BITS;
	return {
		start: Math.max(0, before.place - MARGIN),
		end: Math.min(text.length, after.place + after.words.length + MARGIN),
		old: { start: Math.max(0, before.start - MARGIN), end: Math.min(old.length, after.end + MARGIN) },
		exactAt: isSure ? (fromLeft ?? fromRight) : undefined,
		isClose: isBeside.left && isBeside.right,
	};
}
