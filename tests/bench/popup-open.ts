import type { Page } from 'puppeteer-core';
import type { Session } from '../browser/open-session.ts';
import { seedAnnotations } from './seed-annotations.ts';
import { type Figure, median, ms } from './stats.ts';

const ROUNDS = 15;
const ANNOTATIONS = 200;
const MOST_TIMES = 2;

/** From the opening of the popup to the list of 200 annotations shown, beside a popup in which Preact shows one word. */
export async function popupOpen(ours: Session, baseline: Session, url: string): Promise<Figure> {
	const page = await ours.openPage(url);
	await seedAnnotations(ours, page, ANNOTATIONS);
	const tabId = await ours.tabIdOf(page);
	const popup = await ours.openExtensionPage(`popup.html?tab=${tabId}`);
	const empty = await baseline.openExtensionPage('popup.html');
	await watchList(popup, ANNOTATIONS);
	await watchList(empty, 1);
	const [full, bare]: [number[], number[]] = [[], []];
	for (let round = -2; round < ROUNDS; round++) {
		const [a, b] = [await timeToList(popup), await timeToList(empty)];
		if (round < 0) continue;
		full.push(a);
		bare.push(b);
	}
	const times = median(full) / median(bare);
	return {
		what: `popup open to list of ${ANNOTATIONS} shown, median of ${ROUNDS}`,
		ours: ms(median(full)),
		beside: `an empty Preact popup ${ms(median(bare))}, ${times.toFixed(2)} times`,
		wanted: `under ${MOST_TIMES} times`,
		holds: times < MOST_TIMES,
	};
}

/** Notes, from now on at each load, the frame after the list has its items. */
async function watchList(page: Page, items: number): Promise<void> {
	await page.evaluateOnNewDocument(`
		const observer = new MutationObserver(() => {
			if (document.querySelectorAll('li').length < ${items}) return;
			observer.disconnect();
			requestAnimationFrame(() => setTimeout(() => { globalThis.shownAt = performance.now(); }));
		});
		observer.observe(document, { childList: true, subtree: true });`);
}

async function timeToList(page: Page): Promise<number> {
	await page.bringToFront();
	await page.reload();
	await page.waitForFunction('globalThis.shownAt !== undefined', { polling: 10, timeout: 10_000 });
	return (await page.evaluate('globalThis.shownAt')) as number;
}
