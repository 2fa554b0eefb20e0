import type { ElementHandle, Page } from 'puppeteer-core';
import { waitUntil } from '../browser/wait-until.ts';

/** A control of a page of the extension, by role and accessible name; waits until it is there. */
export function pageControl(page: Page, role: string, name: string): Promise<ElementHandle<Element>> {
	return waitUntil(`${role} "${name}" in ${page.url()}`, async () => {
		return (await page.$(`aria/${name}[role="${role}"]`)) ?? undefined;
	});
}

export async function clickControl(page: Page, role: string, name: string): Promise<void> {
	await waitUntil(`a click on ${role} "${name}"`, async () => {
		await (await pageControl(page, role, name)).click();
		return true;
	});
}

/** Waits until the page shows these words. */
export async function waitForWords(page: Page, words: string): Promise<void> {
	await waitUntil(`"${words}" in ${page.url()}`, () =>
		page.evaluate((wanted) => document.body.innerText.includes(wanted), words),
	);
}
