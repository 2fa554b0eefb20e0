import { type Candidate, contextBits } from './candidate.ts';
import { measure } from './measure.ts';
import type { OldText } from './old-text.ts';
import type { Page } from './page.ts';
import { surroundingsIn, type WideSurroundings } from './surroundings.ts';

/** Bits by which the winner must be ahead; two places closer than that cannot be told apart. */
const LEAST_LEAD = 1;
/** Bits of lead by its own surroundings, of near context, and the share of the surroundings, that leave no question whose place it is. */
const CLEAR_LEAD = 100;
const CLEAR_BESIDE = 60;
const CLEAR_SHARE = 0.6;
/** Bits of near context by which a place may fit another passage less well, and that one still claim it. */
const RIVAL_BITS = 30;
/** Bits of evidence below which a place is not taken for a passage that stands in the old text. */
const LEAST_WEIGHT = 400;

/**
 * Which of the best candidates the passage is: the one its wide surroundings fit best. Where they do not tell, all passages of the same
 * words in the old text are given places together, in their order, so that none takes another's (a heaviest chain, as in global
 * alignment: Needleman and Wunsch 1970). Undefined where two fit alike, or none is left for it.
 */
export function amongRivals(
	page: Page,
	given: readonly Candidate[],
	around: WideSurroundings | undefined,
	old: OldText,
): Candidate | undefined {
	const rivals = [...given].sort((a, b) => a.start - b.start);
	const chosen = (weights: readonly number[], lead: number): Candidate | undefined => {
		const [first, second] = rivals.map((_, j) => j).sort((a, b) => weights[b]! - weights[a]!);
		return weights[first!]! - (weights[second!] ?? -Infinity) >= lead ? rivals[first!] : undefined;
	};
	const weights = rivals.map((one) => one.rating + (around?.score(one) ?? 0));
	const clear = chosen(weights, CLEAR_LEAD);
	const stands = clear && clear.left + clear.right >= CLEAR_BESIDE;
	if (stands && around && around.score(clear) >= CLEAR_SHARE * around.bits) return clear;
	const { before, after } = old.alike();
	if (before.length + after.length === 0) return chosen(weights, LEAST_LEAD);

	const text = page.folded.units;
	const rows = [...before, ...after].map((passage) => {
		const wanted = measure(passage);
		const { score } = surroundingsIn(page, passage);
		return rivals.map((one) => {
			const { left, right } = contextBits(text, wanted, one.start, one.end);
			const gain = left + right - one.left - one.right;
			return gain < -RIVAL_BITS ? 0 : one.rating + gain + score(one);
		});
	});
	const upTo = heaviest(rows.slice(0, before.length), rivals.length);
	const mirrored = rows.slice(before.length).map((row) => row.reverse());
	const from = heaviest(mirrored.reverse(), rivals.length).reverse();
	const least = Math.min(LEAST_WEIGHT, Math.max(...weights));
	const totals = weights.map((weight, j) => upTo[j]! + weight - least + from[j + 1]!);
	const without = Math.max(...upTo.map((weight, j) => weight + from[j]!));
	return Math.max(...totals) < without ? undefined : chosen(totals, LEAST_LEAD);
}

/** For each number of first columns, the weight of the heaviest way to give rows places among them, in order, each its own. */
function heaviest(rows: readonly (readonly number[])[], columns: number): number[] {
	const best = new Array<number>(columns + 1).fill(0);
	for (const row of rows)
		for (let j = 1, diagonal = 0; j <= columns; j++) {
			const without = best[j]!;
			best[j] = Math.max(without, best[j - 1]!, diagonal + row[j - 1]! - LEAST_WEIGHT);
			diagonal = without;
		}
	return best;
}
