import type { Selectors } from '../../domain/selector.ts';

/** Code units of context kept on either side: as much as another program may have written. */
const LONGEST_CONTEXT = 1_000;

interface FoundQuote {
	readonly exact: string;
	readonly prefix?: string | undefined;
	readonly suffix?: string | undefined;
	/** UTF-16 code units in a text that need not be ours: it only decides the order in lists. */
	readonly start?: number | undefined;
	readonly end?: number | undefined;
}

/** A quote as it is stored; where it is not said where it stood, it stands behind those before it. */
export function foundSelectors({ exact, prefix = '', suffix = '', start, end }: FoundQuote, index: number): Selectors {
	const isPlaced = Number.isSafeInteger(start) && start! >= 0 && start! < FARTHEST;
	const from = isPlaced ? start! : index;
	const isRange = isPlaced && Number.isSafeInteger(end) && end! > from && end! < FARTHEST;
	return {
		quote: {
			type: 'TextQuoteSelector',
			exact,
			prefix: prefix.slice(-LONGEST_CONTEXT),
			suffix: suffix.slice(0, LONGEST_CONTEXT),
		},
		position: { type: 'TextPositionSelector', start: from, end: isRange ? end! : from + exact.length },
	};
}

/** Beyond any text; room for the longest quote is left behind it. */
const FARTHEST = 19_000_000;
