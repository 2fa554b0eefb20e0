import type { Page } from 'puppeteer-core';
import { waitUntil } from '../browser/wait-until.ts';

/** The words that the reading cursor stands on; empty where nobody reads by it. */
export function cursorWords(page: Page): Promise<string> {
	return page.evaluate(() => {
		const [place] = [...(CSS.highlights.get('en-marge-cursor') ?? [])];
		if (place === undefined) return '';
		const range = new Range();
		range.setStart(place.startContainer, place.startOffset);
		range.setEnd(place.endContainer, place.endOffset);
		return range.toString();
	});
}

export async function waitForCursor(page: Page, words: string): Promise<void> {
	let seen = '';
	await waitUntil(`the cursor on "${words}"`, async () => {
		seen = await cursorWords(page);
		return seen === words;
	}).catch((error: Error) => {
		throw new Error(`${error.message}; in the end on "${seen}"`);
	});
}

/** Presses a key with others held down: `Shift+ArrowDown`. */
export async function press(page: Page, keys: string): Promise<void> {
	const parts = keys.split('+');
	const held = parts.slice(0, -1);
	for (const key of held) await page.keyboard.down(key as 'Shift');
	await page.keyboard.press(parts.at(-1) as 'Enter');
	for (const key of held.reverse()) await page.keyboard.up(key as 'Shift');
}
