import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { BROWSER_KINDS } from '../browser/browser-kind.ts';
import { HOST } from '../browser/closed-root.ts';
import { inPageUi } from '../browser/in-page-ui.ts';
import { paintedTexts, waitForPainted } from '../browser/painted-texts.ts';
import { selectWords } from '../browser/select-words.ts';
import { waitUntil } from '../browser/wait-until.ts';
import { LISTINGS, listingPage, listingUrl } from '../fixtures/article/listing-page.ts';
import { PASSAGE } from './pages/orchard-story.ts';
import { useSession } from './use-session.ts';

interface MenuEvent {
	dispatch(info: { menuItemId: string; frameId: number }, tab: { id: number }): void;
}
/** The little of the extension API that is asked from one of its pages. */
declare const chrome: {
	readonly runtime: { readonly lastError?: object | null };
	readonly contextMenus: {
		readonly onClicked: MenuEvent;
		update(id: string, changes: object, done: () => void): void;
	};
	readonly storage: { readonly sync: { set(items: object): Promise<void>; clear(): Promise<void> } };
	readonly tabs: { sendMessage(tabId: number, message: object, options: { frameId: number }): Promise<unknown> };
};

describe.each(BROWSER_KINDS)('the menu over selected words, in %s', (kind) => {
	const world = useSession(kind);

	/** What the background says to the page when an item was clicked: the menu itself is the browser's, and out of reach. */
	async function click(page: Page, item: 'highlight' | 'note'): Promise<unknown> {
		const tabId = await world.session.tabIdOf(page);
		const console = await world.session.openExtensionPage('library.html');
		const answer = await console.evaluate(
			(id, note) =>
				chrome.tabs
					.sendMessage(id, { enMarge: 1, name: 'annotateSelection', request: { note } }, { frameId: 0 })
					.catch(() => 'nobody answers'),
			tabId,
			item === 'note',
		);
		await console.close();
		await page.bringToFront();
		return answer;
	}

	test('is there from the start, with both its items and no third', async () => {
		const console = await world.session.openExtensionPage('library.html');
		const isThere = (id: string) =>
			console.evaluate(
				(item) =>
					new Promise<boolean>((resolve) =>
						chrome.contextMenus.update(item, {}, () => resolve(!chrome.runtime.lastError)),
					),
				id,
			);
		await waitUntil('both items', async () => (await isThere('highlight')) && (await isThere('note')));
		expect(await isThere('another')).toBe(false);
	});

	test('highlights, or highlights and opens the note, with the toolbar off too', async () => {
		const { page, ui } = await world.openArticle();
		await selectWords(page, PASSAGE.first);
		expect(await click(page, 'highlight')).toEqual({ ok: true, value: true });
		await waitForPainted(page, [['yellow', PASSAGE.first]]);
		const console = await world.session.openExtensionPage('library.html');
		await console.evaluate(() => chrome.storage.sync.set({ settings: { toolbar: false } }));
		await page.bringToFront();
		await selectWords(page, PASSAGE.last);
		await click(page, 'note');
		await ui.textbox('Note').type('par le menu');
		await page.keyboard.press('Escape');
		await waitForPainted(page, [
			['yellow', PASSAGE.first],
			['yellow', PASSAGE.last],
		]);
		await console.evaluate(() => chrome.storage.sync.clear());
	});

	test('works in the reader as on the page', async () => {
		const { page } = await world.openArticle();
		await selectWords(page, PASSAGE.first);
		await page.keyboard.press('1');
		await waitForPainted(page, [['yellow', PASSAGE.first]]);
		const library = await world.session.openExtensionPage('library.html');
		const address = await waitUntil('the article in the library', () =>
			library.$eval('li a', (link) => link.getAttribute('href') ?? undefined),
		);
		const reader = await world.session.openExtensionPage(address);
		await waitUntil('the passage in the reader', async () => (await paintedTexts(reader)).length === 1);
		await selectWords(reader, PASSAGE.last);
		await click(reader, 'note');
		await inPageUi(reader).textbox('Note').type('dans la liseuse');
		await reader.keyboard.press('Escape');
		await waitUntil('both passages', async () => (await paintedTexts(reader)).length === 2);
	});

	test('does nothing where nothing of an article is selected, and where there is no article', async () => {
		const { page } = await world.openArticle();
		await selectWords(page, PASSAGE.outside);
		expect(await click(page, 'highlight')).toEqual({ ok: true, value: false });
		expect(await paintedTexts(page)).toEqual([]);
		const url = listingUrl('fr', LISTINGS[0]!);
		const listing = await world.open(url, listingPage('fr', LISTINGS[0]!));
		await listing.evaluate(() => getSelection()?.selectAllChildren(document.body));
		expect(await click(listing, 'highlight')).not.toMatchObject({ value: true });
		expect(await listing.$$eval(HOST, (hosts) => hosts.length)).toBe(0);
	});

	test.runIf(kind === 'chrome')('its click reaches the page through the background', async () => {
		const { page, ui } = await world.openArticle();
		await selectWords(page, PASSAGE.second);
		const tabId = await world.session.tabIdOf(page);
		const target = await world.session.browser.waitForTarget((each) => each.type() === 'service_worker');
		const worker = await target.worker();
		await worker?.evaluate(
			(id) => chrome.contextMenus.onClicked.dispatch({ menuItemId: 'note', frameId: 0 }, { id }),
			tabId,
		);
		await ui.dialog('Annotation').element();
		await waitForPainted(page, [['yellow', PASSAGE.second]]);
	});
});
