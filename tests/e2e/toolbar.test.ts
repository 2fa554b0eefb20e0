import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { BROWSER_KINDS } from '../browser/browser-kind.ts';
import { type InPageUi, inPageUi } from '../browser/in-page-ui.ts';
import { paintedTexts, waitForPainted } from '../browser/painted-texts.ts';
import { selectWords } from '../browser/select-words.ts';
import { waitUntil } from '../browser/wait-until.ts';
import { storyOf } from '../fixtures/article/stories.ts';
import { orchardStory, PASSAGE } from './pages/orchard-story.ts';
import { selectInArticle } from './select-in-article.ts';
import { useSession } from './use-session.ts';

interface Box {
	readonly left: number;
	readonly top: number;
	readonly right: number;
	readonly bottom: number;
}

async function boxOf(ui: InPageUi, kind: 'toolbar' | 'button', name: string): Promise<Box> {
	const box = await (await ui[kind](name).element()).boundingBox();
	if (box === null) throw new Error(`"${name}" is not shown`);
	const { x, y, width, height } = box;
	return { left: x, top: y, right: x + width, bottom: y + height };
}

/** The boxes of the selected words, in CSS pixels of the viewport, and the viewport's size. */
function measure(page: Page): Promise<{ words: Box[]; width: number; height: number }> {
	return page.evaluate(() => ({
		words: [...(getSelection()?.getRangeAt(0).getClientRects() ?? [])]
			.filter(({ width, height }) => width > 0 && height > 0)
			.map(({ left, top, right, bottom }) => ({ left, top, right, bottom })),
		width: innerWidth,
		height: innerHeight,
	}));
}

const overlap = (a: Box, b: Box) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** Within the viewport, and over none of the selected words unless they leave no room. */
async function expectWellPlaced(page: Page, ui: InPageUi, mayCover = false): Promise<void> {
	await waitUntil('the toolbar in its place', async () => {
		const [bar, { words, width, height }] = [await boxOf(ui, 'toolbar', 'Annotate'), await measure(page)];
		const isInside = bar.left >= 0 && bar.top >= 0 && bar.right <= width && bar.bottom <= height;
		const visible = words.filter(({ top, bottom }) => bottom > 0 && top < height);
		if (!isInside) throw new Error(`outside: ${JSON.stringify({ bar, width, height })}`);
		if (!mayCover && visible.some((line) => overlap(bar, line)))
			throw new Error(`over the words: ${JSON.stringify({ bar, visible })}`);
		return true;
	});
}

const LONG = Array.from({ length: 40 }, (_, index) => `<p>${PASSAGE.first} Verger ${index}.</p>`).join('\n');

