import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { BROWSER_KINDS } from '../browser/browser-kind.ts';
import { inPageUi } from '../browser/in-page-ui.ts';
import { paintedTexts, waitForPainted } from '../browser/painted-texts.ts';
import { selectWordsByKeyboard } from '../browser/select-words.ts';
import { waitUntil } from '../browser/wait-until.ts';
import { violationsIn } from './axe-violations.ts';
import { openPanel } from './open-panel.ts';
import { clickControl, pageControl, waitForWords } from './page-control.ts';
import { PASSAGE } from './pages/orchard-story.ts';
import { selectInArticle } from './select-in-article.ts';
import { useSession } from './use-session.ts';

const NEW_WORDS = 'Les cueilleurs viendront au début de l’automne';
/** The paragraph of the last passage, as an editor has written it anew: nothing of the passage is left. */
const NEW_PARAGRAPH = `<p>${NEW_WORDS}. D’ici là, il faudra encore arroser, tailler, et guetter la grêle.</p>`;

/** A control of the page that is none of the article's. */
const ELSEWHERE = `<button id="elsewhere" onclick="this.textContent = 'pressed'">elsewhere</button>`;

/** What the section of orphans shows: the words, and everything written there. */
async function orphansIn(panel: Page): Promise<{ quote: string; inContext: string; text: string }[]> {
	return await panel.$$eval('section[aria-labelledby=orphans] li.item', (items) =>
		items.map((item) => ({
			quote: item.querySelector('blockquote')?.textContent ?? '',
			inContext: item.querySelector('.then')?.textContent ?? '',
			text: item.textContent ?? '',
		})),
	);
}

async function waitForOrphans(panel: Page, quotes: readonly string[]): Promise<void> {
	await waitUntil(`orphans: ${JSON.stringify(quotes)}`, async () => {
		const found = (await orphansIn(panel)).map(({ quote }) => quote);
		return JSON.stringify(found) === JSON.stringify(quotes);
	});
}

