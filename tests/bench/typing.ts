import type { Page } from 'puppeteer-core';
import type { Session } from '../browser/open-session.ts';
import { paintedTexts } from '../browser/painted-texts.ts';
import { selectWords } from '../browser/select-words.ts';
import { waitUntil } from '../browser/wait-until.ts';
import { seedAnnotations } from './seed-annotations.ts';
import { type Figure, ms, quantile } from './stats.ts';
import { SCRIPT_EVENTS, traceEventsOf } from './trace-events.ts';

const ANNOTATIONS = 2000;
/** One of sixty frames of a second. */
const MOST_MS = 16;
/** As a quick hand types. */
const BETWEEN_KEYS_MS = 40;
const NOTE = 'Trois mains dans une seule marge : **à relire**, et à comparer aux carnets de la salle. '.repeat(2);

/**
 * Types a note in the card of an article with 2,000 annotations: the longest task of the page's main thread, with all that is
 * stored meanwhile, beside that of the same words typed into a field of the page's own; both as time on the processor.
 */
export async function typing(session: Session, url: string): Promise<Figure> {
	const page = await session.openPage(url);
	await seedAnnotations(session, page, ANNOTATIONS);
	await page.bringToFront();
	await page.reload();
	await waitUntil('all painted', async () => (await paintedTexts(page)).length >= ANNOTATIONS, 60_000);
	await page.evaluate(`document.body.insertAdjacentHTML('afterbegin', '<textarea id="own" rows="6"></textarea>')`);
	await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 3000)));
	await page.focus('#own');
	const own = await typed(page);
	await selectWords(page, 'ferme à dix-neuf heures');
	await page.keyboard.press('n');
	// The interface comes into the page with the first card; typing begins after.
	await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 2000)));
	const ours = await typed(page);
	await page.close();
	const longest = Math.max(...ours);
	return {
		what: `typing ${NOTE.length} characters of a note beside ${ANNOTATIONS} annotations: longest task`,
		ours: `${ms(longest)}, 99 of 100 under ${ms(quantile(ours, 0.99))}`,
		beside: `in a field of the page's own ${ms(Math.max(...own))}`,
		wanted: `under ${MOST_MS} ms`,
		holds: longest < MOST_MS,
	};
}

/** Durations of the tasks of the page's main thread in which a script runs, in milliseconds; the browser's own are nobody's. */
async function typed(page: Page): Promise<number[]> {
	await page.tracing.start({ categories: ['devtools.timeline', 'toplevel'] });
	await page.keyboard.type(NOTE, { delay: BETWEEN_KEYS_MS });
	await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 500)));
	const events = traceEventsOf(await page.tracing.stop());
	const main = events.find(({ name }) => name === 'EventDispatch');
	const here = events.filter(({ ph, pid, tid }) => ph === 'X' && pid === main?.pid && tid === main.tid);
	const scripts = here.filter(({ name }) => name === 'EventDispatch' || SCRIPT_EVENTS.has(name)).map(({ ts }) => ts);
	return here
		.filter(({ name, ts, dur = 0 }) => name.endsWith('RunTask') && scripts.some((at) => at >= ts && at <= ts + dur))
		.map(({ dur = 0, tdur = dur }) => tdur / 1000);
}
