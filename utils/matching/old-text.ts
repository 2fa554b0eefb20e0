import { fold, foldedOffset } from './fold.ts';
import type { Page } from './page.ts';
import { foldPassage, type Passage } from './passage.ts';
import { placesInText } from './text-search.ts';

/** What the text a passage was taken from tells beyond the passage and its stored context. */
export interface OldText {
	/** The passage with wider context; undefined where the old text is not at hand. */
	wide(): Passage | undefined;
	/**
	 * Whether the quote (`alone`), or the quote with its stored context on that side, stood there only once. True where the old text
	 * is not at hand.
	 */
	isOnly(side: 'alone' | 'left' | 'right' | 'both'): boolean;
	/**
	 * Whether what stands at folded [start, end) of the page, with what is beside it, stood in the old text already, and only at
	 * other places than the passage's: then it is another passage, however like.
	 */
	isAnother(page: Uint16Array, start: number, end: number): boolean;
}

export const UNKNOWN_OLD_TEXT: OldText = { wide: () => undefined, isOnly: () => true, isAnother: () => false };

/** Wider context on each side, in code units of the old text: some sentences. */
const WIDE = 320;
/** Folded units beside a place, and inside it, by which it is known again in the old text. */
const NEIGHBOURHOODS = [20, 40];
const INSIDE = 20;
/** Places of a neighbourhood in the old text that are compared. */
const MOST_COMPARED = 9;

/** The old text: as it is, and as a page that is made when it is needed. */
export interface OldSource {
	readonly source: string;
	page(): Page;
	/** Whether the page has been made with its index: then it is quicker to search than the source. */
	isReady(): boolean;
}

/**
 * The old text as a page, and where the passage stood in it (`start`, in code units of the old text). The place is trusted only
 * where the old text holds the quote there.
 */
export function createOldText(
	old: OldSource,
	{ prefix, exact, suffix, start }: { prefix: string; exact: string; suffix: string; start: number | undefined },
): OldText {
	const { source } = old;
	const isTrusted = start !== undefined && source.startsWith(exact, start);
	const parts = { alone: exact, left: prefix + exact, right: exact + suffix, both: prefix + exact + suffix };
	const known: Partial<Record<keyof typeof parts, boolean>> = {};
	return {
		isOnly(side) {
			known[side] ??= old.isReady()
				? old.page().find(fold(parts[side]).units, 2).length <= 1
				: (placesInText(source, parts[side])?.length ?? 2) <= 1;
			return known[side];
		},
		wide() {
			if (!isTrusted) return undefined;
			const end = start + exact.length;
			return foldPassage(source.slice(Math.max(0, start - WIDE), start), exact, source.slice(end, end + WIDE));
		},
		isAnother(page, from, to) {
			if (!isTrusted) return false;
			const { folded, find } = old.page();
			const own = { start: foldedOffset(folded, start), end: foldedOffset(folded, start + exact.length) };
			let isElsewhere = false;
			for (const part of neighbourhoods(page, from, to)) {
				const stood = whereItStood(find(part, MOST_COMPARED), part.length, own);
				if (stood === 'here') return false;
				if (stood === 'elsewhere') isElsewhere = true;
			}
			return isElsewhere;
		},
	};
}

/** The place [from, to) with what is beside it: its beginning, its end and, where it is short, the whole. */
function neighbourhoods(page: Uint16Array, from: number, to: number): Uint16Array[] {
	return NEIGHBOURHOODS.flatMap((reach) => {
		const left = Math.max(0, from - reach);
		const right = Math.min(page.length, to + reach);
		const parts = [
			page.subarray(left, Math.min(to, from + INSIDE)),
			page.subarray(Math.max(from, to - INSIDE), right),
			page.subarray(left, right),
		];
		return parts.slice(0, to - from <= 2 * INSIDE ? 3 : 2).filter((part) => part.length >= reach);
	});
}

/** Whether a part of `length` that stood at `places` in the old text stood only over the passage's place, only elsewhere, or neither can be said. */
function whereItStood(
	places: readonly number[],
	length: number,
	own: { start: number; end: number },
): 'here' | 'elsewhere' | undefined {
	if (places.length === 0 || places.length === MOST_COMPARED) return undefined;
	const here = places.filter((at) => at < own.end && own.start < at + length).length;
	if (here === places.length) return 'here';
	return here === 0 ? 'elsewhere' : undefined;
}
