import { locateBetween } from './between.ts';
import { locateByContest } from './contest.ts';
import { RICH_BITS } from './information.ts';
import { measure } from './measure.ts';
import { type OldText, UNKNOWN_OLD_TEXT } from './old-text.ts';
import type { Page } from './page.ts';
import type { Passage } from './passage.ts';
import type { Place } from './place.ts';

/**
 * Finds a passage in a page: the very words, where they say enough by themselves and stood and stand once; what stands between its two
 * contexts; where these do not tell, which of all places that resemble it has the most evidence, and is it enough?
 */
export function locate(page: Page, passage: Passage, old: OldText = UNKNOWN_OLD_TEXT): Place {
	if (passage.quoteStart === passage.quoteEnd) return { kind: 'none' };
	const wanted = measure(passage);
	if (wanted.bits >= RICH_BITS && old.isOnly('alone')) {
		const { units, quoteStart, quoteEnd } = passage;
		const [start, another] = page.find(units.subarray(quoteStart, quoteEnd), 2);
		if (start !== undefined && another === undefined)
			return { kind: 'same', start, end: start + quoteEnd - quoteStart };
	}
	return locateBetween(page, wanted, old) ?? locateByContest(page, wanted, old);
}
