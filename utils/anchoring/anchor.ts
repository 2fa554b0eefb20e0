import type { AnchorOutcome } from '../domain/outcome.ts';
import type { Selectors } from '../domain/selector.ts';
import { fold, sourceRange } from '../matching/fold.ts';
import { locate } from '../matching/locate.ts';
import type { OldText } from '../matching/old-text.ts';
import { createPage, type Page } from '../matching/page.ts';
import { foldPassage, type Passage } from '../matching/passage.ts';
import type { ArticleText } from './article-text.ts';

export interface AnchorOptions {
	/** The whole article text of the version the selectors were made on: wider context than theirs, where it still holds the quote. */
	readonly versionText?: string;
}

export interface Anchorer {
	/** Finds the passage again. Never throws, whatever the selectors hold. */
	anchor(selectors: Selectors, options?: AnchorOptions): AnchorOutcome;
}

const ORPHAN: AnchorOutcome = { state: 'orphan' };

/** An anchorer for one reading of an article text; the folded text is made once, when first needed. */
export function createAnchorer(article: Pick<ArticleText, 'text'>): Anchorer {
	let page: Page | undefined;
	return {
		anchor(selectors, options = {}) {
			const wanted = readable(selectors);
			if (!wanted) return ORPHAN;
			const { text } = article;
			const { exact, prefix, suffix, start } = wanted;
			if (
				start >= 0 &&
				text.startsWith(exact, start) &&
				text.startsWith(suffix, start + exact.length) &&
				text.slice(0, start).endsWith(prefix)
			)
				return { state: 'anchored', start, end: start + exact.length };
			const old = oldText(wanted, options.versionText);
			const only = onlyPlace(text, prefix, exact, suffix);
			if (only !== undefined && old.isOnly('both')) return { state: 'anchored', start: only, end: only + exact.length };
			page ??= createPage(fold(text));
			const place = locate(page, foldPassage(prefix, exact, suffix), old);
			if (place.kind === 'none')
				return place.near === undefined ? ORPHAN : { state: 'orphan', nearest: page.folded.offsets[place.near]! };
			const range = sourceRange(page.folded, place.start, place.end);
			if (place.kind === 'same') return { state: 'anchored', ...range };
			return { state: 'changed', ...range, differences: [] };
		},
	};
}

/** Context, in code units, that makes a quote unmistakable where both stand once. */
const SURE_CONTEXT = 24;
/** A search string is cut to this: the engine's search is linear only for short ones. */
const PROBE_LENGTH = 200;

/** Where the quote stands with all its stored context, letter by letter, if there is one such place. Needs no folding. */
function onlyPlace(text: string, prefix: string, exact: string, suffix: string): number | undefined {
	if (prefix.length + suffix.length < SURE_CONTEXT) return undefined;
	const whole = prefix + exact + suffix;
	const probe = whole.slice(0, PROBE_LENGTH);
	let only: number | undefined;
	for (let at = text.indexOf(probe), tries = 0; at !== -1; at = text.indexOf(probe, at + 1)) {
		if (++tries > 8) return undefined;
		if (!text.startsWith(whole, at)) continue;
		if (only !== undefined) return undefined;
		only = at + prefix.length;
	}
	return only;
}

const WIDE = 320;
function oldText(wanted: Wanted, versionText: string | undefined): OldText {
	const { prefix, exact, suffix } = wanted;
	const known = new Map<string, boolean>();
	return {
		wide: () => widened(wanted, versionText),
		isOnly(side) {
			if (versionText === undefined) return true;
			let only = known.get(side);
			if (only === undefined) {
				only = isOnce(versionText, (side === 'right' ? '' : prefix) + exact + (side === 'left' ? '' : suffix));
				known.set(side, only);
			}
			return only;
		},
	};
}

function isOnce(text: string, part: string): boolean {
	const probe = part.slice(0, PROBE_LENGTH);
	const first = text.indexOf(probe);
	return first === -1 || text.indexOf(probe, first + 1) === -1;
}

function widened(wanted: Wanted, versionText: string | undefined): Passage | undefined {
	const { start, exact } = wanted;
	if (versionText === undefined || start < 0 || !versionText.startsWith(exact, start)) return undefined;
	const end = start + exact.length;
	return foldPassage(versionText.slice(Math.max(0, start - WIDE), start), exact, versionText.slice(end, end + WIDE));
}

interface Wanted {
	readonly exact: string;
	readonly prefix: string;
	readonly suffix: string;
	readonly start: number;
}

/** What the selectors tell, whatever they hold: stored data may come from an import. */
function readable(selectors: Selectors): Wanted | undefined {
	const quote = (selectors?.quote ?? {}) as unknown as Record<string, unknown>;
	const position = (selectors?.position ?? {}) as unknown as Record<string, unknown>;
	const string = (value: unknown): string => (typeof value === 'string' ? value : '');
	const exact = string(quote.exact);
	if (exact === '') return undefined;
	const start = position.start;
	return {
		exact,
		prefix: string(quote.prefix),
		suffix: string(quote.suffix),
		start: typeof start === 'number' && Number.isSafeInteger(start) ? start : -1,
	};
}
