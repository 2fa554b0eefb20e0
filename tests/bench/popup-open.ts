import type { Page } from 'puppeteer-core';
import type { Session } from '../browser/open-session.ts';
import { paintedTexts } from '../browser/painted-texts.ts';
import { waitUntil } from '../browser/wait-until.ts';
import { seedAnnotations } from './seed-annotations.ts';
import { type Figure, median, ms } from './stats.ts';

const ROUNDS = 15;
const ANNOTATIONS = 200;
/** Items that fill the tallest popup a browser shows. */
const FILLED = 6;
const MOST_TIMES = 2;
/** Of the side panel, as against the popup: it is made of the same. */
const PANEL_MOST_TIMES = 1.5;

/**
 * From the opening of the popup, and of the side panel, to the frame in which the list of 200 is shown: as many items as fit,
 * and more, and all the others to be scrolled to. The popup beside one in which Preact shows one word, the panel beside the popup.
 */
export async function popupOpen(ours: Session, baseline: Session, url: string): Promise<Figure[]> {
	const page = await ours.openPage(url);
	await seedAnnotations(ours, page, ANNOTATIONS);
	// The page shows them all, as one that a reader opens a popup over.
	await page.reload();
	await waitUntil('all passages painted', async () => (await paintedTexts(page)).length >= ANNOTATIONS);
	const tabId = await ours.tabIdOf(page);
	const popup = await ours.openExtensionPage(`popup.html?tab=${tabId}`);
	const panel = await ours.openExtensionPage(`sidepanel.html?tab=${tabId}`);
	const empty = await baseline.openExtensionPage('popup.html');
	for (const page of [popup, panel]) await watchList(page, FILLED, ANNOTATIONS);
	await watchList(empty, 1, 1);
	const addresses = [popup.url(), panel.url(), empty.url()] as const;
	for (const page of [popup, panel, empty]) await page.goto('about:blank');
	const [full, beside, bare]: [number[], number[], number[]] = [[], [], []];
	for (let round = -2; round < ROUNDS; round++) {
		const [a, b, c] = [
			await timeToList(popup, addresses[0]),
			await timeToList(panel, addresses[1]),
			await timeToList(empty, addresses[2]),
		];
		if (round < 0) continue;
		full.push(a);
		beside.push(b);
		bare.push(c);
	}
	const times = median(full) / median(bare);
	const panelTimes = median(beside) / median(full);
	return [
		{
			what: `popup open to list of ${ANNOTATIONS} shown, median of ${ROUNDS}`,
			ours: ms(median(full)),
			beside: `an empty Preact popup ${ms(median(bare))}, ${times.toFixed(2)} times`,
			wanted: `under ${MOST_TIMES} times`,
			holds: times < MOST_TIMES,
		},
		{
			what: `panel open to list of ${ANNOTATIONS} shown, median of ${ROUNDS}`,
			ours: ms(median(beside)),
			beside: `our popup ${ms(median(full))}, ${panelTimes.toFixed(2)} times`,
			wanted: `at most ${PANEL_MOST_TIMES} times`,
			holds: panelTimes <= PANEL_MOST_TIMES,
		},
	];
}

/** Notes, from now on at each load, the frame after the list shows as many items as wanted, of as many as there are. */
export async function watchList(page: Page, filled: number, whole: number): Promise<void> {
	await page.evaluateOnNewDocument(`
		const observer = new MutationObserver(() => {
			const items = document.querySelectorAll('ul:not(.tags) > li');
			if (items.length < ${filled}) return;
			if (Number(items[0].getAttribute('aria-setsize') ?? items.length) < ${whole}) return;
			observer.disconnect();
			requestAnimationFrame(() => setTimeout(() => { globalThis.shownAt = performance.now(); }));
		});
		observer.observe(document, { childList: true, subtree: true });`);
}

/** Milliseconds to that frame; `watchList` has been told of the page. */
export async function timeToList(page: Page, address: string): Promise<number> {
	await page.bringToFront();
	await page.goto(address);
	await page.waitForFunction('globalThis.shownAt !== undefined', { polling: 10, timeout: 10_000 });
	const shownAt = (await page.evaluate('shownAt')) as number;
	// It is closed like any popup: the next one finds no earlier document to be put away, and none that still asks the page.
	await page.goto('about:blank');
	return shownAt;
}
