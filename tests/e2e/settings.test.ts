import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { BROWSER_KINDS } from '../browser/browser-kind.ts';
import { inPageUi } from '../browser/in-page-ui.ts';
import { paintedTexts, waitForPainted } from '../browser/painted-texts.ts';
import { selectWords } from '../browser/select-words.ts';
import { waitUntil } from '../browser/wait-until.ts';
import { violationsIn } from './axe-violations.ts';
import { clickPassage } from './click-passage.ts';
import { listed, openPanel, waitForQuotes } from './open-panel.ts';
import { clickControl, pageControl, waitForWords } from './page-control.ts';
import { PASSAGE } from './pages/orchard-story.ts';
import { selectInArticle } from './select-in-article.ts';
import { useSession } from './use-session.ts';

/** The little of the extension API that is asked from one of its pages. */
declare const chrome: {
	readonly storage: { readonly sync: { set(items: object): Promise<void>; clear(): Promise<void> } };
};

describe.each(BROWSER_KINDS)('the settings, in %s', (kind) => {
	const world = useSession(kind);

	/** As a new reader finds them. */
	async function openSettings(): Promise<Page> {
		const settings = await world.session.openExtensionPage('options.html');
		await settings.evaluate(() => chrome.storage.sync.clear());
		await pageControl(settings, 'heading', 'Settings');
		return settings;
	}
	async function choose(settings: Page, name: string, value: string): Promise<void> {
		await (await pageControl(settings, 'combobox', name)).select(value);
	}
	async function type(settings: Page, name: string, text: string): Promise<void> {
		await settings.bringToFront();
		await (await pageControl(settings, 'textbox', name)).click();
		await settings.keyboard.type(text);
	}

	test('a key is changed by pressing it or turned off, a conflict is said, and open pages take to it at once', async () => {
		const settings = await openSettings();
		const { page } = await world.openArticle();
		await settings.bringToFront();
		await clickControl(settings, 'button', 'Highlight, key: H');
		await settings.keyboard.press('n');
		await waitForWords(settings, 'The key N is taken already: Highlight and write a note. Nothing was changed.');
		await clickControl(settings, 'button', 'Highlight, key: H');
		await settings.keyboard.press('F2');
		await waitForWords(settings, 'Only letters from A to Z and digits can be keys.');
		await settings.keyboard.press('Escape');
		await clickControl(settings, 'button', 'Highlight, key: H');
		await settings.keyboard.press('m');
		await pageControl(settings, 'button', 'Highlight, key: M');
		await clickControl(settings, 'button', 'Turn off the key: Green');
		await pageControl(settings, 'button', 'Green, key: off');
		await waitForWords(settings, 'Saved.');

		await page.bringToFront();
		await selectInArticle(page, PASSAGE.first);
		await page.keyboard.press('h');
		await page.keyboard.press('2');
		expect(await paintedTexts(page)).toEqual([]);
		await page.keyboard.press('m');
		await waitForPainted(page, [['yellow', PASSAGE.first]]);
	});

	test('with the toolbar off words are highlighted by key, and a click on them still opens the card', async () => {
		const settings = await openSettings();
		const { page, ui } = await world.openArticle();
		await settings.bringToFront();
		await clickControl(settings, 'checkbox', 'Show the toolbar beside selected words');
		await waitForWords(settings, 'Saved.');
		await page.bringToFront();
		await selectWords(page, PASSAGE.first);
		await page.keyboard.press('3');
		await waitForPainted(page, [['blue', PASSAGE.first]]);
		expect(await ui.toolbar('Annotate').isThere()).toBe(false);
		await clickPassage(page, PASSAGE.first);
		await ui.dialog('Annotation').element();

		await settings.bringToFront();
		await clickControl(settings, 'checkbox', 'Show the toolbar beside selected words');
		await page.bringToFront();
		await page.keyboard.press('Escape');
		await selectInArticle(page, PASSAGE.last);
	});

	test('a colour is named with its meaning wherever it is named, and the default colour is used', async () => {
		const settings = await openSettings();
		const { page, ui } = await world.openArticle();
		await type(settings, 'Yellow', 'fact');
		await choose(settings, 'Colour of a highlight made without choosing one', 'yellow');
		await waitForWords(settings, 'Saved.');
		expect(await settings.$eval('option[value=yellow]', ({ textContent }) => textContent)).toBe('Yellow: fact');

		await page.bringToFront();
		await selectInArticle(page, PASSAGE.last);
		await ui.button('Pink').click();
		await selectInArticle(page, PASSAGE.first);
		await ui.button('Yellow: fact').element();
		await page.keyboard.press('h');
		await waitForPainted(page, [
			['yellow', PASSAGE.first],
			['pink', PASSAGE.last],
		]);
		const panel = await openPanel(world, page);
		await waitForQuotes(panel, [PASSAGE.first, PASSAGE.last]);
		expect((await listed(panel)).map(({ meta }) => meta)).toEqual([
			expect.stringContaining('Yellow: fact'),
			expect.stringMatching(/^Pink(?!:)/),
		]);
		await type(settings, 'Pink', 'doubt');
		await waitUntil('the other name in the panel', async () =>
			(await listed(panel))[1]?.meta.startsWith('Pink: doubt'),
		);
	});

	test('the language chosen is that of our pages and of the interface in a page, with its direction, at once', async () => {
		const settings = await openSettings();
		const { page } = await world.openArticle();
		const panel = await openPanel(world, page);
		await page.bringToFront();
		await selectInArticle(page, PASSAGE.first);
		await settings.bringToFront();
		await choose(settings, 'Language', 'fa');
		await waitForWords(settings, 'تنظیمات');
		expect(await settings.evaluate(() => document.documentElement.dir)).toBe('rtl');
		await waitForWords(panel, 'کتابخانه');
		expect(await panel.evaluate(() => `${document.documentElement.lang} ${document.documentElement.dir}`)).toBe(
			'fa rtl',
		);

		await page.bringToFront();
		const ui = inPageUi(page);
		await ui.button('زرد').element();
		await page.keyboard.press('n');
		await ui.textbox('یادداشت').type('یادداشت');
		await page.keyboard.press('Escape');
		await waitUntil('the passage', async () => (await paintedTexts(page)).length === 1);
		await page.reload();
		await selectWords(page, PASSAGE.last);
		await ui.button('زرد').element();
	});

	test('what nobody foresaw is told, and written down without a word of anybody’s, to be copied or cleared', async () => {
		const settings = await openSettings();
		const log = () => settings.$eval('.diagnostic-log pre', ({ textContent }) => textContent ?? '').catch(() => '');
		expect(await log(), 'of the tests before').toBe('');
		await waitForWords(settings, 'Nothing unexpected has happened.');
		await settings.evaluate(() => {
			// As the browser tells them: of errors in scripts of the debugging protocol Chromium tells nothing.
			const error = new TypeError('果园 secret https://www.rfi.fr/fr/secret');
			window.dispatchEvent(new ErrorEvent('error', { error }));
			const reason = new RangeError('secret note');
			window.dispatchEvent(new PromiseRejectionEvent('unhandledrejection', { promise: Promise.resolve(), reason }));
		});
		await inPageUi(settings).waitForText('What is stored is kept as it was.');
		await waitUntil('both in the log', async () => (await log()).split('\n').length === 2);
		expect((await log()).split('\n').sort()).toEqual([
			expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\dh [\d.]+ options: RangeError$/),
			expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\dh [\d.]+ options: TypeError$/),
		]);
		await inPageUi(settings).button('Close').click();
		expect(await inPageUi(settings).text()).toBe('');
		await clickControl(settings, 'button', 'Clear');
		await waitForWords(settings, 'Nothing unexpected has happened.');
	});

	test('what the browser refuses to store is said, stays as it was typed, and is stored by trying again', async () => {
		const settings = await openSettings();
		await settings.evaluate(() => {
			const { sync } = chrome.storage;
			const set = sync.set.bind(sync);
			Object.defineProperty(sync, 'set', {
				configurable: true,
				value: () => Promise.reject(new Error('QUOTA_BYTES_PER_ITEM quota exceeded')),
			});
			(globalThis as { allow?: () => void }).allow = () => Object.defineProperty(sync, 'set', { value: set });
		});
		await type(settings, 'Blue', 'to be checked');
		await waitForWords(settings, 'The browser did not let that be saved.');
		expect(await settings.$$eval('input[type=text]', (fields) => fields.map(({ value }) => value))).toContain(
			'to be checked',
		);
		await settings.evaluate(() => (globalThis as { allow?: () => void }).allow?.());
		await clickControl(settings, 'button', 'Try again');
		await waitForWords(settings, 'Saved.');
		await settings.close();
		const again = await world.session.openExtensionPage('options.html');
		await waitUntil('the stored meaning', () =>
			again.$$eval('input[type=text]', (fields) => fields.some(({ value }) => value === 'to be checked')),
		);
	});

	test('two tabs of the settings agree, and the defaults come back and are taken back', async () => {
		const [one, two] = [await openSettings(), await openSettings()];
		await type(one, 'Green', 'quote');
		await clickControl(one, 'radio', 'Sepia');
		await two.bringToFront();
		const shown = (page: Page) => () =>
			page.evaluate(
				() =>
					document.querySelector('.sepia :checked') !== null &&
					[...document.querySelectorAll<HTMLInputElement>('input[type=text]')].some(({ value }) => value === 'quote'),
			);
		await waitUntil('the other tab agreeing', shown(two));
		await clickControl(two, 'button', 'Back to the defaults');
		await waitForWords(two, 'All settings are as they were at first.');
		await waitUntil('the defaults in both', async () => !(await shown(one)()) && !(await shown(two)()));
		await clickControl(two, 'button', 'Undo');
		await waitUntil('both as before', async () => (await shown(one)()) && (await shown(two)()));
	});

	test('the page is reached from the panel, shows the key of the browser, and axe finds nothing wrong in it', async () => {
		const { page } = await world.openArticle();
		const panel = await openPanel(world, page);
		await pageControl(panel, 'link', 'Settings');
		const settings = await openSettings();
		await waitForWords(settings, 'Alt+Shift+H');
		await waitForWords(settings, kind === 'chrome' ? 'chrome://extensions/shortcuts' : 'about:addons');
		await waitForWords(settings, 'En marge may see the files');
		for (const language of ['browser', 'fa']) {
			await settings.bringToFront();
			await settings.select('select[aria-labelledby=language]', language);
			await waitUntil('the language', () =>
				settings.evaluate((rtl) => (document.documentElement.dir === 'rtl') === rtl, language === 'fa'),
			);
			for (const scheme of kind === 'chrome' ? ['light', 'dark'] : ['light']) {
				if (kind === 'chrome') await settings.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
				expect(await violationsIn(settings), scheme).toEqual([]);
			}
		}
		await settings.evaluate(() => chrome.storage.sync.clear());
	});
});
