import type { AnchorOutcome, Difference } from '../domain/outcome.ts';
import type { Selectors } from '../domain/selector.ts';
import { differences } from '../matching/differences.ts';
import { sourceRange } from '../matching/fold.ts';
import { locate } from '../matching/locate.ts';
import { createOldText, UNKNOWN_OLD_TEXT } from '../matching/old-text.ts';
import { type PageBuilder, startPage } from '../matching/page.ts';
import { foldPassage } from '../matching/passage.ts';
import type { ArticleText } from './article-text.ts';
import { onlyPlace } from './only-place.ts';
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
	 * Does one step (about a millisecond) of what anchoring changed passages needs to know of the page, and of the old text given;
	 * true when nothing is left. Not needed: `anchor` does it all at once where it has not been done.
	 */
	prepare(options?: AnchorOptions): boolean;
}

/** An anchorer for one reading of an article text; what it learns of the text is kept for the next passage. */
export function createAnchorer({ text }: Pick<ArticleText, 'text'>): Anchorer {
	const page = startPage(text);
	const oldPages = new Map<string, PageBuilder>();

	function oldPage(versionText: string): PageBuilder {
		const known = oldPages.get(versionText);
		if (known) return known;
		const started = startPage(versionText);
		oldPages.set(versionText, started);
		return started;
	}

	function unchanged(wanted: WantedPassage, versionText: string | undefined): AnchorOutcome | undefined {
		const { exact, prefix, suffix, start } = wanted;
		const whole = prefix + exact + suffix;
		const anchored = (at: number): AnchorOutcome => ({ state: 'anchored', start: at, end: at + exact.length });
		if (start !== undefined && start >= prefix.length && text.startsWith(whole, start - prefix.length))
			return anchored(start);
		const only = onlyPlace(text, wanted, versionText);
		return only === undefined ? undefined : anchored(only);
	}

	function changed(wanted: WantedPassage, versionText: string | undefined): AnchorOutcome {
		const { exact, prefix, suffix } = wanted;
		const old =
			versionText === undefined
				? UNKNOWN_OLD_TEXT
				: createOldText({ source: versionText, ...oldPage(versionText) }, wanted);
		const { folded } = page.page();
		const place = locate(page.page(), foldPassage(prefix, exact, suffix), old);
		if (place.kind === 'none')
			return place.near === undefined ? { state: 'orphan' } : { state: 'orphan', nearest: folded.offsets[place.near]! };
		const range = sourceRange(folded, place.start, place.end);
		if (place.kind === 'same') return { state: 'anchored', ...range };
		return changedOutcome(range, exact, text.slice(range.start, range.end));
	}

	return {
		prepare({ versionText } = {}) {
			if (!page.advance()) return false;
			return versionText === undefined || oldPage(versionText).advance();
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

/** The difference is worked out when it is first read: most are never looked at. */
function changedOutcome(range: { start: number; end: number }, before: string, after: string): AnchorOutcome {
	let known: readonly Difference[] | undefined;
	return {
		state: 'changed',
		...range,
		get differences() {
			known ??= differences(before, after);
			return known;
		},
	};
}
