import * as v from 'valibot';
import { checked, text } from './check-field.ts';
import type { Selectors } from './selector.ts';

/** Code units in the longest article text; RFI's longest are about 100,000. */
export const LONGEST_TEXT = 20_000_000;
const LONGEST_QUOTE = 1_000_000;
const LONGEST_CONTEXT = 10_000;

const offset = v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(LONGEST_TEXT));

export const selectorsSchema = v.object({
	quote: v.object({
		type: v.literal('TextQuoteSelector'),
		exact: text(LONGEST_QUOTE, 1),
		prefix: text(LONGEST_CONTEXT),
		suffix: text(LONGEST_CONTEXT),
	}),
	position: v.pipe(
		v.object({ type: v.literal('TextPositionSelector'), start: offset, end: offset }),
		v.check(({ start, end }) => start < end),
	),
});

/** Selectors from somewhere untrusted; throws an `invalid` Fault. */
export function checkSelectors(value: unknown): Selectors {
	return checked(selectorsSchema, value);
}