describe.each(BROWSER_KINDS)('the toolbar, in %s', (kind) => {
	const world = useSession(kind);

	test.each([
		['wide', 1280, 900],
		['at 200 % zoom', 640, 450],
		['narrow', 320, 640],
	] as const)(
		'%s: stands within the viewport and beside the words, also with all that it offers',
		async (_, width, height) => {
			const { page, ui } = await world.openArticle();
			await page.setViewport({ width, height });
			for (const words of [PASSAGE.title, PASSAGE.first, PASSAGE.last]) {
				await selectInArticle(page, words);
				await expectWellPlaced(page, ui);
				// By key: a click has the toolbar placed anew anyway.
				await (await ui.button('More').element()).focus();
				await page.keyboard.press('Enter');
				await ui.button('Copy link to passage').element();
				await expectWellPlaced(page, ui);
				await page.keyboard.press('Escape');
				await ui.toolbar('Annotate').waitUntilGone();
			}
		},
	);

	test('stands within the viewport beside words of a right-to-left article, and of a page without doctype', async () => {
		const [paragraph = ''] = storyOf('fa').paragraphs;
		const rtl = await world.openArticle({ edition: 'fa', body: `<p>${paragraph}</p>` });
		await rtl.page.setViewport({ width: 400, height: 600 });
		await selectInArticle(rtl.page, paragraph.slice(0, 20));
		await expectWellPlaced(rtl.page, rtl.ui);
		const { url, html } = orchardStory({ body: LONG });
		const quirky = await world.open(url, html.replace(/<!doctype html>/i, ''));
		expect(await quirky.evaluate(() => document.compatMode)).toBe('BackCompat');
		await quirky.evaluate(() => scrollTo(0, 0));
		await selectInArticle(quirky, 'Verger 20');
		await expectWellPlaced(quirky, inPageUi(quirky));
		await quirky.evaluate(() => {
			getSelection()?.selectAllChildren(document.body);
			scrollTo(0, 900);
		});
		await expectWellPlaced(quirky, inPageUi(quirky), true);
	});

	test('follows the words as the page is scrolled, is away while they are, and gone when the selection is', async () => {
		const { page, ui } = await world.openArticle({ body: LONG });
		await selectInArticle(page, 'Verger 10');
		const distance = async () => {
			const [bar, { words }] = [await boxOf(ui, 'toolbar', 'Annotate'), await measure(page)];
			return Math.round(words[0]!.top - bar.bottom);
		};
		const before = await distance();
		await page.evaluate(() => scrollBy(0, 120));
		await waitUntil('the toolbar beside the words again', async () => (await distance()) === before);
		await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
		await ui.toolbar('Annotate').waitUntilGone();
		await page.evaluate(() => scrollTo(0, 0));
		await selectInArticle(page, 'Verger 12');
		await page.evaluate(() => getSelection()?.removeAllRanges());
		await ui.toolbar('Annotate').waitUntilGone();
	});

	test('is not there while the mouse still drags, also where a field had the focus', async () => {
		const { page, ui } = await world.openArticle();
		// The interface is in the page from here on, and quick.
		await selectInArticle(page, PASSAGE.last);
		await page.keyboard.press('Escape');
		await selectWords(page, PASSAGE.first);
		const { words } = await measure(page);
		await page.evaluate(() => {
			getSelection()?.removeAllRanges();
			document.querySelector<HTMLElement>('input[name=q]')?.focus({ preventScroll: true });
		});
		await ui.toolbar('Annotate').waitUntilGone();
		const { left, top, bottom } = words[0]!;
		await page.mouse.move(left + 3, (top + bottom) / 2);
		await page.mouse.down();
		await page.mouse.move(left + 120, (top + bottom) / 2, { steps: 5 });
		expect(await page.evaluate(() => getSelection()?.isCollapsed)).toBe(false);
		expect(await ui.toolbar('Annotate').isThere()).toBe(false);
		await page.mouse.up();
		await ui.toolbar('Annotate').element();
	});

	test('stays within the viewport where the whole article is selected', async () => {
		const { page, ui } = await world.openArticle({ body: LONG });
		for (const [width, height] of [
			[1280, 900],
			[320, 480],
		] as const) {
			await page.setViewport({ width, height });
			await page.evaluate(() => {
				getSelection()?.selectAllChildren(document.body);
				scrollTo(0, 900);
			});
			await expectWellPlaced(page, ui, true);
		}
	});
});

