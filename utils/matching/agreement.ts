import { unitBits } from './information.ts';

/** Equal units that must follow a difference before the walk goes on behind it. */
const RESUME = 3;
/** Units that may be left out or put in at one difference. */
const SKIP = 6;
/** Bits that a difference right beside the quote costs; one further away costs 1. */
const TOUCHING = 12;
/** Differences after which the contexts are taken to have parted. */
const MOST_DIFFERENCES = 6;

/**
 * How far the context beside a quote agrees with the text beside a place in the page, in bits, walking away from the quote (`step` −1
 * to the left from `at` and `place`, +1 to the right) and past small differences.
 */
export function agreement(
	context: Uint16Array,
	at: number,
	stop: number,
	page: Uint16Array,
	place: number,
	step: 1 | -1,
): number {
	let bits = 0;
	let differences = 0;
	let i = at;
	let j = place;
	while (i !== stop && j >= 0 && j < page.length) {
		if (context[i] === page[j]) {
			bits += unitBits(context[i]!);
			i += step;
			j += step;
			continue;
		}
		if (++differences > MOST_DIFFERENCES) break;
		const skip = resumption(context, i, stop, page, j, step);
		if (!skip) break;
		bits -= i === at ? TOUCHING : 1;
		i += skip[0] * step;
		j += skip[1] * step;
	}
	return Math.max(0, bits);
}

/** The smallest step over a difference (units of context, units of page) behind which `RESUME` units are equal again. */
function resumption(
	context: Uint16Array,
	i: number,
	stop: number,
	page: Uint16Array,
	j: number,
	step: 1 | -1,
): readonly [number, number] | undefined {
	for (let total = 1; total <= 2 * SKIP; total++)
		for (let inContext = Math.max(0, total - SKIP); inContext <= Math.min(SKIP, total); inContext++) {
			// A change of one unit is [1, 1]: tried before leaving out or putting in two.
			const inPage = total - inContext;
			let k = 0;
			while (k < RESUME) {
				const at = i + (inContext + k) * step;
				if ((stop - at) * step <= 0 || context[at] !== page[j + (inPage + k) * step]) break;
				k++;
			}
			if (k === RESUME) return [inContext, inPage];
		}
	return undefined;
}
