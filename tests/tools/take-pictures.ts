import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { openSession } from '../browser/open-session.ts';
import { paintedTexts } from '../browser/painted-texts.ts';
import { selectWords } from '../browser/select-words.ts';
import { startSite } from '../browser/start-site.ts';
import { waitUntil } from '../browser/wait-until.ts';
import type { Scene } from './screenshot-scenes.ts';

/** Animations and the interface's own answers are over by then, in milliseconds. */
const SETTLED_MS = 400;
/** What a text has to stand still for before it is kept as a version, with room to spare. */
const KEPT_MS = 20_000;

const WIDE = { width: 1200, height: 760 };
const NARROW = { width: 360, height: 700 };
const NARROWEST = { width: 320, height: 640 };
const POPUP = { width: 400, height: 600 };

interface OwnPage {
	readonly name: string;
	readonly address: string;
	readonly size: { readonly width: number; readonly height: number };
	/** As on paper. */
	readonly isPrinted?: true;
	/** What is done before the picture is taken. */
	readonly prepare?: (page: Page) => Promise<unknown>;
}

/** Pictures of every surface with one scene, light and dark, each named `<locale>-<theme>-<surface>.png`. */
export async function takePictures(scene: Scene, extensionDir: string, folder: string): Promise<void> {
	const site = await startSite([[scene.url, scene.html]]);
	const session = await openSession('chrome', { extensionDir, site, locale: scene.locale });
	try {
		const page = await session.openPage(scene.url);
		await annotate(page, scene);
		const save = async (of: Page, theme: string, name: string): Promise<void> => {
			await settle(of);
			await writeFile(join(folder, `${scene.locale}-${theme}-${name}.png`), await of.screenshot());
		};
		for (const theme of ['light', 'dark'] as const) {
			await page.bringToFront();
			await setTheme(page, theme);
			for (const [size, suffix] of [
				[WIDE, ''],
				[NARROW, '-narrow'],
			] as const) {
				await page.setViewport(size);
				await selectWords(page, scene.passages[0]);
				await save(page, theme, `toolbar${suffix}`);
				await page.keyboard.press('Escape');
				await clickPassage(page, 2);
				await save(page, theme, `card${suffix}`);
				await page.keyboard.press('Escape');
			}
			await page.setViewport(WIDE);
			await selectWords(page, scene.passages[0].slice(0, 8));
			await page.keyboard.press('4');
			await settle(page);
			await clickPassage(page, 0);
			await settle(page);
			await page.keyboard.press('Escape');
			await save(page, theme, 'page');
			await page.keyboard.down('Control');
			await page.keyboard.press('z');
			await page.keyboard.up('Control');
			await settle(page);
		}
		const tabId = await session.tabIdOf(page);
		const library = await session.openExtensionPage('library.html');
		await settle(library);
		const { search } = new URL(await library.$eval('li a', (link) => (link as HTMLAnchorElement).href));
		// One passage goes, another gets a word more: an orphan, and two versions to compare.
		const edited = scene.html.replace(scene.passages[1], '').replace(scene.passages[0], `${scene.passages[0]} (1)`);
		site.pages.set(scene.url, edited);
		await page.reload();
		const reader = await session.openExtensionPage(`reader.html${search}`);
		await page.bringToFront();
		await waitUntil('two versions', () => reader.$$eval('.versions > ul > li', ({ length }) => length > 1), KEPT_MS);
		await reader.close();
		const hasOptions = await library.evaluate(async () => (await fetch('options.html').catch(() => undefined))?.ok);
		const own: OwnPage[] = [
			{ name: 'popup', address: `popup.html?tab=${tabId}`, size: POPUP },
			{ name: 'panel', address: `sidepanel.html?tab=${tabId}`, size: NARROW },
			{ name: 'panel-narrow', address: `sidepanel.html?tab=${tabId}`, size: NARROWEST },
			{ name: 'popup-not-article', address: 'popup.html?tab=0', size: POPUP },
			{ name: 'library', address: 'library.html', size: { width: 900, height: 600 } },
			{ name: 'library-narrow', address: 'library.html', size: NARROWEST },
			{ name: 'reader', address: `reader.html${search}`, size: WIDE },
			{ name: 'reader-narrow', address: `reader.html${search}`, size: NARROW },
			{ name: 'reader-look', address: `reader.html${search}`, size: WIDE, prepare: (of) => of.click('.look-button') },
			{
				name: 'reader-look-narrow',
				address: `reader.html${search}`,
				size: NARROWEST,
				prepare: (of) => of.click('.look-button'),
			},
			{
				name: 'reader-print',
				address: `reader.html${search}`,
				size: { width: 720, height: 1020 },
				isPrinted: true,
			},
			{ name: 'comparison', address: `reader.html${search}&versions=..`, size: WIDE },
			{
				name: 'versions-narrow',
				address: `reader.html${search}&versions=..`,
				size: NARROWEST,
				prepare: (of) => of.click('.versions > summary'),
			},
			...(hasOptions
				? [
						{ name: 'options', address: 'options.html', size: { width: 900, height: 900 } },
						{ name: 'options-narrow', address: 'options.html', size: NARROWEST },
					]
				: []),
		];
		for (const { name, address, size, isPrinted, prepare } of own) {
			const surface = await session.openExtensionPage(address);
			await surface.setViewport(size);
			await settle(surface);
			await prepare?.(surface);
			for (const theme of ['light', 'dark'] as const) {
				await setTheme(surface, theme, isPrinted);
				await save(surface, theme, name);
			}
			await surface.close();
		}
	} finally {
		await session.close();
		await site.close();
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
		const [line] = ranges[index]?.getClientRects() ?? [];
		return line && { x: line.left + line.width / 2, y: line.top + line.height / 2 };
	}, index);
	if (at === undefined) throw new Error(`no painted passage ${index}`);
	await page.mouse.click(at.x, at.y);
}

/** The browser's own command for a theme would undo the medium. */
async function setTheme(page: Page, theme: 'light' | 'dark', isPrinted = false): Promise<void> {
	const connection = await page.createCDPSession();
	const features = [{ name: 'prefers-color-scheme', value: theme }];
	await connection.send('Emulation.setEmulatedMedia', { media: isPrinted ? 'print' : '', features });
	if (isPrinted) await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
}

function settle(page: Page): Promise<void> {
	return page.evaluate((ms) => new Promise<void>((resolve) => setTimeout(resolve, ms)), SETTLED_MS);
}
