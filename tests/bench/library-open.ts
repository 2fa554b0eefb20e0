import type { Page } from 'puppeteer-core';
import { openSession } from '../browser/open-session.ts';
import { waitUntil } from '../browser/wait-until.ts';
import { atRest } from './at-rest.ts';
import { generateLibrary } from './library/generate.ts';
import { HAS_DATABASE } from './library/search-scripts.ts';
import { type Figure, median, ms } from './stats.ts';

const ROUNDS = 15;
/** Articles; ten annotations each. The number that must hold is that of the middle one. */
const SIZES = [1_000, 10_000, 30_000];
const MAIN_SIZE = 10_000;
/** Entries that fill the window. */
const FILLED = 5;
const MOST_TIMES = 1.5;
/** The index of so much is made once, in milliseconds at most. */
export const INDEXED_MS = 900_000;

/**
 * From the opening of the library to the frame in which its first screen is shown: of one with many articles, beside an empty one
 * that says that it is. The index is made, and the browser at rest, before anything is timed.
 */
export async function libraryOpen(extensionDir: string, sizes: readonly number[] = SIZES): Promise<Figure> {
	const bySize = new Map<number, { readonly filled: number; readonly bare: number }>();
	for (const articles of sizes) bySize.set(articles, await openOfSize(extensionDir, articles));
	const { filled, bare } = bySize.get(MAIN_SIZE)!;
	const times = filled / bare;
	const growth = [...bySize].map(([size, { filled, bare }]) => `${size}: ${(filled / bare).toFixed(2)}`).join(', ');
	return {
		what: `library of ${MAIN_SIZE} articles and ${MAIN_SIZE * 10} annotations open to first screen, median of ${ROUNDS}`,
		ours: ms(filled),
		beside: `an empty library ${ms(bare)}, ${times.toFixed(2)} times; by size: ${growth}`,
		wanted: `at most ${MOST_TIMES} times`,
		holds: times <= MOST_TIMES,
	};
}

/** Medians in milliseconds, an empty library measured by turns with it. */
async function openOfSize(extensionDir: string, articles: number): Promise<{ filled: number; bare: number }> {
	const sessions = await Promise.all([1, 2].map(() => openSession('chrome', { extensionDir })));
	try {
		const [filled, bare] = await Promise.all(sessions.map((session) => session.openExtensionPage('library.html')));
		await fill(filled!, articles);
		for (const session of sessions) await atRest(session);
		return await timeBoth(filled!, bare!);
	} finally {
		for (const session of sessions) await session.close();
	}
}

async function fill(page: Page, articles: number): Promise<void> {
	await waitUntil('the database', async () => (await page.evaluate(HAS_DATABASE)) === true);
	await generateLibrary(page, { articles, annotations: articles * 10 });
	await page.reload();
	await waitUntil('the index', () => isIndexed(page), INDEXED_MS);
}

async function timeBoth(filled: Page, bare: Page): Promise<{ filled: number; bare: number }> {
	await watch(filled, `document.querySelectorAll('.entry .title').length >= ${FILLED}`);
	await watch(bare, `document.querySelector('.hint') !== null`);
	const [long, short]: [number[], number[]] = [[], []];
	for (let round = -2; round < ROUNDS; round++) {
		const [a, b] = [await timeToScreen(filled), await timeToScreen(bare)];
		if (round < 0) continue;
		long.push(a);
		short.push(b);
	}
	return { filled: median(long), bare: median(short) };
}

/** Whether everything has been read into the index: what can be narrowed to is counted, and nothing waits. */
export function isIndexed(page: Page): Promise<boolean> {
	return page.evaluate(async () => {
		const counted = [...document.querySelectorAll('.facet-choice .number')].map(({ textContent }) => textContent);
		if (counted.length === 0) return false;
		const database = await new Promise<IDBDatabase>((resolve, reject) => {
			const request = indexedDB.open('en-marge');
			request.onsuccess = () => resolve(request.result);
			request.onerror = () => reject(request.error);
		});
		const pending = await new Promise<number>((resolve) => {
			const request = database.transaction('pending').objectStore('pending').count();
			request.onsuccess = () => resolve(request.result);
		});
		database.close();
		return pending === 0;
	});
}

/** Notes, from now on at each load, the frame after something is shown. */
async function watch(page: Page, isShown: string): Promise<void> {
	await page.evaluateOnNewDocument(`
		const observer = new MutationObserver(() => {
			if (!(${isShown})) return;
			observer.disconnect();
			requestAnimationFrame(() => setTimeout(() => { globalThis.shownAt = performance.now(); }));
		});
		observer.observe(document, { childList: true, subtree: true });`);
}

async function timeToScreen(page: Page): Promise<number> {
	await page.bringToFront();
	await page.reload();
	await page.waitForFunction('globalThis.shownAt !== undefined', { polling: 10, timeout: 20_000 });
	return (await page.evaluate('shownAt')) as number;
}
