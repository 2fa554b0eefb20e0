import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { BROWSER_KINDS } from '../browser/browser-kind.ts';
import { closedRoots } from '../browser/closed-root.ts';
import { downloadedFile } from '../browser/downloaded-file.ts';
import { waitForPainted } from '../browser/painted-texts.ts';
import { selectWordsByKeyboard } from '../browser/select-words.ts';
import { waitUntil } from '../browser/wait-until.ts';
import { violationsIn } from './axe-violations.ts';
import { listed, openPanel, waitForQuotes } from './open-panel.ts';
import { clickControl, waitForWords } from './page-control.ts';
import { PASSAGE } from './pages/orchard-story.ts';
import { selectInArticle } from './select-in-article.ts';
import { useSession } from './use-session.ts';

describe.each(BROWSER_KINDS)('everyone can use it, in %s:', (kind) => {
	const world = useSession(kind);

	/** Light, then dark; over BiDi only the browser's own look can be had. */
	async function expectNoViolation(page: Page): Promise<void> {
		await page.bringToFront();
		for (const scheme of kind === 'chrome' ? ['light', 'dark'] : ['light']) {
			if (kind === 'chrome') await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
			expect(await violationsIn(page), scheme).toEqual([]);
		}
	}

	test('axe finds nothing wrong in popup, panel, library and reader, light and dark', async () => {
		const { page, ui } = await world.openArticle();
		const empty = await openPanel(world, page);
		await waitForWords(empty, 'Nothing annotated yet.');
		await expectNoViolation(empty);
		await page.bringToFront();
		await selectInArticle(page, PASSAGE.first);
		await page.keyboard.press('n');
		await ui.textbox('Note').type('une note');
		await ui.textbox('Tags').type('verger');
		await ui.button('Done').click();
		for (const surface of ['popup', 'sidepanel'] as const) {
			const panel = await openPanel(world, page, surface);
			await waitForQuotes(panel, [PASSAGE.first]);
			await expectNoViolation(panel);
			await clickControl(panel, 'button', 'Edit');
			await clickControl(panel, 'button', 'Export');
			await expectNoViolation(panel);
		}
		const library = await world.session.openExtensionPage('library.html');
		await library.waitForSelector('li a');
		await expectNoViolation(library);
		const link = await library.$eval('li a', (anchor) => anchor.getAttribute('href') ?? '');
		const reader = await world.session.openExtensionPage(link);
		await reader.waitForSelector('main h1');
		await expectNoViolation(reader);
		const blank = await openPanel(world, await world.session.openPage('about:blank'));
		await waitForWords(blank, 'Not an RFI article');
		await expectNoViolation(blank);
	});

	test('toolbar and card in a page have names and roles that axe finds nothing wrong with', async () => {
		const { page, ui } = await world.openArticle();
		const check = async (): Promise<void> => {
			// axe reaches no closed root: it judges a copy of what stands in ours, under our style sheets.
			const [root] = await closedRoots(page);
			const html = await root!.evaluate((node) => (node as ShadowRoot).innerHTML);
			const copy = await world.session.openPage('about:blank');
			await copy.setContent(
				`<!doctype html><html lang="en"><title>copy</title><main><h1>copy</h1>${html}</main></html>`,
			);
			const found = await violationsIn(copy);
			expect(found).toEqual([]);
			await copy.close();
			await page.bringToFront();
		};
		await selectInArticle(page, PASSAGE.first);
		await check();
		await page.keyboard.press('n');
		await ui.dialog('Annotation').element();
		await ui.button('Passage').click();
		await ui.control('slider', 'Start of the passage').element();
		await check();
		await page.keyboard.press('Escape');
		await page.keyboard.press('s');
		await ui.button('Esc end').element();
		await check();
	});

	test('the whole of it can be done with the keyboard alone', async () => {
		const { page, ui } = await world.openArticle();
		await selectWordsByKeyboard(page, PASSAGE.first.slice(0, 14));
		await ui.toolbar('Annotate').element();
		await page.keyboard.press('n');
		await ui.textbox('Note').element();
		await page.keyboard.type('par le clavier');
		await page.keyboard.press('Tab');
		await page.keyboard.type('clavier');
		await page.keyboard.press('Tab');
		await page.keyboard.press('Tab');
		await page.keyboard.press('Enter');
		await waitForPainted(page, [['green', PASSAGE.first.slice(0, 14)]]);
		await page.keyboard.press('Escape');
		await ui.dialog('Annotation').waitUntilGone();

		const panel = await openPanel(world, page);
		await panel.bringToFront();
		await waitForQuotes(panel, [PASSAGE.first.slice(0, 14)]);
		expect((await listed(panel))[0]).toMatchObject({ note: 'par le clavier', tags: ['clavier'] });
		const tabTo = async (name: string): Promise<void> => {
			await waitUntil(`the focus on ${name}`, async () => {
				await panel.keyboard.press('Tab');
				return panel.evaluate((wanted) => document.activeElement?.textContent === wanted, name);
			});
		};
		await tabTo('Export');
		await panel.keyboard.press('Enter');
		await waitForWords(panel, 'Download');
		const { bytes } = await downloadedFile(world.session, async () => {
			await tabTo('Download');
			await panel.keyboard.press('Enter');
		});
		expect(bytes.toString('utf8')).toContain('par le clavier');
	});
});
