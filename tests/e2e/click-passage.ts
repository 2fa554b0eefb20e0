import type { Page } from 'puppeteer-core';

/** Clicks in the middle of the first character of words, which stand in one text node of the page. */
export async function clickPassage(page: Page, words: string): Promise<void> {
	const point = await page.evaluate((wanted) => {
		const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
		while (walker.nextNode()) {
			const text = walker.currentNode as Text;
			const at = text.data.indexOf(wanted);
			if (at < 0) continue;
			text.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
			const range = new Range();
			range.setStart(text, at);
			range.setEnd(text, at + 1);
			const { left, right, top, bottom } = range.getBoundingClientRect();
			return { x: (left + right) / 2, y: (top + bottom) / 2 };
		}
		throw new Error(`not in one text node: "${wanted}"`);
	}, words);
	await page.mouse.click(point.x, point.y);
}
