import type { Ground } from './ground.ts';
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
	/** The part of it that the quote can stand in: between what was known again on both sides; and that part of the old text. */
	readonly roomStart: number;
	readonly roomEnd: number;
	readonly oldRoom: OldPlace;
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
	readonly place: { readonly start: number; readonly end: number };
}

/**
 * Looks for the beacons around the quote: one of them has to stand once in the old text and once in the page, or in the parts of
 * both that an expectation leaves; another one near it on the quote's other side. No index is needed.
 */
export function findHome(page: Ground, old: Ground, quote: OldPlace, expected?: Expectation): Home | undefined {
	const left = beaconsBeside(old.text, quote, -1);
	const right = beaconsBeside(old.text, quote, 1);
	for (let k = 0; k < DISTANCES.length; k++) {
		const before = left[k] && findOnly(page, old, left[k]!, quote.start, expected);
		if (before) {
			const after = findAfter(page, before, right);
			return after && homeBetween(page.text, old.text, quote, before, after);
		}
		const after = right[k] && findOnly(page, old, right[k]!, quote.start, expected);
		if (after) {
			const before = findBefore(page, after, left);
			return before && homeBetween(page.text, old.text, quote, before, after);
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
		const far = beaconEnd(old, near, step);
		if (far === undefined) break;
		length ||= Math.abs(far - near);
		const start = Math.min(near, far);
		const end = Math.max(near, far);
		beacons.push({ start, end, words: old.slice(start, end) });
	}
	return beacons;
}

/** The other end of the beacon that begins at `near`; undefined where the text ends before. */
export function beaconEnd(old: string, near: number, step: 1 | -1): number | undefined {
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
	page: Ground,
	old: Ground,
	beacon: Beacon,
	quoteStart: number,
	expected: Expectation | undefined,
): FoundBeacon | undefined {
	const { words, start } = beacon;
	const reach = expected?.reach ?? Infinity;
	const around = expected ? expected.place + start - quoteStart : start;
	const place = page.only(words, around - reach, around + reach);
	return place && old.only(words, start - reach, start + reach) && { ...beacon, place };
}

/** The nearest beacon to the right of the quote that follows the one found to the left. */
function findAfter(page: Ground, before: FoundBeacon, right: readonly Beacon[]): FoundBeacon | undefined {
	const from = before.place.end;
	for (const beacon of right) {
		const place = page.only(beacon.words, from, from + longestBetween(before, beacon) + beacon.words.length);
		if (place) return { ...beacon, place };
	}
	return undefined;
}

function findBefore(page: Ground, after: FoundBeacon, left: readonly Beacon[]): FoundBeacon | undefined {
	const to = after.place.start;
	for (const beacon of left) {
		const place = page.only(beacon.words, to - longestBetween(beacon, after) - beacon.words.length, to);
		if (place) return { ...beacon, place };
	}
	return undefined;
}

/** Page units that may stand between two beacons. */
function longestBetween(before: Beacon, after: Beacon): number {
	return Math.ceil(1.5 * (after.start - before.end)) + LONGEST_INSERTION;
}

function homeBetween(text: string, old: string, quote: OldPlace, before: FoundBeacon, after: FoundBeacon): Home {
	const exact = old.slice(quote.start, quote.end);
	const start = before.place.end;
	const end = after.place.start;
	const isBeside = { left: before.end === quote.start, right: after.start === quote.end };
	const fromLeft = isBeside.left && text.startsWith(exact, start) ? start : undefined;
	const fromRight = isBeside.right && text.endsWith(exact, end) ? end - exact.length : undefined;
	const isSure = fromLeft === fromRight || textBits(exact, 0, exact.length) >= RICH_BITS;
	return {
		start: Math.max(0, before.place.start - MARGIN),
		end: Math.min(text.length, after.place.end + MARGIN),
		old: { start: Math.max(0, before.start - MARGIN), end: Math.min(old.length, after.end + MARGIN) },
		roomStart: start,
		roomEnd: end,
		oldRoom: { start: before.end, end: after.start },
		exactAt: isSure ? (fromLeft ?? fromRight) : undefined,
		isClose: isBeside.left && isBeside.right,
	};
}
