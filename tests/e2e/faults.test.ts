import { cp, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { BROWSER_KINDS } from '../browser/browser-kind.ts';
import { inPageUi } from '../browser/in-page-ui.ts';
import { openSession, type Session } from '../browser/open-session.ts';
import { paintedTexts, waitForPainted } from '../browser/painted-texts.ts';
import { type Site, startSite } from '../browser/start-site.ts';
import { waitUntil } from '../browser/wait-until.ts';
import { clickPassage } from './click-passage.ts';
import { listed, openPanel, waitForQuotes } from './open-panel.ts';
import { clickControl, pageControl, waitForWords } from './page-control.ts';
import { orchardStory, PASSAGE } from './pages/orchard-story.ts';
import { selectInArticle } from './select-in-article.ts';
import { useSession, type World } from './use-session.ts';

/**
 * A disk that is full, for the extension only: put before everything else in its background. While the switch in its
 * own storage is on, every write to IndexedDB is refused just as the browser refuses it.
 */
const FULL_DISK = `
{
	let isFull = false;
	const api = globalThis.browser ?? globalThis.chrome;
	api.storage.local.get('diskIsFull').then(({ diskIsFull }) => { isFull = diskIsFull === true; });
	api.storage.onChanged.addListener(({ diskIsFull }) => { if (diskIsFull) isFull = diskIsFull.newValue === true; });
	for (const name of ['add', 'put']) {
		const write = IDBObjectStore.prototype[name];
		IDBObjectStore.prototype[name] = function (...given) {
			if (isFull) throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
			return write.apply(this, given);
		};
	}
}
`;

/** A built extension whose background lives on a disk that can be full. */
async function withFullDisk(built: string): Promise<string> {
	const folder = await mkdtemp(join(await realpath(tmpdir()), 'en-marge-full-disk-'));
	await cp(built, folder, { recursive: true });
	const background = join(folder, 'background.js');
	await writeFile(background, FULL_DISK + (await readFile(background, 'utf8')));
	return folder;
}

describe.each(BROWSER_KINDS)('when the disk is full, in %s', (kind) => {
	let extensionDir = '';
	let site: Site;
	let session: Session;
	beforeAll(async () => {
		extensionDir = await withFullDisk(inject('extensionDirs')[kind]);
		site = await startSite([]);
		session = await openSession(kind, { extensionDir, site });
	});
	afterAll(async () => {
		await session?.close();
		await site?.close();
		await rm(extensionDir, { recursive: true, force: true });
	});

	async function setFull(page: Page, isFull: boolean): Promise<void> {
		await page.evaluate(async (value) => {
			const world = globalThis as unknown as { browser?: Api; chrome: Api };
			interface Api {
				storage: { local: { set(items: object): Promise<void> } };
			}
			await (world.browser ?? world.chrome).storage.local.set({ diskIsFull: value });
		}, isFull);
	}

	test('a highlight that cannot be stored is taken off the page, its words stay on screen, and trying again stores it', async () => {
		const { url, html } = orchardStory();
		site.pages.set(url, html);
		const library = await session.openExtensionPage('library.html');
		await setFull(library, true);
		const page = await session.openPage(url);
		const ui = inPageUi(page);
		await selectInArticle(page, PASSAGE.first);
		await page.keyboard.press('1');
		await ui.waitForText('No room left');
		await ui.waitForText(PASSAGE.first);
		await ui.button('Copy text').element();
		await waitForPainted(page, []);

		await ui.button('Try again').click();
		await ui.waitForText('No room left');
		await setFull(library, false);
		await waitUntil('stored at last', async () => {
			if ((await paintedTexts(page)).length === 1 && !(await ui.text()).includes('No room left')) return true;
			if (await ui.button('Try again').isThere()) await ui.button('Try again').click();
			return false;
		});
		await page.reload();
		await waitForPainted(page, [['yellow', PASSAGE.first]]);
	});

	test('a note that cannot be stored stays on screen and can be stored later; what was stored before is untouched', async () => {
		const { url, html } = orchardStory();
		site.pages.set(url, html);
		const page = await session.openPage(url);
		const ui = inPageUi(page);
		await selectInArticle(page, PASSAGE.second);
		await page.keyboard.press('2');
		await waitForPainted(page, [['green', PASSAGE.second]]);
		await page.reload();
		await waitForPainted(page, [['green', PASSAGE.second]]);

		const library = await session.openExtensionPage('library.html');
		await setFull(library, true);
		await page.bringToFront();
		await selectInArticle(page, PASSAGE.last);
		await page.keyboard.press('Escape');
		await page.evaluate(() => getSelection()?.removeAllRanges());

		await clickPassage(page, PASSAGE.second);
		await ui.textbox('Note').type('words that must not be lost');
		await ui.button('Done').click();
		await ui.waitForText('No room left');
		await ui.waitForText('words that must not be lost');
		await setFull(library, false);
		await waitUntil('stored at last', async () => {
			if (!(await ui.text()).includes('No room left')) return true;
			await ui.button('Try again').click();
			return false;
		});
		await page.reload();
		await waitForPainted(page, [['green', PASSAGE.second]]);
		await clickPassage(page, PASSAGE.second);
		await waitUntil('the note', async () => (await ui.textbox('Note').value()) === 'words that must not be lost');
	});
});

describe.each(BROWSER_KINDS)('when the database is not what it should be, in %s', (kind) => {
	const world = useSession(kind);

	/** Runs in a page of the extension that holds no connection of its own. */
	async function inOrigin(of: World, act: (page: Page) => Promise<unknown>): Promise<void> {
		const page = await of.session.openExtensionPage('manifest.json');
		await act(page);
		await page.close();
	}

	test('written by a newer version: the reader is told in the page, the popup, the panel and the library, and not a byte is touched', async () => {
		await inOrigin(world, (page) =>
			page.evaluate(
				() =>
					new Promise<void>((resolve, reject) => {
						const opening = indexedDB.open('en-marge', 1000);
						opening.onupgradeneeded = () => {
							opening.result.createObjectStore('of-the-future').put('untouched', 1);
						};
						opening.onerror = () => reject(opening.error);
						opening.onsuccess = () => {
							opening.result.close();
							resolve();
						};
					}),
			),
		);
		const { page, ui } = await world.openArticle();
		await ui.waitForText('stored by a newer version of En marge');
		await selectInArticle(page, PASSAGE.first);
		await page.keyboard.press('1');
		await ui.waitForText('stored by a newer version of En marge');
		await ui.waitForText(PASSAGE.first);
		await waitForPainted(page, []);
		await waitForWords(await openPanel(world, page), 'stored by a newer version of En marge');
		await waitForWords(await openPanel(world, page, 'sidepanel'), 'stored by a newer version of En marge');
		await waitForWords(await world.session.openExtensionPage('library.html'), 'stored by a newer version of En marge');
		await inOrigin(world, async (each) => {
			const kept = await each.evaluate(
				() =>
					new Promise((resolve) => {
						const opening = indexedDB.open('en-marge');
						opening.onsuccess = () => {
							const database = opening.result;
							const reading = database.transaction('of-the-future').objectStore('of-the-future').get(1);
							reading.onsuccess = () => {
								resolve([database.version, [...database.objectStoreNames], reading.result]);
								database.close();
							};
						};
					}),
			);
			expect(kept).toEqual([1000, expect.arrayContaining(['of-the-future']), 'untouched']);
		});
		// The database is put away for the next test.
		await inOrigin(world, (each) => each.evaluate(deleteDatabase));
	});

	test('deleted while it is open: the popup says so or shows nothing, and what is annotated next is stored', async () => {
		const { page, ui } = await world.openArticle();
		await selectInArticle(page, PASSAGE.first);
		await page.keyboard.press('1');
		const panel = await openPanel(world, page);
		await waitForQuotes(panel, [PASSAGE.first]);
		await inOrigin(world, (each) => each.evaluate(deleteDatabase));
		await page.bringToFront();
		await selectInArticle(page, PASSAGE.last);
		await page.keyboard.press('2');
		await waitUntil('stored, if need be by trying again', async () => {
			const again = await openPanel(world, page);
			const quotes = (await waitUntil('an answer', async () => (await again.$('main')) !== null && listed(again))).map(
				({ quote }) => quote,
			);
			await again.close();
			if (quotes.includes(PASSAGE.last)) return true;
			// Chromium answers questions about roles and names for a tab in front only.
			await page.bringToFront();
			if (await ui.button('Try again').isThere()) await ui.button('Try again').click();
			return false;
		});
	});

	test('a note in the popup that cannot be stored stays in its field', async () => {
		const { page } = await world.openArticle();
		await selectInArticle(page, PASSAGE.third);
		await page.keyboard.press('3');
		const panel = await openPanel(world, page);
		await waitForQuotes(panel, [PASSAGE.third]);
		await clickControl(panel, 'button', 'Edit');
		await panel.evaluate(() => {
			const put = IDBObjectStore.prototype.put;
			IDBObjectStore.prototype.put = () => {
				throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
			};
			Object.assign(window, { mend: () => void Object.assign(IDBObjectStore.prototype, { put }) });
		});
		await (await pageControl(panel, 'textbox', 'Note')).type('written on a full disk');
		await clickControl(panel, 'button', 'Save');
		await waitForWords(panel, 'No room left');
		expect(await panel.$eval('.editor textarea', (field) => field.value)).toBe('written on a full disk');
		await panel.evaluate(() => (window as unknown as { mend(): void }).mend());
		await clickControl(panel, 'button', 'Save');
		await waitUntil('the note', async () => (await listed(panel))[0]?.note === 'written on a full disk');
	});
});

function deleteDatabase(): Promise<void> {
	return new Promise((resolve, reject) => {
		const deleting = indexedDB.deleteDatabase('en-marge');
		deleting.onerror = () => reject(deleting.error);
		deleting.onsuccess = () => resolve();
	});
}
