import { fold } from './fold.ts';
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
	/** The other passages of the very words in the old text, with wider context: those before this one and those after it. */
	alike(): { readonly before: readonly Passage[]; readonly after: readonly Passage[] };
}

const NONE_ALIKE = { before: [], after: [] };

export const UNKNOWN_OLD_TEXT: OldText = { wide: () => undefined, isOnly: () => true, alike: () => NONE_ALIKE };

/** Wider context on each side, in code units of the old text: some sentences. */
const WIDE = 320;
/** With more passages of the same words, they are not told apart. */
const MOST_ALIKE = 12;

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
	const wideAt = (from: number): Passage => {
		const end = from + exact.length;
		return foldPassage(
			source.slice(Math.max(0, from - WIDE), from),
			source.slice(from, end),
			source.slice(end, end + WIDE),
		);
	};
	const known: Partial<Record<keyof typeof parts, boolean>> = {};
	return {
		isOnly(side) {
			known[side] ??= old.isReady()
				? old.page().find(fold(parts[side]).units, 2).length <= 1
				: (placesInText(source, parts[side])?.length ?? 2) <= 1;
			return known[side];
		},
		wide: () => (isTrusted ? wideAt(start) : undefined),
		alike() {
			if (!isTrusted) return NONE_ALIKE;
			const places: number[] = [];
			for (let at = source.indexOf(exact); at !== -1; at = source.indexOf(exact, at + 1)) {
				if (places.push(at) > MOST_ALIKE) return NONE_ALIKE;
			}
			return {
				before: places.filter((place) => place < start).map(wideAt),
				after: places.filter((place) => place > start).map(wideAt),
			};
		},
	};
}
