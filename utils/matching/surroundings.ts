import type { Candidate } from './candidate.ts';
import { bestScore, findRuns, type Run, scoreThrough } from './chain.ts';
import type { Surroundings } from './evidence.ts';
import type { Page } from './page.ts';
import type { Passage } from './passage.ts';

export interface WideSurroundings extends Surroundings {
	/** Bits of the wide context that stand around the candidate, in order. */
	score(candidate: Candidate): number;
}

/** How the wide context of a passage stands in a page; looked for when it is first asked for. */
export function surroundingsIn(page: Page, { units, quoteStart, quoteEnd }: Passage): WideSurroundings {
	let found: Run[] | undefined;
	let best: number | undefined;
	const runs = (): Run[] => {
		found ??= findRuns(units, page.folded.units, page.index());
		return found;
	};
	const score = ({ start, end }: Candidate): number =>
		scoreThrough(units, runs(), { at: quoteStart, length: quoteEnd - quoteStart, place: start, end });
	return {
		score,
		share(candidate) {
			best ??= bestScore(units, runs());
			return best === 0 ? 1 : (score(candidate) + candidate.kept) / best;
		},
	};
}