describe.each(BROWSER_KINDS)('orphans, in %s', (kind) => {
	const world = useSession(kind);

	/** An article whose editors took the last of two passages away after it was annotated, with a note. */
	async function openWithOrphan() {
		const { page, ui, url } = await world.openArticle({ lastInBody: ELSEWHERE });
		await selectInArticle(page, PASSAGE.first);
		await page.keyboard.press('1');
		await waitForPainted(page, [['yellow', PASSAGE.first]]);
		await selectInArticle(page, PASSAGE.last);
		await page.keyboard.press('n');
		await ui.textbox('Note').type('à vérifier');
		await ui.button('Done').click();
		await ui.dialog('Annotation').waitUntilGone();
		await waitForPainted(page, [
			['yellow', PASSAGE.first],
			['yellow', PASSAGE.last],
		]);
		const before = world.site.pages.get(url)!;
		const after = before.replace(new RegExp(`<p>${PASSAGE.last}[^<]*</p>`), NEW_PARAGRAPH);
		expect(after).not.toBe(before);
		world.site.pages.set(url, after);
		await page.reload();
		await waitForPainted(page, [['yellow', PASSAGE.first]]);
		return { page, ui: inPageUi(page), url, before, after };
	}

	test('stand in a section of their own with note, words, context then and the nearest place now', async () => {
		const { page } = await openWithOrphan();
		const panel = await openPanel(world, page, 'sidepanel');
		await waitForOrphans(panel, [PASSAGE.last]);
		const [orphan] = await orphansIn(panel);
		expect(orphan!.inContext).toContain(`vieux carnet.\n${PASSAGE.last} D’ici là, il faudra encore`);
		expect(orphan!.text).toContain('à vérifier');
		expect(orphan!.text).toContain(`Nearest place now${NEW_WORDS}`);
		await pageControl(panel, 'heading', 'No longer in the page');
		await waitForWords(panel, 'no longer in the page: 1');
		await panel.bringToFront();
		expect(await violationsIn(panel)).toEqual([]);
	});

	test('lead to the nearest place, which is marked for a moment', async () => {
		const { page } = await openWithOrphan();
		const panel = await openPanel(world, page, 'sidepanel');
		await waitForOrphans(panel, [PASSAGE.last]);
		await page.bringToFront();
		await page.evaluate(() => {
			document.querySelector<HTMLElement>('.t-content__body')!.style.paddingBlock = '200vh';
			scrollTo({ top: 0, behavior: 'instant' });
		});
		await panel.bringToFront();
		await clickControl(panel, 'button', 'Show nearest place');
		await waitUntil('the nearest place marked', async () =>
			(await paintedTexts(page)).some(({ name, text }) => name.includes('focus') && text.includes(NEW_WORDS)),
		);
		await page.bringToFront();
		expect(await page.evaluate(() => scrollY)).toBeGreaterThan(500);
		await waitForPainted(page, [['yellow', PASSAGE.first]]);
	});

	test('are attached to other words in two acts, which one undo takes back and one redo does again', async () => {
		const { page, ui, url } = await openWithOrphan();
		const panel = await openPanel(world, page, 'sidepanel');
		await waitForOrphans(panel, [PASSAGE.last]);
		await clickControl(panel, 'button', 'Re-attach…');
		await waitForWords(panel, 'select the words that this annotation belongs to now');
		await page.bringToFront();
		await ui.waitForText('select the words that this annotation belongs to now');
		await selectInArticle(page, NEW_WORDS);
		await ui.button('Attach here').click();
		const attached = [
			['yellow', PASSAGE.first],
			['yellow', NEW_WORDS],
		] as const;
		await waitForPainted(page, attached);
		await ui.waitForText('The annotation stands on these words now.');
		await panel.bringToFront();
		await waitForOrphans(panel, []);
		await waitForWords(panel, NEW_WORDS);
		await waitForWords(panel, 'à vérifier');

		await page.bringToFront();
		await page.keyboard.down('Control');
		await page.keyboard.press('z');
		await page.keyboard.up('Control');
		await waitForPainted(page, [['yellow', PASSAGE.first]]);
		await panel.bringToFront();
		await waitForOrphans(panel, [PASSAGE.last]);

		await page.bringToFront();
		await page.keyboard.down('Control');
		await page.keyboard.down('Shift');
		await page.keyboard.press('z');
		await page.keyboard.up('Shift');
		await page.keyboard.up('Control');
		await waitForPainted(page, attached);
		await waitForPainted(await world.session.openPage(url), attached);
	});

	test('are attached with the keyboard alone: Enter takes the words', async () => {
		const { page, ui } = await openWithOrphan();
		const panel = await openPanel(world, page, 'sidepanel');
		await waitForOrphans(panel, [PASSAGE.last]);
		await (await pageControl(panel, 'button', 'Re-attach…')).focus();
		await panel.keyboard.press('Enter');
		await page.bringToFront();
		await ui.waitForText('select the words');
		await selectWordsByKeyboard(page, 'Les cueilleurs');
		await ui.button('Attach here').element();
		await page.keyboard.press('Enter');
		await waitForPainted(page, [
			['yellow', PASSAGE.first],
			['yellow', 'Les cueilleurs'],
		]);
	});

	if (kind === 'chrome') {
		test('are attached from the popup of the toolbar, which gets out of the way', async () => {
			const { page, ui } = await openWithOrphan();
			const popup = await world.session.openPopup(page);
			await waitForOrphans(popup, [PASSAGE.last]);
			await clickControl(popup, 'button', 'Re-attach…');
			await waitUntil('the popup closed', async () => popup.isClosed());
			await selectInArticle(page, NEW_WORDS);
			await ui.button('Attach here').click();
			await waitForPainted(page, [
				['yellow', PASSAGE.first],
				['yellow', NEW_WORDS],
			]);
		});
	}

	test('stay what they are after Escape, and the colours are offered again', async () => {
		const { page, ui } = await openWithOrphan();
		const panel = await openPanel(world, page, 'sidepanel');
		await waitForOrphans(panel, [PASSAGE.last]);
		await clickControl(panel, 'button', 'Re-attach…');
		await page.bringToFront();
		await ui.waitForText('select the words');
		await page.keyboard.press('Escape');
		await waitUntil('the notice gone', async () => !(await ui.text()).includes(PASSAGE.last));
		await selectInArticle(page, NEW_WORDS);
		await ui.button('Green').element();
		expect(await ui.button('Attach here').isThere()).toBe(false);
		await page.keyboard.press('Enter');
		await waitForPainted(page, [['yellow', PASSAGE.first]]);
	});

	test('stay what they are after Escape on the notice itself, and Enter on a control elsewhere is meant for that', async () => {
		const { page, ui } = await openWithOrphan();
		const panel = await openPanel(world, page, 'sidepanel');
		await waitForOrphans(panel, [PASSAGE.last]);
		await clickControl(panel, 'button', 'Re-attach…');
		await page.bringToFront();
		await ui.waitForText('select the words');
		await selectInArticle(page, NEW_WORDS);
		await page.focus('#elsewhere');
		await page.keyboard.press('Enter');
		expect(await page.$eval('#elsewhere', (button) => button.textContent)).toBe('pressed');
		await (await ui.control('toolbar', 'Annotate').element()).evaluate((toolbar) => {
			const root = toolbar.getRootNode() as ShadowRoot;
			root.querySelector<HTMLElement>('.notice button')!.focus();
		});
		await page.keyboard.press('Escape');
		await waitUntil('the notice gone', async () => !(await ui.text()).includes(PASSAGE.last));
		await page.keyboard.press('Enter');
		await waitForPainted(page, [['yellow', PASSAGE.first]]);
		await panel.bringToFront();
		await waitForOrphans(panel, [PASSAGE.last]);
	});

	test('are anchored again by themselves when their words come back, in the open page and on the next visit', async () => {
		const { page, url, before } = await openWithOrphan();
		const panel = await openPanel(world, page, 'sidepanel');
		await waitForOrphans(panel, [PASSAGE.last]);
		await page.bringToFront();
		const both = [
			['yellow', PASSAGE.first],
			['yellow', PASSAGE.last],
		] as const;
		await page.evaluate((words) => {
			for (const p of document.querySelectorAll('.t-content__body p')) {
				if (p.textContent.startsWith('Les cueilleurs')) p.textContent = words;
			}
		}, `${PASSAGE.last} D’ici là, il faudra encore arroser, tailler, et guetter la grêle.`);
		await waitForPainted(page, both);
		await panel.bringToFront();
		await waitForOrphans(panel, []);

		await page.reload();
		await waitForPainted(page, [['yellow', PASSAGE.first]]);
		world.site.pages.set(url, before);
		await page.reload();
		await waitForPainted(page, both);
	});

	test('are attached in the reader as in the page', async () => {
		const { page } = await openWithOrphan();
		const articleId = await keepNewVersion(page);
		const reader = await world.session.openExtensionPage(`reader.html?article=${articleId}`);
		await waitForPainted(reader, [
			['yellow', PASSAGE.first],
			['yellow', NEW_WORDS],
		]);
		const panel = await openPanel(world, reader, 'popup');
		await waitForOrphans(panel, [PASSAGE.last]);
		await clickControl(panel, 'button', 'Re-attach…');
		await reader.bringToFront();
		const ui = inPageUi(reader);
		await ui.waitForText('select the words');
		await selectInArticle(reader, 'guetter la grêle');
		await ui.button('Attach here').click();
		await waitForPainted(reader, [
			['yellow', PASSAGE.first],
			['yellow', NEW_WORDS],
			['yellow', 'guetter la grêle'],
		]);
	});

	/** Annotates the new paragraph, so that this state of the article is the one kept last; answers the article's id. */
	async function keepNewVersion(page: Page): Promise<string> {
		await selectInArticle(page, NEW_WORDS);
		await page.keyboard.press('1');
		await waitForPainted(page, [
			['yellow', PASSAGE.first],
			['yellow', NEW_WORDS],
		]);
		const panel = await openPanel(world, page, 'sidepanel');
		await waitForWords(panel, NEW_WORDS);
		return await panel.evaluate(async () => {
			const database = await new Promise<IDBDatabase>((resolve, reject) => {
				const request = indexedDB.open('en-marge');
				request.onsuccess = () => resolve(request.result);
				request.onerror = () => reject(request.error);
			});
			const all = await new Promise<{ id: string; added: string }[]>((resolve) => {
				const request = database.transaction('articles').objectStore('articles').getAll();
				request.onsuccess = () => resolve(request.result);
			});
			database.close();
			return all.sort((a, b) => (a.added < b.added ? 1 : -1))[0]!.id;
		});
	}
});
