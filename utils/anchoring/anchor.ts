import type { AnchorOutcome } from '../domain/outcome.ts';
import type { Selectors } from '../domain/selector.ts';
import { type FoldedText, fold, foldedOffset, sourceRange } from '../matching/fold.ts';
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
	let folded: FoldedText | undefined;
	return {
		anchor(selectors) {
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
			folded ??= fold(text);
			return findFolded(folded, wanted);
		},
	};
}

function findFolded(page: FoldedText, wanted: Wanted): AnchorOutcome {
	const quote = fold(wanted.exact).text;
	if (quote === '') return ORPHAN;
	const before = fold(wanted.prefix).text;
	const after = fold(wanted.suffix).text;
	const position = foldedOffset(page, Math.max(0, wanted.start));
	let best = -1;
	let bestScore = 0;
	for (let at = page.text.indexOf(quote), n = 0; at !== -1 && n < 1000; at = page.text.indexOf(quote, at + 1), n++) {
		const agreeing = sharedEnd(before, page.text, at) + sharedStart(after, page.text, at + quote.length);
		const score = agreeing + 0.5 * (1 - Math.abs(at - position) / (page.text.length + 1));
		if ((agreeing >= 4 || quote.length >= 24) && score > bestScore) {
			best = at;
			bestScore = score;
		}
	}
	return best < 0 ? ORPHAN : { state: 'anchored', ...sourceRange(page, best, best + quote.length) };
}

function sharedEnd(context: string, text: string, end: number): number {
	let n = 0;
	while (n < context.length && n < end && context[context.length - 1 - n] === text[end - 1 - n]) n++;
	return n;
}

function sharedStart(context: string, text: string, start: number): number {
	let n = 0;
	while (n < context.length && start + n < text.length && context[n] === text[start + n]) n++;
	return n;
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
