import type { Page } from 'puppeteer-core';
import { SCRIPT_EVENTS, traceEventsOf } from './trace-events.ts';

/** As a quick hand types. */
const BETWEEN_KEYS_MS = 40;

/**
 * Types into what has the focus: the durations of the tasks of the page's main thread in which a script runs, in milliseconds on
 * the processor; the browser's own are nobody's.
 */
export async function typedTasks(page: Page, text: string): Promise<number[]> {
	await page.tracing.start({ categories: ['devtools.timeline', 'toplevel'] });
	await page.keyboard.type(text, { delay: BETWEEN_KEYS_MS });
	await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 500)));
	const events = traceEventsOf(await page.tracing.stop());
	const main = events.find(({ name }) => name === 'EventDispatch');
	const here = events.filter(({ ph, pid, tid }) => ph === 'X' && pid === main?.pid && tid === main.tid);
	const scripts = here.filter(({ name }) => name === 'EventDispatch' || SCRIPT_EVENTS.has(name)).map(({ ts }) => ts);
	return here
		.filter(({ name, ts, dur = 0 }) => name.endsWith('RunTask') && scripts.some((at) => at >= ts && at <= ts + dur))
		.map(({ dur = 0, tdur = dur }) => tdur / 1000);
}
