import { type FoldedText, fold, foldedOffset } from './fold.ts';
import type { Page } from './page.ts';
import { findAll } from './search.ts';
import { placesInText } from './text-search.ts';

/** A page as pieces of the old text are looked for in it: letter by letter, or folded. Offsets are code units of the page. */
export interface Ground {
	readonly text: string;
	/** The one place of `words` in [from, to); undefined where there is none, or several. */
	only(words: string, from: number, to: number): { readonly start: number; readonly end: number } | undefined;
	/** Whether it holds `words` in [from, to). */
	has(words: string, from: number, to: number): boolean;
	/** [start, end), folded, and what its offsets have to be moved by. */
	part(start: number, end: number): { readonly folded: FoldedText; readonly from: number };
}

/** Letter by letter: the engine's own search, which is far faster than any of ours, and nothing has to be prepared. */
export function plainGround(text: string): Ground {
	return {
		text,
		has: (words, from, to) => text.slice(from, to).includes(words),
		part: (start, end) => ({ folded: fold(text.slice(start, end)), from: start }),
		only(words, from, to) {
			const part = from <= 0 && to >= text.length ? text : text.slice(Math.max(0, from), to);
			const places = placesInText(part, words);
			if (places?.length !== 1) return undefined;
			const start = Math.max(0, from) + places[0]!;
			return { start, end: start + words.length };
		},
	};
}

/** Whatever the typography and the Chinese script. */
export function foldedGround({ folded }: Page): Ground {
	const { source, units, offsets } = folded;
	return {
		text: source,
		has: (words, from, to) =>
			findAll(units.subarray(foldedOffset(folded, from), foldedOffset(folded, to)), fold(words).units, 1).length > 0,
		part(start, end) {
			const first = foldedOffset(folded, start);
			const last = foldedOffset(folded, end);
			return {
				folded: { source, units: units.subarray(first, last), offsets: offsets.subarray(first, last + 1) },
				from: 0,
			};
		},
		only(words, from, to) {
			const sought = fold(words).units;
			const first = foldedOffset(folded, from);
			const places = findAll(units.subarray(first, foldedOffset(folded, to)), sought, 2);
			if (places.length !== 1 || sought.length === 0) return undefined;
			const at = first + places[0]!;
			return { start: offsets[at]!, end: offsets[at + sought.length - 1]! + 1 };
		},
	};
}
