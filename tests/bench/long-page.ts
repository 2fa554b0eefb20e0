import type { Page } from 'puppeteer-core';
import type { Session } from '../browser/open-session.ts';
import type { Site } from '../browser/start-site.ts';
import { waitUntil } from '../browser/wait-until.ts';
import { LONG_URL, longPage } from './bench-pages.ts';
import { seedAnnotations } from './seed-annotations.ts';
import { type Figure, ms } from './stats.ts';
import { SCRIPT_EVENTS, traceEventsOf } from './trace-events.ts';

const ANNOTATIONS = 2000;
const MOST_MS = 50;
const LIMIT_MS = 120_000;

/** What the page does for itself, whoever else waits for it. */
const OWN_WORK = new Set(['Layout', 'UpdateLayoutTree', 'PrePaint', 'Paint', 'Layerize', 'Commit']);

/**
 * The longest stretch for which En marge keeps a page of two million characters with two thousand highlights from
 * answering the reader, beside the page's own longest task; both as time on the processor.
 */
export async function longestTasks(session: Session, site: Site): Promise<Figure[]> {
	site.pages.set(LONG_URL, longPage(false));
	const page = await session.openPage(LONG_URL);
	await seedAnnotations(session, page, ANNOTATIONS);
	await page.bringToFront();
	const figures: Figure[] = [];
	for (const edited of [false, true]) {
		site.pages.set(LONG_URL, longPage(edited));
		const { ours, own } = await longest(page);
		figures.push({
			what: `longest task of En marge in 2,000,000 characters with ${ANNOTATIONS} highlights, ${edited ? 'edited' : 'unchanged'}`,
			ours: ms(ours),
			beside: `the page's own longest ${ms(own)}`,
			wanted: `under ${MOST_MS} ms`,
			holds: ours < MOST_MS,
		});
	}
	await page.close();
	return figures;
}

async function longest(page: Page): Promise<{ ours: number; own: number }> {
	await page.goto('about:blank');
	await page.tracing.start({ categories: ['devtools.timeline', 'v8', 'toplevel'] });
	await page.goto(LONG_URL);
	await waitUntil('all passages looked for', () => page.evaluate(isSettled), LIMIT_MS);
	const traceEvents = traceEventsOf(await page.tracing.stop());
	const parsing = traceEvents.findLast(({ name, args }) => name === 'ParseHTML' && args?.beginData?.url === LONG_URL);
	const events = traceEvents
		.filter(({ ph, pid, tid }) => ph === 'X' && pid === parsing?.pid && tid === parsing.tid)
		.sort((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0));
	let [ours, own] = [0, 0];
	/** The task, the script and the page's own work that are under way, and what was counted of the task. */
	let [taskEnd, scriptEnd, ownEnd] = [0, 0, 0];
	let [script, drawn] = [0, 0];
	// Scripts count whole: the page has none of its own.
	for (const { name, ts, dur = 0, tdur = dur } of events) {
		if (name.endsWith('RunTask') && ts >= taskEnd) {
			taskEnd = ts + dur;
			script = drawn = 0;
		} else if (SCRIPT_EVENTS.has(name) && ts >= scriptEnd) {
			scriptEnd = ts + dur;
			script += tdur;
		} else if (OWN_WORK.has(name) && ts >= ownEnd) {
			ownEnd = ts + dur;
			drawn += tdur;
			// A script that reads from a page what it has to lay out for that does the page's own work.
			if (ts < scriptEnd) script -= tdur;
		}
		ours = Math.max(ours, script);
		own = Math.max(own, drawn);
	}
	return { ours: ours / 1000, own: own / 1000 };
}

/** Runs in the page: true once the number of painted passages has stood still for two seconds. */
function isSettled(): boolean {
	const world = globalThis as unknown as { painted?: number; since?: number };
	let painted = 0;
	for (const [name, highlight] of CSS.highlights) if (name.startsWith('en-marge-')) painted += highlight.size;
	if (painted !== world.painted) world.since = performance.now();
	world.painted = painted;
	return painted > 0 && performance.now() - (world.since ?? 0) > 2000;
}
