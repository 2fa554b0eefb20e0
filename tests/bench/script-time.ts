import type { Page } from 'puppeteer-core';
import { SCRIPT_EVENTS, type TraceEvent, traceEventsOf } from './trace-events.ts';

/**
 * The time scripts take in the page's process while it is opened, in milliseconds: the page's own, and those of the one
 * extension in the browser.
 */
export async function scriptTimeOf(page: Page, url: string): Promise<number> {
	await page.goto('about:blank');
	await page.tracing.start({ categories: ['devtools.timeline', 'v8', 'toplevel'] });
	await page.goto(url, { waitUntil: 'load' });
	await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
	const traceEvents = traceEventsOf(await page.tracing.stop());
	const process = traceEvents.find(
		({ name, args }) => name === 'ParseHTML' && args?.beginData?.url === page.url(),
	)?.pid;
	return (
		outermost(traceEvents.filter(({ name, ph, pid }) => pid === process && ph === 'X' && SCRIPT_EVENTS.has(name))) /
		1000
	);
}

/** The sum of durations, in microseconds, counting what lies inside another event of its thread once. */
function outermost(events: readonly TraceEvent[]): number {
	const endOf = new Map<string, number>();
	let sum = 0;
	for (const { pid, tid, ts, dur = 0, tdur = dur } of [...events].sort((a, b) => a.ts - b.ts)) {
		const thread = `${pid}/${tid}`;
		const end = endOf.get(thread) ?? 0;
		if (ts < end) continue;
		sum += tdur;
		endOf.set(thread, ts + dur);
	}
	return sum;
}
