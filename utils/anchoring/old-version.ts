import type { OldText } from '../matching/old-text.ts';
import { foldPassage } from '../matching/passage.ts';
import type { WantedPassage } from './read-selectors.ts';

/** Context, in code units, that makes a quote unmistakable where both stand once. */
const SURE_CONTEXT = 24;
/** A search string is cut to this: the engine's search is linear only for short ones. */
const PROBE_LENGTH = 200;
/** Places of a probe that are compared in full. */
const MOST_COMPARED = 8;
/** Wider context on each side, in code units of the old text: some sentences. */
const WIDE = 320;

/** Where the quote stands with all its stored context, letter by letter, if there is one such place. Needs no folding. */
export function onlyPlace(text: string, { prefix, exact, suffix }: WantedPassage): number | undefined {
	if (prefix.length + suffix.length < SURE_CONTEXT) return undefined;
	const places = placesOf(text, prefix + exact + suffix);
	return places?.length === 1 ? places[0]! + prefix.length : undefined;
}

/** Whether `part` stood in the old text not more than once. True where the old text is not at hand. */
export function isOnlyIn(versionText: string | undefined, part: string): boolean {
	return versionText === undefined || (placesOf(versionText, part)?.length ?? 2) <= 1;
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

/** What the old article text tells of a passage. It is trusted for wider context only where it holds the quote at its position. */
export function oldTextOf(wanted: WantedPassage, versionText: string | undefined): OldText {
	const { prefix, exact, suffix, start } = wanted;
	const parts = { alone: exact, left: prefix + exact, right: exact + suffix, both: prefix + exact + suffix };
	const known: Partial<Record<keyof typeof parts, boolean>> = {};
	return {
		isOnly: (side) => (known[side] ??= isOnlyIn(versionText, parts[side])),
		isAnother: (source, from, to) =>
			versionText !== undefined &&
			start !== undefined &&
			isAnother(source, from, to, versionText, start, start + exact.length),
		wide() {
			if (versionText === undefined || start === undefined || !versionText.startsWith(exact, start)) return undefined;
			const end = start + exact.length;
			return foldPassage(
				versionText.slice(Math.max(0, start - WIDE), start),
				exact,
				versionText.slice(end, end + WIDE),
			);
		},
	};
}

/** Code units of a place and beside it by which it is known again in the old text. */
const NEIGHBOURHOODS = [24, 48];
const INSIDE = 24;
/** Places of a neighbourhood in the old text that are compared. */
const MOST_NEIGHBOURHOODS = 8;

function isAnother(source: string, from: number, to: number, old: string, oldStart: number, oldEnd: number): boolean {
	let isElsewhere = false;
	for (const reach of NEIGHBOURHOODS) {
		const left = Math.max(0, from - reach);
		const right = Math.min(source.length, to + reach);
		const parts = [source.slice(left, Math.min(to, from + INSIDE)), source.slice(Math.max(from, to - INSIDE), right)];
		if (to - from <= 2 * INSIDE) parts.push(source.slice(left, right));
		for (const part of parts) {
			if (part.length < reach) continue;
			const stood = whereItStood(old, part, oldStart, oldEnd);
			if (stood === 'here') return false;
			if (stood === 'elsewhere') isElsewhere = true;
		}
	}
	return isElsewhere;
}

/** Whether `part` stood in the old text only over [oldStart, oldEnd), only elsewhere, or neither can be said. */
function whereItStood(old: string, part: string, oldStart: number, oldEnd: number): 'here' | 'elsewhere' | undefined {
	let here = 0;
	let elsewhere = 0;
	for (let at = old.indexOf(part); at !== -1; at = old.indexOf(part, at + 1)) {
		if (at < oldEnd && oldStart < at + part.length) here++;
		else elsewhere++;
		if ((here > 0 && elsewhere > 0) || here + elsewhere > MOST_NEIGHBOURHOODS) return undefined;
	}
	return here > 0 ? 'here' : elsewhere > 0 ? 'elsewhere' : undefined;
}