describe('the toolbar under a finger, in chrome', () => {
	const world = useSession('chrome');

	async function openByTouch(body?: string) {
		const firstInHead = '<meta name="viewport" content="width=device-width, initial-scale=1">';
		const opened = await world.openArticle({ firstInHead, ...(body !== undefined && { body }) });
		await opened.page.setViewport({ width: 360, height: 640, hasTouch: true, isMobile: true });
		await opened.page.reload();
		return opened;
	}
	async function tap(page: Page, ui: InPageUi, name: string): Promise<void> {
		const { left, top, right, bottom } = await boxOf(ui, 'button', name);
		await page.touchscreen.tap((left + right) / 2, (top + bottom) / 2);
	}
	/** As the system does after a long press: it selects a word, and the handles then move the ends. */
	function select(page: Page, words: string): Promise<void> {
		return page.evaluate((wanted) => {
			const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
			while (walker.nextNode()) {
				const text = walker.currentNode as Text;
				const at = text.data.indexOf(wanted);
				if (at < 0) continue;
				text.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
				getSelection()?.setBaseAndExtent(text, at, text, at + wanted.length);
				return;
			}
			throw new Error('not there');
		}, words);
	}

	test('is a bar at the lower edge with targets of 44 pixels at least, away from the handles, and highlights', async () => {
		const { page, ui } = await openByTouch();
		await select(page, PASSAGE.first);
		await waitUntil('the bar', async () => (await boxOf(ui, 'toolbar', 'Annotate')).bottom > 600);
		await tap(page, ui, 'More');
		for (const name of ['Yellow', 'Orange', 'Note', 'More', 'Copy quote']) {
			const { left, top, right, bottom } = await boxOf(ui, 'button', name);
			expect(right - left, name).toBeGreaterThanOrEqual(44);
			expect(bottom - top, name).toBeGreaterThanOrEqual(44);
		}
		await expectWellPlaced(page, ui);
		await select(page, PASSAGE.last);
		await tap(page, ui, 'Blue');
		await waitForPainted(page, [['blue', PASSAGE.last]]);
		await ui.toolbar('Annotate').waitUntilGone();
	});

	test('stays at the lower edge of what is seen, as large as ever, where two fingers have enlarged the page', async () => {
		const { page, ui } = await openByTouch(LONG);
		await select(page, 'Verger 20.');
		await waitUntil('the bar', async () => (await boxOf(ui, 'toolbar', 'Annotate')).bottom > 600);
		const client = await page.createCDPSession();
		await client.send('Input.synthesizePinchGesture', { x: 300, y: 500, scaleFactor: 2.5, relativeSpeed: 4000 });
		// Boxes are in pixels of the viewport, of which less is seen.
		await waitUntil('the bar within what is seen', async () => {
			const bar = await (await ui.toolbar('Annotate').element()).evaluate((element) => {
				const { left, right, bottom, width } = element.getBoundingClientRect();
				return { left, right, bottom, width };
			});
			const seen = await page.evaluate(() => {
				const { offsetLeft, offsetTop, width, height, scale } = visualViewport!;
				return { left: offsetLeft, right: offsetLeft + width, bottom: offsetTop + height, scale };
			});
			const isWithin = bar.left >= seen.left && bar.right <= seen.right + 1;
			const isAtEdge = bar.bottom <= seen.bottom + 1 && bar.bottom > seen.bottom - 30 / seen.scale;
			return seen.scale > 2 && isWithin && isAtEdge && bar.width * seen.scale > 250;
		});
	});

	test('stands at the upper edge where the words are at the lower one', async () => {
		const { page, ui } = await openByTouch(LONG);
		await select(page, 'Verger 20.');
		await page.evaluate(() => {
			const { bottom } = getSelection()!.getRangeAt(0).getBoundingClientRect();
			scrollBy({ top: bottom - innerHeight + 10, behavior: 'instant' });
		});
		await waitUntil('the bar at the upper edge', async () => (await boxOf(ui, 'toolbar', 'Annotate')).top < 30);
		expect(await paintedTexts(page)).toEqual([]);
	});

	test('a finger on a screen that has a mouse too gets the bar, and the mouse the toolbar beside the words', async () => {
		const { page, ui } = await world.openArticle();
		await page.setViewport({ width: 1280, height: 900, hasTouch: true });
		await page.reload();
		await page.touchscreen.tap(5, 500);
		await select(page, PASSAGE.first);
		await waitUntil('the bar', async () => (await boxOf(ui, 'toolbar', 'Annotate')).bottom > 850);
		await page.evaluate(() => getSelection()?.removeAllRanges());
		await selectWords(page, PASSAGE.second);
		await waitUntil('the toolbar', async () => (await boxOf(ui, 'toolbar', 'Annotate')).bottom < 850);
	});
});
