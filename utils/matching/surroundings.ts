import type { Candidate } from './candidate.ts';
import { findRuns, findWays, type Ways } from './chain.ts';
import type { Surroundings } from './evidence.ts';
import { bitsOf } from './information.ts';
import type { Page } from './page.ts';
import type { Passage } from './passage.ts';

export interface WideSurroundings extends Surroundings {
	/** Bits of the wide context that stand around the candidate, in order. */
	score(candidate: Candidate): number;
	/** Bits of the wide context, the passage itself left out. */
	readonly bits: number;
}

/** How the wide context of a passage stands in a page; looked for when it is first asked for. */
export function surroundingsIn(page: Page, { units, quoteStart, quoteEnd }: Passage): WideSurroundings {
	let found: Ways | undefined;
	const ways = (): Ways => {
		found ??= findWays(units, findRuns(units, page.folded.units, page.index()));
		return found;
	};
	const score = ({ start, end }: Candidate): number => ways().through(quoteStart, quoteEnd - quoteStart, start, end);
	return {
		score,
		bits: bitsOf(units, 0, quoteStart) + bitsOf(units, quoteEnd),
		share: (one) => (ways().best === 0 ? 1 : (score(one) + one.kept) / ways().best),
	};
}
