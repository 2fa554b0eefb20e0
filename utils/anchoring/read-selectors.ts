import type { Selectors } from '../domain/selector.ts';

/** What selectors tell, checked. */
export interface WantedPassage {
	readonly exact: string;
	readonly prefix: string;
	readonly suffix: string;
	/** Where it stood, in UTF-16 code units; undefined where that is not told, or cannot be. */
	readonly start: number | undefined;
}

/** A quote longer than that is not anchored: nobody highlights a hundred pages, and the search is not made for it. */
const LONGEST_QUOTE = 200_000;
/** Context beyond that is not read. Ours is far shorter; imported selectors may hold more. */
const LONGEST_CONTEXT = 400;

/** Reads selectors whatever they hold (stored data may come from an import); undefined where there is no quote to look for. */
export function readSelectors(selectors: Selectors): WantedPassage | undefined {
	const quote = asRecord(asRecord(selectors).quote);
	const position = asRecord(asRecord(selectors).position);
	const exact = asString(quote.exact);
	if (exact === '' || exact.length > LONGEST_QUOTE) return undefined;
	const start = position.start;
	return {
		exact,
		prefix: asString(quote.prefix).slice(-LONGEST_CONTEXT),
		suffix: asString(quote.suffix).slice(0, LONGEST_CONTEXT),
		start: typeof start === 'number' && Number.isSafeInteger(start) && start >= 0 ? start : undefined,
	};
}

function asRecord(value: unknown): Record<string, unknown> {
	return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function asString(value: unknown): string {
	return typeof value === 'string' ? value : '';
}
