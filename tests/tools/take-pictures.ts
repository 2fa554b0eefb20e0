import type { Page } from 'puppeteer-core';
import { closedRoots } from '../browser/closed-root.ts';
import { paintedTexts } from '../browser/painted-texts.ts';
import { selectWords } from '../browser/select-words.ts';
import { waitUntil } from '../browser/wait-until.ts';
import { openStudio, SIZES, type StudioOptions, settle } from './open-studio.ts';
import type { Scene } from './screenshot-scenes.ts';

/** What a text has to stand still for before it is kept as a version, with room to spare. */
const KEPT_MS = 20_000;

interface OwnPage {
	readonly name: string;
	readonly address: string;
	readonly size: keyof typeof SIZES;
	/** What is done before the picture is taken. */
	readonly prepare?: (page: Page) => Promise<unknown>;
}

/** Pictures of everything that is about one article: toolbar, card, page, popup, panel, reader; and of the settings. */
export async function takePictures(scene: Scene, options: StudioOptions): Promise<void> {
	const studio = await openStudio(options, [[scene.url, scene.html]]);
	const { session, site } = studio;
	try {
		const page = await session.openPage(scene.url);
		await annotate(page, scene);
		await page.bringToFront();
		for (const size of ['wide', 'narrow'] as const) {
			const suffix = size === 'wide' ? '' : '-narrow';
			await page.setViewport(SIZES[size]);
			await selectWords(page, scene.passages[0]);
			await studio.take(page, `toolbar${suffix}`, size);
			await page.keyboard.press('Escape');
			await clickPassage(page, 2);
			await studio.take(page, `card${suffix}`, size);
			await page.keyboard.press('Escape');
		}
		await page.setViewport(SIZES.wide);
		await page.keyboard.press('s');
		await studio.take(page, 'reading');
		await page.keyboard.press('Escape');
		await selectWords(page, scene.passages[0].slice(0, 8));
		await page.keyboard.press('4');
		await settle(page);
		await clickPassage(page, 0);
		await settle(page);
		await clickDelete(page);
		await studio.take(page, 'page');
		await page.keyboard.down('Control');
		await page.keyboard.press('z');
		await page.keyboard.press('z');
		await page.keyboard.up('Control');
		await settle(page);
		const tabId = await session.tabIdOf(page);
		const library = await session.openExtensionPage('library.html');
		await settle(library);
		const { search } = new URL(await library.$eval('li a', (link) => (link as HTMLAnchorElement).href));
		await library.close();
		for (const [name, size] of [
			['reader', 'wide'],
			['reader-narrow', 'narrow'],
		] as const) {
			const reader = await session.openExtensionPage(`reader.html${search}`);
			await reader.setViewport(SIZES[size]);
			await settle(reader);
			await studio.take(reader, name, size);
			await reader.close();
		}
		// One passage goes, another gets a word more: an orphan, and two versions to compare.
		const edited = scene.html.replace(scene.passages[1], '').replace(scene.passages[0], `${scene.passages[0]} (1)`);
		site.pages.set(scene.url, edited);
		await page.reload();
		const reader = await session.openExtensionPage(`reader.html${search}`);
		await page.bringToFront();
		await waitUntil('two versions', () => reader.$$eval('.versions > ul > li', ({ length }) => length > 1), KEPT_MS);
		await reader.close();
		const inPopup = `popup.html?tab=${tabId}`;
		const inPanel = `sidepanel.html?tab=${tabId}`;
		const inReader = `reader.html${search}`;
		const lookAt = (of: Page) => of.click('.look-button');
		const own: readonly OwnPage[] = [
			{ name: 'popup', address: inPopup, size: 'popup' },
			{ name: 'popup-export', address: inPopup, size: 'popup', prepare: (of) => of.click('.export button') },
			{ name: 'popup-not-article', address: 'popup.html?tab=0', size: 'popup' },
			{ name: 'panel', address: inPanel, size: 'narrow' },
			{ name: 'panel-narrow', address: inPanel, size: 'narrowest' },
			{ name: 'reader-edited', address: inReader, size: 'wide' },
			{ name: 'reader-look', address: inReader, size: 'wide', prepare: lookAt },
			{ name: 'reader-look-narrow', address: inReader, size: 'narrowest', prepare: lookAt },
			...(studio.kind === 'chrome' ? [{ name: 'reader-print', address: inReader, size: 'paper' } as const] : []),
			{ name: 'versions', address: `${inReader}&versions=..`, size: 'wide' },
			{
				name: 'versions-narrow',
				address: `${inReader}&versions=..`,
				size: 'narrowest',
				prepare: (of) => of.click('.versions > summary'),
			},
			{ name: 'settings', address: 'options.html', size: 'long' },
			{ name: 'settings-narrow', address: 'options.html', size: 'narrowest' },
		];
		for (const { name, address, size, prepare } of own) {
			const surface = await session.openExtensionPage(address);
			await surface.setViewport(SIZES[size]);
			await settle(surface);
			await prepare?.(surface);
			await studio.take(surface, name, size);
			await surface.close();
		}
	} finally {
		await studio.close();
	}
}

async function annotate(page: Page, { passages, note, tags }: Scene): Promise<void> {
	await settle(page);
	await selectWords(page, passages[0]);
	await page.keyboard.press('1');
	await selectWords(page, passages[1]);
	await page.keyboard.press('3');
	await selectWords(page, passages[2]);
	await page.keyboard.press('n');
	await settle(page);
	await page.keyboard.type(note);
	await page.keyboard.press('Tab');
	await page.keyboard.type(tags);
	await page.keyboard.down('Control');
	await page.keyboard.press('Enter');
	await page.keyboard.up('Control');
	await waitUntil('three painted passages', async () => (await paintedTexts(page)).length === 3);
	await settle(page);
}

/** Clicks the painted passage that comes at this place in reading order, from 0. */
async function clickPassage(page: Page, index: number): Promise<void> {
	const at = await page.evaluate((index) => {
		const ranges = [...CSS.highlights]
			.filter(([name]) => name.startsWith('en-marge-'))
			.flatMap(([, highlight]) => [...highlight])
			.map(({ startContainer, startOffset, endContainer, endOffset }) => {
				const range = document.createRange();
				range.setStart(startContainer, startOffset);
				range.setEnd(endContainer, endOffset);
				return range;
			})
			.sort((a, b) => a.compareBoundaryPoints(Range.START_TO_START, b));
		ranges[index]?.startContainer.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
		const [line] = ranges[index]?.getClientRects() ?? [];
		return line && { x: line.left + line.width / 2, y: line.top + line.height / 2 };
	}, index);
	if (at === undefined) throw new Error(`no painted passage ${index}`);
	await page.mouse.click(at.x, at.y);
}

/** In the card that is open. What stands in the closed root hears only a real pointer. */
async function clickDelete(page: Page): Promise<void> {
	const [root] = await closedRoots(page);
	const at = await root?.evaluate((node) => {
		const box = (node as ShadowRoot).querySelector('.danger')?.getBoundingClientRect();
		return box && { x: box.left + box.width / 2, y: box.top + box.height / 2 };
	});
	if (!at) throw new Error('no card that an annotation can be deleted with');
	await page.mouse.click(at.x, at.y);
}
