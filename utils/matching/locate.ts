import { locateBetween } from './between.ts';
import { locateByContest } from './contest.ts';
import { measure } from './measure.ts';
import { type OldText, UNKNOWN_OLD_TEXT } from './old-text.ts';
import type { Page } from './page.ts';
import type { Passage } from './passage.ts';
import type { Place } from './place.ts';

/**
 * Finds a passage in a page: what stands between its two contexts; where they do not tell, which of all places that resemble it has
 * the most evidence, and is it enough?
 */
export function locate(page: Page, passage: Passage, old: OldText = UNKNOWN_OLD_TEXT): Place {
	if (passage.quoteStart === passage.quoteEnd) return { kind: 'none' };
	const wanted = measure(passage);
	return locateBetween(page, wanted, old) ?? locateByContest(page, wanted, old);
}
