import type { Page } from 'puppeteer-core';
import { waitUntil } from '../browser/wait-until.ts';
import type { World } from './use-session.ts';

/** One annotation as the popup and the panel list it. */
export interface ListedAnnotation {
	readonly quote: string;
	readonly note: string;
	readonly tags: readonly string[];
	/** Colour and state, as they are written. */
	readonly meta: string;
}

/** The popup or the panel in a tab of its own, acting for the tab of `page`. */
export async function openPanel(world: World, page: Page, surface: 'popup' | 'sidepanel' = 'popup'): Promise<Page> {
	const tabId = await world.session.tabIdOf(page);
	return await world.session.openExtensionPage(`${surface}.html?tab=${tabId}`);
}

/** What stands in the list "Annotations" now. */
export function listed(panel: Page): Promise<ListedAnnotation[]> {
	return panel.$$eval('[role=list][aria-label=Annotations] > li', (items) =>
		items.map((item) => ({
			quote: item.querySelector('blockquote')?.textContent ?? '',
			note: item.querySelector('.note')?.textContent ?? '',
			tags: [...item.querySelectorAll('.tags li')].map(({ textContent }) => textContent ?? ''),
			meta: item.querySelector('.meta')?.textContent ?? '',
		})),
	);
}

export async function waitForQuotes(panel: Page, quotes: readonly string[]): Promise<void> {
	let seen: string[] = [];
	await waitUntil(`listed: ${JSON.stringify(quotes)}`, async () => {
		seen = (await listed(panel)).map(({ quote }) => quote);
		return JSON.stringify(seen) === JSON.stringify(quotes);
	}).catch((error: Error) => {
		throw new Error(`${error.message}; listed in the end: ${JSON.stringify(seen)}`);
	});
}
