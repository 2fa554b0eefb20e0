import type { AnchorOutcome } from '../domain/outcome.ts';
import type { Selectors } from '../domain/selector.ts';
import { differences } from '../matching/differences.ts';
import { sourceRange } from '../matching/fold.ts';
import { locate } from '../matching/locate.ts';
import { type PageBuilder, startPage } from '../matching/page.ts';
import { foldPassage } from '../matching/passage.ts';
import type { ArticleText } from './article-text.ts';
import { isOnlyIn, oldTextOf, onlyPlace } from './old-version.ts';
import { readSelectors, type WantedPassage } from './read-selectors.ts';

export interface AnchorOptions {
	/**
	 * The whole article text of the version the selectors were made on. Where it holds the quote at its position, it gives wider
	 * context than the selectors do: passages that stand several times, and those that are gone, are told apart by it.
	 */
	readonly versionText?: string;
}

export interface Anchorer {
	/** Finds the passage again. Never throws, whatever the selectors hold. */
	anchor(selectors: Selectors, options?: AnchorOptions): AnchorOutcome;
	/** The same for a passage that stands letter by letter with its context, or cannot be looked for; undefined for others. Cheap. */
	anchorUnchanged(selectors: Selectors, options?: AnchorOptions): AnchorOutcome | undefined;
	/**
	 * Does one step (about a millisecond) of what anchoring changed passages needs to know of the page; true when nothing is left.
	 * Not needed: `anchor` does it all at once where it has not been done.
	 */
	prepare(): boolean;
}

/** An anchorer for one reading of an article text; what it learns of the text is kept for the next passage. */
export function createAnchorer({ text }: Pick<ArticleText, 'text'>): Anchorer {
	let builder: PageBuilder | undefined;

	function unchanged(wanted: WantedPassage, versionText: string | undefined): AnchorOutcome | undefined {
		const { exact, prefix, suffix, start } = wanted;
		const whole = prefix + exact + suffix;
		const anchored = (at: number): AnchorOutcome => ({ state: 'anchored', start: at, end: at + exact.length });
		if (start !== undefined && start >= prefix.length && text.startsWith(whole, start - prefix.length))
			return anchored(start);
		const only = onlyPlace(text, wanted);
		return only !== undefined && isOnlyIn(versionText, whole) ? anchored(only) : undefined;
	}

	function changed(wanted: WantedPassage, versionText: string | undefined): AnchorOutcome {
		const { exact, prefix, suffix } = wanted;
		builder ??= startPage(text);
		const page = builder.page();
		const place = locate(page, foldPassage(prefix, exact, suffix), oldTextOf(wanted, versionText));
		if (place.kind === 'none')
			return place.near === undefined
				? { state: 'orphan' }
				: { state: 'orphan', nearest: page.folded.offsets[place.near]! };
		const range = sourceRange(page.folded, place.start, place.end);
		if (place.kind === 'same') return { state: 'anchored', ...range };
		return { state: 'changed', ...range, differences: differences(exact, text.slice(range.start, range.end)) };
	}

	return {
		prepare() {
			builder ??= startPage(text);
			return builder.advance();
		},
		anchorUnchanged(selectors, { versionText } = {}) {
			const wanted = readSelectors(selectors);
			return wanted ? unchanged(wanted, versionText) : { state: 'orphan' };
		},
		anchor(selectors, { versionText } = {}) {
			const wanted = readSelectors(selectors);
			if (!wanted) return { state: 'orphan' };
			return unchanged(wanted, versionText) ?? changed(wanted, versionText);
		},
	};
}
