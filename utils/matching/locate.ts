import { locateBetween } from './between.ts';
import { locateByContest } from './contest.ts';
import { measure } from './measure.ts';
import { type OldText, UNKNOWN_OLD_TEXT } from './old-text.ts';
import type { Page } from './page.ts';
import type { Passage } from './passage.ts';
import type { Place } from './place.ts';
import { locateStanding } from './standing.ts';

/**
 * Finds a passage in a page, from the cheapest question to the dearest:
 * 1. do the very words stand beside their very context, once;
 * 2. what stands between the two contexts;
 * 3. where neither tells: of all places that resemble the passage, which has the most evidence, and is it enough?
 */
export function locate(page: Page, passage: Passage, old: OldText = UNKNOWN_OLD_TEXT): Place {
	if (passage.quoteStart === passage.quoteEnd) return { kind: 'none' };
	const wanted = measure(passage);
	return locateStanding(page, wanted, old) ?? locateBetween(page, wanted, old) ?? locateByContest(page, wanted, old);
}
