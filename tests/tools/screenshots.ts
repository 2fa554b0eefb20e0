import { copyFile, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { buildExtension, copyOfExtension } from '../browser/build-extension.ts';
import { openSession } from '../browser/open-session.ts';
import { paintedTexts } from '../browser/painted-texts.ts';
import { selectWords } from '../browser/select-words.ts';
import { startSite } from '../browser/start-site.ts';
import { waitUntil } from '../browser/wait-until.ts';
import { ROOT } from './repository-files.ts';
import { SCENES, type Scene } from './screenshot-scenes.ts';

/** All surfaces, to be looked at. */
const FOLDER = join(ROOT, 'output', 'screenshots');
/** The few that the README shows. */
const README_FOLDER = join(ROOT, 'docs', 'screenshots');
const IN_README = ['en-US-light-card', 'en-US-light-popup', 'en-US-dark-reader'];

/** Animations and the interface's own answers are over by then, in milliseconds. */
const SETTLED_MS = 500;

const extensionDir = await copyOfExtension(await buildExtension('chrome'));
try {
	await rm(FOLDER, { recursive: true, force: true });
	await mkdir(FOLDER, { recursive: true });
	for (const scene of SCENES) await takePictures(scene);
	await mkdir(README_FOLDER, { recursive: true });
	for (const name of IN_README) await copyFile(join(FOLDER, `${name}.png`), join(README_FOLDER, `${name}.png`));
	console.log(`Pictures of every surface are in ${FOLDER}`);
} finally {
	await rm(extensionDir, { recursive: true, force: true });
}

async function takePictures(scene: Scene): Promise<void> {
	const site = await startSite([[scene.url, scene.html]]);
	const session = await openSession('chrome', { extensionDir, site, locale: scene.locale });
	try {
		const page = await session.openPage(scene.url);
		await annotate(page, scene);
		const tabId = await session.tabIdOf(page);
		const library = await session.openExtensionPage('library.html');
		await settle(library);
		const readerAddress = await library.$eval('li a', (link) => (link as HTMLAnchorElement).href);
		const reader = new URL(readerAddress);
		const own = [
			{ name: 'popup', address: `popup.html?tab=${tabId}`, width: 400, height: 700 },
			{ name: 'not-article', address: 'popup.html?tab=0', width: 400, height: 520 },
			{ name: 'library', address: 'library.html', width: 900, height: 500 },
			{ name: 'reader', address: `reader.html${reader.search}`, width: 1100, height: 800 },
			{ name: 'reader-narrow', address: `reader.html${reader.search}`, width: 360, height: 700 },
		];
		for (const theme of ['light', 'dark'] as const) {
			const save = async (of: Page, name: string): Promise<void> => {
				await settle(of);
				const picture = await of.screenshot();
				await writeFile(join(FOLDER, `${scene.locale}-${theme}-${name}.png`), picture);
			};
			await page.bringToFront();
			await setTheme(page, theme);
			await page.setViewport({ width: 1440, height: 860 });
			await selectWords(page, scene.passages[0]);
			await save(page, 'toolbar');
			await page.keyboard.press('Escape');
			await clickPassage(page, 2);
			await save(page, 'card');
			await page.keyboard.press('Escape');
			for (const { name, address, width, height } of own) {
				const surface = await session.openExtensionPage(address);
				await setTheme(surface, theme);
				await surface.setViewport({ width, height });
				await save(surface, name);
				await surface.close();
			}
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

async function setTheme(page: Page, theme: 'light' | 'dark'): Promise<void> {
	await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: theme }]);
}

function settle(page: Page): Promise<void> {
	return page.evaluate((ms) => new Promise<void>((resolve) => setTimeout(resolve, ms)), SETTLED_MS);
}
