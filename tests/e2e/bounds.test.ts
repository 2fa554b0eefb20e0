import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { BROWSER_KINDS } from '../browser/browser-kind.ts';
import type { InPageUi } from '../browser/in-page-ui.ts';
import { paintedTexts, waitForPainted } from '../browser/painted-texts.ts';
import { waitUntil } from '../browser/wait-until.ts';
import { clickPassage } from './click-passage.ts';
import { PASSAGE } from './pages/orchard-story.ts';
import { press } from './reading-cursor.ts';
import { selectInArticle } from './select-in-article.ts';
import { useSession } from './use-session.ts';

const SENTENCE = `${PASSAGE.second}, raconte la pépiniériste, qui travaille avec le conservatoire de la vallée voisine depuis longtemps.`;

/** The middle of the edge after some words, or before them, in CSS pixels of the viewport. */
function edgeOf(page: Page, words: string, side: 'before' | 'after'): Promise<{ x: number; y: number }> {
	return page.evaluate(
		(wanted, side) => {
			const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
			while (walker.nextNode()) {
				const text = walker.currentNode as Text;
				const at = text.data.indexOf(wanted);
				if (at < 0) continue;
				const range = new Range();
				range.setStart(text, side === 'before' ? at : at + wanted.length - 1);
				range.setEnd(text, side === 'before' ? at + 1 : at + wanted.length);
				const { left, right, top, bottom } = range.getBoundingClientRect();
				return { x: side === 'before' ? left : right, y: (top + bottom) / 2 };
			}
			throw new Error(`not in one text node: "${wanted}"`);
		},
		words,
		side,
	);
}

/** Drags the handle at one end of the open card's passage to an edge of other words. */
async function dragTo(page: Page, ui: InPageUi, which: 'Start' | 'End', from: string, to: string): Promise<void> {
	const side = which === 'Start' ? 'before' : 'after';
	const handle = await ui.control('slider', `${which} of the passage`).element();
	const box = await handle.boundingBox();
	if (box === null) throw new Error('no handle');
	const [here, there] = [await edgeOf(page, from, side), await edgeOf(page, to, side)];
	const grip = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
	await page.mouse.move(grip.x, grip.y);
	await page.mouse.down();
	await page.mouse.move(grip.x + 5, grip.y, { steps: 2 });
	await page.mouse.move(grip.x + there.x - here.x, grip.y + there.y - here.y, { steps: 5 });
}

describe('the bounds of a passage under a finger, in chrome', () => {
	const world = useSession('chrome');

	test('have targets of 44 pixels, and are dragged on over what stands below the edge of the window', async () => {
		const body = Array.from({ length: 60 }, (_, index) => `<p>Verger ${index}, aux pommes tardives.</p>`).join('');
		const firstInHead = '<meta name="viewport" content="width=device-width, initial-scale=1">';
		const { page, ui } = await world.openArticle({ body, firstInHead });
		await selectInArticle(page, 'Verger 4,');
		await press(page, '1');
		await waitForPainted(page, [['yellow', 'Verger 4,']]);
		await page.setViewport({ width: 360, height: 640, hasTouch: true, isMobile: true });
		await page.reload();
		await waitForPainted(page, [['yellow', 'Verger 4,']]);
		const at = await edgeOf(page, 'Verger 4,', 'after');
		await page.touchscreen.tap(at.x - 10, at.y);
		const end = await ui.control('slider', 'End of the passage').element();
		const box = (await end.boundingBox())!;
		expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(44);
		const finger = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
		const held = await page.touchscreen.touchStart(finger.x, finger.y);
		await held.move(finger.x, finger.y + 40);
		await held.move(finger.x, 632);
		// The finger rests; the page goes on under it.
		await waitUntil('words of below', async () => {
			const [painted] = await paintedTexts(page);
			return painted?.text.includes('Verger 30') === true;
		});
		await held.move(finger.x, 300);
		await held.end();
		await ui.waitForText('The passage is now:');
		const kept = await paintedTexts(page);
		await page.reload();
		await waitUntil('the same words', async () => JSON.stringify(await paintedTexts(page)) === JSON.stringify(kept));
	});
});

