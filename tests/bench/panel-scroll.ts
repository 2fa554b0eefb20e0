import type { Page } from 'puppeteer-core';
import type { Session } from '../browser/open-session.ts';
import { waitUntil } from '../browser/wait-until.ts';
import { seedAnnotations } from './seed-annotations.ts';
import { type Figure, ms, quantile } from './stats.ts';
import { traceEventsOf } from './trace-events.ts';

const ANNOTATIONS = 2000;
/** One of sixty frames of a second. */
const FRAME_MS = 1000 / 60;
/** As fast as one reads over a list to find something, and how far, in CSS pixels. */
const SPEED_PX_PER_S = 2500;
const DISTANCE_PX = 15_000;
const MOST_DROPPED = 0.01;

/**
 * Scrolls through the panel with 2,000 annotations, notes of all lengths among them: the longest task of its main thread, as
 * time on the processor, and the share of frames that came too late.
 */
export async function panelScroll(session: Session, url: string): Promise<Figure> {
	const page = await session.openPage(url);
	await seedAnnotations(session, page, ANNOTATIONS, true);
	const panel = await session.openExtensionPage(`sidepanel.html?tab=${await session.tabIdOf(page)}`);
	await panel.bringToFront();
	await waitUntil('the list', async () => {
		return (await panel.$eval('[aria-setsize]', (item) => item.getAttribute('aria-setsize'))) === String(ANNOTATIONS);
	});
	// All is settled: what is asked of the page while passages are looked for is no part of scrolling.
	await panel.evaluate(() => new Promise((resolve) => setTimeout(resolve, 3000)));
	const { tasks, late, frames } = await scrolled(panel);
	await Promise.all([panel.close(), page.close()]);
	const longest = Math.max(...tasks);
	return {
		what: `panel with ${ANNOTATIONS} annotations, scrolled ${DISTANCE_PX} px: longest task`,
		ours: `${ms(longest)}, 99 of 100 under ${ms(quantile(tasks, 0.99))}`,
		beside: `${late} of ${frames} frames late`,
		wanted: `under ${ms(FRAME_MS)}, at most ${MOST_DROPPED * 100} % late`,
		holds: longest < FRAME_MS && late <= frames * MOST_DROPPED,
	};
}

/** Durations in milliseconds; a frame is late where the one before it stood for two or more. */
async function scrolled(panel: Page): Promise<{ tasks: number[]; late: number; frames: number }> {
	await panel.evaluate(`
		globalThis.frameTimes = [];
		const tick = (at) => { frameTimes.push(at); requestAnimationFrame(tick); };
		requestAnimationFrame(tick);`);
	const client = await panel.createCDPSession();
	await panel.tracing.start({ categories: ['devtools.timeline', 'toplevel'] });
	await client.send('Input.synthesizeScrollGesture', {
		x: 200,
		y: 300,
		yDistance: -DISTANCE_PX,
		speed: SPEED_PX_PER_S,
		gestureSourceType: 'mouse',
	});
	const events = traceEventsOf(await panel.tracing.stop());
	const times = (await panel.evaluate('frameTimes')) as number[];
	const main = events.findLast(({ name }) => name === 'FireAnimationFrame');
	const tasks = events
		.filter(({ name, ph, pid, tid }) => ph === 'X' && name.endsWith('RunTask') && pid === main?.pid && tid === main.tid)
		.map(({ dur = 0, tdur = dur }) => tdur / 1000);
	const gaps = times.slice(1).map((at, index) => at - times[index]!);
	return { tasks, late: gaps.filter((gap) => gap > 1.5 * FRAME_MS).length, frames: gaps.length };
}
