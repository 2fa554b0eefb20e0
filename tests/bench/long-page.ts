import type { Page } from 'puppeteer-core';
import type { Session } from '../browser/open-session.ts';
import type { Site } from '../browser/start-site.ts';
import { waitUntil } from '../browser/wait-until.ts';
import { LONG_URL, longPage } from './bench-pages.ts';
import { seedAnnotations } from './seed-annotations.ts';
import { type Figure, ms } from './stats.ts';

const ANNOTATIONS = 2000;
const MOST_MS = 50;
const LIMIT_MS = 120_000;

interface TraceEvent {
	readonly name: string;
	readonly ph: string;
	readonly ts: number;
	readonly dur: number;
	/** On the processor, without what other programs took of it. */
	readonly tdur?: number;
	readonly tid: number;
	readonly pid: number;
	readonly args?: { readonly beginData?: { readonly url?: string }; readonly data?: { readonly url?: string } };
}

/** What the page does for itself, whoever else waits for it. */
const OWN_WORK = new Set(['ParseHTML', 'Layout', 'UpdateLayoutTree', 'PrePaint', 'Paint', 'Layerize', 'Commit']);

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
	const trace = await page.tracing.stop();
	const { traceEvents } = JSON.parse(new TextDecoder().decode(trace)) as { traceEvents: TraceEvent[] };
	const parsing = traceEvents.findLast(({ name, args }) => name === 'ParseHTML' && args?.beginData?.url === LONG_URL);
	const events = traceEvents
		.filter(({ ph, pid, tid }) => ph === 'X' && pid === parsing?.pid && tid === parsing.tid)
		.sort((a, b) => a.ts - b.ts || b.dur - a.dur);
	let [ours, own] = [0, 0];
	let task: { end: number; own: number; whole: number; isOurs: boolean } | undefined;
	let ownUntil = 0;
	const close = (): void => {
		if (task === undefined) return;
		if (task.isOurs) ours = Math.max(ours, task.whole - task.own);
		own = Math.max(own, task.own);
	};
	for (const { name, ts, dur, tdur = dur, args } of events) {
		if (name.endsWith('RunTask') && (task === undefined || ts >= task.end)) {
			close();
			task = { end: ts + dur, own: 0, whole: tdur, isOurs: false };
		} else if (task !== undefined && ts < task.end) {
			if (args?.data?.url?.startsWith('chrome-extension://')) task.isOurs = true;
			if (OWN_WORK.has(name) && ts >= ownUntil) {
				task.own += tdur;
				ownUntil = ts + dur;
			}
		}
	}
	close();
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
