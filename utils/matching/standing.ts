import type { Wanted } from './measure.ts';
import type { OldText } from './old-text.ts';
import type { Page } from './page.ts';
import type { Place } from './place.ts';

/** Bits of context that, with the quote, leave no doubt where they stand together once. */
const ENOUGH_BITS = 60;

/** The one place of the quote with all its near context; or, where the quote stands once, with that of one side. */
export function locateStanding(page: Page, wanted: Wanted, old: OldText): Place | undefined {
	const { nearStart, nearEnd, leftBits, rightBits } = wanted;
	const { units, quoteStart, quoteEnd } = wanted.passage;
	const find = (from: number, to: number): number[] => page.find(units.subarray(from, to), 2);
	const placeAt = (start: number): Place => ({ kind: 'same', start, end: start + quoteEnd - quoteStart });
	if (leftBits + rightBits >= ENOUGH_BITS && old.isOnly('both')) {
		const whole = find(nearStart, nearEnd);
		if (whole.length === 1) return placeAt(whole[0]! + quoteStart - nearStart);
		if (whole.length > 1) return undefined;
	}
	const alone = find(quoteStart, quoteEnd);
	if (alone.length !== 1) return undefined;
	const hasLeft = leftBits >= ENOUGH_BITS && old.isOnly('left') && find(nearStart, quoteEnd).length === 1;
	const hasRight = rightBits >= ENOUGH_BITS && old.isOnly('right') && find(quoteStart, nearEnd).length === 1;
	return hasLeft || hasRight ? placeAt(alone[0]!) : undefined;
}