describe.each(BROWSER_KINDS)('the bounds of a passage in %s', (kind) => {
	const world = useSession(kind);

	async function opened(words: string) {
		const { page, ui } = await world.openArticle();
		await selectInArticle(page, words);
		await press(page, '1');
		await waitForPainted(page, [['yellow', words]]);
		await clickPassage(page, words);
		await ui.dialog('Annotation').element();
		return { page, ui };
	}

	test('are moved by keys, by character, word and sentence; what is done in one go is one step back', async () => {
		const { page, ui } = await opened(PASSAGE.second);
		const end = await ui.control('slider', 'End of the passage').element();
		await end.focus();
		await press(page, 'ArrowRight');
		await waitForPainted(page, [['yellow', `${PASSAGE.second},`]]);
		await press(page, 'Control+ArrowLeft');
		await press(page, 'Control+ArrowLeft');
		await waitForPainted(page, [['yellow', 'Les greffes ont pris sur neuf arbres sur']]);
		await press(page, 'Shift+ArrowRight');
		await waitForPainted(page, [['yellow', SENTENCE]]);
		await ui.button('Passage').click();
		// The card grows, and may move meanwhile.
		await waitUntil('the focus on the handle', async () => {
			await ui.button('Move start and end').click();
			const start = await ui.control('slider', 'Start of the passage').element();
			return await start.evaluate((node) => (node.getRootNode() as ShadowRoot).activeElement === node);
		});
		await press(page, 'Alt+ArrowRight');
		await waitForPainted(page, [['yellow', SENTENCE.slice(4)]]);
		await press(page, 'Enter');
		await ui.waitForText('The passage is now:');
		await press(page, 'Escape');
		await ui.dialog('Annotation').waitUntilGone();
		await page.reload();
		await waitForPainted(page, [['yellow', SENTENCE.slice(4)]]);
		await press(page, 'Control+z');
		await waitForPainted(page, [['yellow', SENTENCE]]);
		await press(page, 'Control+z');
		await waitForPainted(page, [['yellow', PASSAGE.second]]);
		await press(page, 'Control+Shift+Z');
		await waitForPainted(page, [['yellow', SENTENCE]]);
	});

	test('are dragged with the pointer, to whole words with Alt, and never past each other or out of the article', async () => {
		const { page, ui } = await opened(PASSAGE.second);
		await dragTo(page, ui, 'End', PASSAGE.second, 'Les greffes ont pri');
		await page.mouse.up();
		await waitForPainted(page, [['yellow', 'Les greffes ont pri']]);
		await page.keyboard.down('Alt');
		await dragTo(page, ui, 'Start', 'Les greffes', 'effes');
		await page.mouse.up();
		await page.keyboard.up('Alt');
		await waitForPainted(page, [['yellow', 'greffes ont pri']]);
		await dragTo(page, ui, 'Start', 'greffes', 'neuf arbres');
		await page.mouse.up();
		await waitForPainted(page, [['yellow', 'i']]);
		await press(page, 'Escape');
		await press(page, 'Control+z');
		await waitForPainted(page, [['yellow', 'greffes ont pri']]);
	});

	test('stay as they were after Escape, and take in whole words on command', async () => {
		const { page, ui } = await opened('reffes ont pri');
		await (await ui.control('slider', 'Start of the passage').element()).focus();
		await press(page, 'ArrowDown');
		await press(page, 'ArrowLeft');
		await press(page, 'Escape');
		await waitForPainted(page, [['yellow', 'reffes ont pri']]);
		await ui.dialog('Annotation').element();
		await ui.button('Passage').click();
		await ui.button('Whole words').click();
		await waitForPainted(page, [['yellow', 'greffes ont pris']]);
		await ui.button('Done').click();
		await page.reload();
		await waitForPainted(page, [['yellow', 'greffes ont pris']]);
	});

	test('follow the page when it scrolls, and are large enough to be taken hold of', async () => {
		const { page, ui } = await opened(PASSAGE.second);
		const place = async () => (await (await ui.control('slider', 'Start of the passage').element()).boundingBox())!;
		const before = await place();
		expect(Math.min(before.width, before.height)).toBeGreaterThanOrEqual(24);
		await page.evaluate(() => window.scrollBy({ top: 30, behavior: 'instant' }));
		await waitUntil('the handle moved with its words', async () => {
			const { x, y } = await edgeOf(page, PASSAGE.second, 'before');
			const { x: left, y: top, width, height } = await place();
			return Math.abs(left + width / 2 - x) < 3 && Math.abs(top + height - y) < 20 && Math.abs(top - before.y) > 20;
		});
	});

	test('in a text that runs to the left, left is on and the handles stand at the ends as read', async () => {
		const sentence = 'درختان سیب دوباره به دره بازگشته‌اند و کشاورزان شادند.';
		const { page, ui } = await world.openArticle({ edition: 'fa', body: `<p>${sentence}</p><p>پایان.</p>` });
		await selectInArticle(page, 'سیب دوباره به');
		await press(page, '1');
		await clickPassage(page, 'دوباره');
		const [start, end] = await Promise.all(
			['Start', 'End'].map(async (which) => await ui.control('slider', `${which} of the passage`).element()),
		);
		expect((await start!.boundingBox())!.x).toBeGreaterThan((await end!.boundingBox())!.x);
		await end!.focus();
		await press(page, 'Control+ArrowLeft');
		await waitForPainted(page, [['yellow', 'سیب دوباره به دره']]);
		await start!.focus();
		await press(page, 'Control+ArrowRight');
		await waitForPainted(page, [['yellow', 'درختان سیب دوباره به دره']]);
		await press(page, 'Enter');
		await ui.waitForText('The passage is now:');
	});

	test('take in whole words of a script that writes no spaces', async () => {
		const { page, ui } = await world.openArticle({
			edition: 'cn',
			body: '<p>图书馆的读者们喜欢苹果树。</p><p>完。</p>',
		});
		await selectInArticle(page, '书馆的读');
		await press(page, '3');
		await clickPassage(page, '书馆的读');
		await ui.button('Passage').click();
		await ui.button('Whole words').click();
		await waitUntil('whole words', async () => {
			const [painted] = await paintedTexts(page);
			return painted?.text.startsWith('图书馆的读者') === true;
		});
	});
});
