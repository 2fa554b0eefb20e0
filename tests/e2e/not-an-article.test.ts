import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BROWSER_KINDS } from '../browser/browser-kind.ts';
import { HOST } from '../browser/closed-root.ts';
import { inPageUi } from '../browser/in-page-ui.ts';
import { paintedTexts } from '../browser/painted-texts.ts';
import { selectWords } from '../browser/select-words.ts';
import { waitUntil } from '../browser/wait-until.ts';
import { LISTINGS, listingPage, listingUrl } from '../fixtures/article/listing-page.ts';
import { livePage } from '../fixtures/article/live-page.ts';
import { listed, openPanel } from './open-panel.ts';
import { clickControl, waitForWords } from './page-control.ts';
import { selectInArticle } from './select-in-article.ts';
import { useSession } from './use-session.ts';

const CORPUS = fileURLToPath(new URL('../../../shared/corpus/', import.meta.url));
/** One that was never seen before. */
const recipe = () =>
	`<!doctype html><html lang="fr"><title>Une recette</title><h1>La tarte ${randomUUID()}</h1><p>Épluchez six pommes et coupez-les en quartiers.</p>`;

describe.each(BROWSER_KINDS)('a page that is no article of RFI, in %s', (kind) => {
	const world = useSession(kind, { pagesFetch: true });
	let folder = '';
	beforeAll(async () => {
		folder = await mkdtemp(join(await realpath(tmpdir()), 'en-marge-other-'));
	});
	afterAll(() => rm(folder, { recursive: true, force: true }));

	/** The popup says so, and selecting and keys do nothing in the page. */
	async function expectUntouched(page: Page): Promise<void> {
		await page.evaluate(() => getSelection()?.selectAllChildren(document.body));
		await page.keyboard.press('h');
		await waitForWords(await openPanel(world, page), 'Not an RFI article');
		expect(await page.$$eval(HOST, (hosts) => hosts.length)).toBe(0);
		expect(await paintedTexts(page)).toEqual([]);
	}

	test.each(LISTINGS)('a list or service of RFI (%s) is left untouched', async (listing) => {
		const url = listingUrl('fr', listing);
		await expectUntouched(await world.open(url, listingPage('fr', listing)));
	});

	test('a page of RFI without a body, and a page of another publisher in the same shape, are left untouched', async () => {
		const url = 'https://www.rfi.fr/fr/monde/20260101-sans-corps';
		await expectUntouched(await world.open(url, livePage({ edition: 'fr', url, hasBody: false, standfirst: '' })));
		const other = 'https://www.france24.com/fr/20260101-un-autre-titre';
		await expectUntouched(await world.open(other, livePage({ edition: 'fr', url: other })));
	});

	test('a file in no known form is annotated when the reader asks for it, and the next time too', async () => {
		const path = join(folder, `${randomUUID()}.html`);
		await writeFile(path, recipe());
		const page = await world.session.openPage(pathToFileURL(path).href);
		const panel = await openPanel(world, page);
		await waitForWords(panel, 'Not an RFI article');
		await clickControl(panel, 'button', 'Annotate this page anyway');
		await waitForWords(panel, 'Nothing annotated yet.');

		await page.bringToFront();
		await selectInArticle(page, 'Épluchez six pommes');
		const ui = inPageUi(page);
		await page.keyboard.press('n');
		await ui.textbox('Note').type('six ou sept');
		await page.keyboard.press('Escape');
		await waitUntil('the note', async () => (await listed(panel))[0]?.note === 'six ou sept');
		expect((await listed(panel))[0]?.quote).toBe('Épluchez six pommes');

		await page.reload();
		await waitForWords(panel, 'Not an RFI article');
		await panel.bringToFront();
		await clickControl(panel, 'button', 'Annotate this page anyway');
		await waitUntil('painted again', async () => (await paintedTexts(page))[0]?.text === 'Épluchez six pommes');
	});

	test('a page of the browser itself is said to be closed to extensions', async () => {
		const page = await world.session.openPage('about:blank');
		page.goto(kind === 'chrome' ? 'chrome://version' : 'about:license').catch(() => undefined);
		await waitUntil('the page of the browser', () => page.evaluate(() => document.body.innerText.length > 100));
		const panel = await openPanel(world, page);
		await waitForWords(panel, 'Not an RFI article');
		await clickControl(panel, 'button', 'Annotate this page anyway');
		await waitForWords(panel, 'The browser does not let En marge work on this page.');
		expect(await panel.$('aria/Annotate this page anyway')).toBeNull();
	});

	test.skipIf(!existsSync(CORPUS))('live pages of other publishers are left untouched', async () => {
		for (const name of readdirSync(join(CORPUS, 'live-other-publishers'))) {
			const html = await readFile(join(CORPUS, 'live-other-publishers', name), 'utf8');
			const url = /<link[^>]+rel="?canonical"?[^>]+href="([^"]+)"/.exec(html)?.[1] ?? `https://example.org/${name}`;
			await expectUntouched(await world.open(url, html));
			await expectUntouched(
				await world.session.openPage(pathToFileURL(join(CORPUS, 'live-other-publishers', name)).href),
			);
		}
	});
});

describe.each(BROWSER_KINDS)('without access to files, in %s', (kind) => {
	const world = useSession(kind, { fileAccess: false });

	test('the popup shows where the switch is, with a picture of it', async () => {
		const folder = await mkdtemp(join(await realpath(tmpdir()), 'en-marge-no-access-'));
		const path = join(folder, 'page.html');
		await writeFile(path, recipe());
		const page = await world.session.openPage(pathToFileURL(path).href);
		await selectWords(page, 'six pommes');
		expect(await page.$$eval(HOST, (hosts) => hosts.length)).toBe(0);
		const panel = await openPanel(world, page);
		await waitForWords(panel, 'Is this a file opened from your disk?');
		const label = kind === 'chrome' ? 'Allow access to file URLs' : 'Access local files on your computer';
		await waitForWords(panel, label);
		const picture = await panel.$eval('[role=img]', (element) => element.getAttribute('aria-label'));
		expect(picture).toContain(label);
		await rm(folder, { recursive: true });
	});
});
