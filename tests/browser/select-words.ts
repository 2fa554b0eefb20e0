import type { Page } from 'puppeteer-core';
import { waitUntil } from './wait-until.ts';

interface Point {
	readonly x: number;
	readonly y: number;
}

/**
 * Selects words with the mouse: presses before the first character, drags past the last, lets go. The words may run
 * over elements; they are given as the DOM holds them, `nth` (from 0) tells which of several places.
 * Throws where the words do not stand in the page, or the selection comes out as others.
 */
export async function selectWords(page: Page, words: string, nth = 0): Promise<void> {
	await waitUntil(`the selection of "${words}"`, async () => {
		// A page still moves while its pictures come in: then the mouse missed, and tries again.
		const { start, end } = await edges(page, words, nth);
		await drag(page, start, end);
		return await waitUntil('the words', () => isSelected(page, words), 1000);
	}).catch(async (error: Error) => {
		throw new Error(`${error.message}; selected in the end: "${await page.evaluate(() => String(getSelection()))}"`);
	});
}

/**
 * Selects words with the keyboard: Shift+Right from the first character on, which the mouse has selected (Chromium
 * takes the keys only where a selection stands already).
 */
export async function selectWordsByKeyboard(page: Page, words: string, nth = 0): Promise<void> {
	const { start, afterFirst } = await edges(page, words, nth);
	await drag(page, start, afterFirst);
	await page.keyboard.down('Shift');
	try {
		for (let pressed = 0; pressed <= words.length; pressed++) {
			if (await isSelected(page, words)) return;
			await page.keyboard.press('ArrowRight');
		}
	} finally {
		await page.keyboard.up('Shift');
	}
	throw new Error(`not selected with the keyboard: "${words}"`);
}

async function drag(page: Page, from: Point, to: Point): Promise<void> {
	await page.mouse.move(from.x, from.y);
	await page.mouse.down();
	await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 3 });
	await page.mouse.move(to.x, to.y, { steps: 3 });
	await page.mouse.up();
}

function isSelected(page: Page, words: string): Promise<boolean> {
	return page.evaluate((wanted) => {
		const selection = getSelection();
		return selection?.rangeCount === 1 && selection.getRangeAt(0).toString() === wanted;
	}, words);
}

/**
 * The points, in CSS pixels of the viewport, just inside the first and the last character; scrolls them into view.
 * No function in it has a name: tsx would lean on a helper that the page does not have.
 */
function edges(page: Page, words: string, nth: number): Promise<{ start: Point; afterFirst: Point; end: Point }> {
	return page.evaluate(
		(wanted, skip) => {
			const texts: Text[] = [];
			const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT, (node) =>
				node.parentElement?.closest('script, style, noscript, template')
					? NodeFilter.FILTER_REJECT
					: NodeFilter.FILTER_ACCEPT,
			);
			while (walker.nextNode()) texts.push(walker.currentNode as Text);
			const whole = texts.map((text) => text.data).join('');
			let at = whole.indexOf(wanted);
			for (let left = skip; left > 0 && at >= 0; left--) at = whole.indexOf(wanted, at + 1);
			if (at < 0) throw new Error(`not in the page: "${wanted}"`);

			const rects: DOMRect[] = [];
			const isRtl: boolean[] = [];
			for (const [index, offset] of [at, at + wanted.length - 1].entries()) {
				let before = 0;
				for (const text of texts) {
					if (offset >= before && offset < before + text.length) {
						const range = new Range();
						range.setStart(text, offset - before);
						range.setEnd(text, offset - before + 1);
						if (index === 0) text.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
						rects[index] = range.getBoundingClientRect();
						isRtl[index] = /[\u0590-\u08ff\ufb1d-\ufefc]/.test(range.toString());
					}
					before += text.length;
				}
			}
			const [first, last] = rects;
			if (!first || !last) throw new Error(`out of reach: "${wanted}"`);
			return {
				start: { x: isRtl[0] ? first.right - 1 : first.left + 1, y: (first.top + first.bottom) / 2 },
				afterFirst: { x: isRtl[0] ? first.left + 1 : first.right - 1, y: (first.top + first.bottom) / 2 },
				end: { x: isRtl[1] ? last.left + 1 : last.right - 1, y: (last.top + last.bottom) / 2 },
			};
		},
		words,
		nth,
	);
}
