import { existsSync } from 'node:fs';
import { mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BROWSER_KINDS } from '../browser/browser-kind.ts';
import { inPageUi } from '../browser/in-page-ui.ts';
import { waitForPainted } from '../browser/painted-texts.ts';
import { waitUntil } from '../browser/wait-until.ts';
import { archiveText } from '../fixtures/article/archive-file.ts';
import { livePage } from '../fixtures/article/live-page.ts';
import { savedPage } from '../fixtures/article/saved-copies.ts';
import { storyOf } from '../fixtures/article/stories.ts';
import { listed, openPanel, waitForQuotes } from './open-panel.ts';
import { orchardStory, PASSAGE } from './pages/orchard-story.ts';
import { selectInArticle } from './select-in-article.ts';
import { useSession, type World } from './use-session.ts';

const CORPUS = fileURLToPath(new URL('../../../shared/corpus/', import.meta.url));
const STORY = storyOf('cn');
const FIRST = STORY.paragraphs[0]!.slice(2, 14);
const THIRD = STORY.paragraphs[2]!.slice(0, 9);

/** Waits until a tab that was opened on a text file has gone to the reader and shows the article. */
async function inReader(world: World, page: Page): Promise<void> {
	// What the page says: over BiDi puppeteer is not told of the way to a page of an extension.
	const start = `${world.session.extensionOrigin}/reader.html?article=`;
	await waitUntil('the article in the reader', () =>
		page.evaluate((wanted) => location.href.startsWith(wanted) && document.querySelector('main h1') !== null, start),
	);
}

describe.each(BROWSER_KINDS)('copies of one article, in %s', (kind) => {
	const world = useSession(kind);
	let folder = '';
	beforeAll(async () => {
		folder = await mkdtemp(join(await realpath(tmpdir()), 'en-marge-copies-'));
	});
	afterAll(() => rm(folder, { recursive: true, force: true }));

	async function file(name: string, content: string): Promise<string> {
		await writeFile(join(folder, name), content);
		return pathToFileURL(join(folder, name)).href;
	}

	async function highlight(page: Page, words: string, key: '1' | '2' | '3' | '4' | '5' | '6'): Promise<void> {
		await selectInArticle(page, words);
		await page.keyboard.press(key);
		await inPageUi(page).toolbar('Annotate').waitUntilGone();
	}

	test('what is highlighted on the live page stands on its saved copies, and back, also after the browser was restarted', async () => {
		const { url, html } = orchardStory();
		const live = await world.open(url, html);
		await highlight(live, PASSAGE.first, '1');
		await waitForPainted(live, [['yellow', PASSAGE.first]]);

		const byBrowser = await world.session.openPage(
			await file('saved.html', savedPage(html, url, kind === 'chrome' ? 'chrome' : 'firefox')),
		);
		await waitForPainted(byBrowser, [['yellow', PASSAGE.first]]);
		await highlight(byBrowser, PASSAGE.second, '2');
		const two = [
			['yellow', PASSAGE.first],
			['green', PASSAGE.second],
		] as const;
		await waitForPainted(byBrowser, two);
		await waitForPainted(live, two);

		const bySingleFile = await world.session.openPage(await file('single.html', savedPage(html, url, 'singlefile')));
		await waitForPainted(bySingleFile, two);
		await highlight(bySingleFile, PASSAGE.last, '3');
		const three = [...two, ['blue', PASSAGE.last] as const];
		await waitForPainted(live, three);

		await world.session.restart();
		await waitForPainted(await world.session.openPage(url), three);
		await waitForPainted(await world.session.openPage(pathToFileURL(join(folder, 'single.html')).href), three);
	});

	test('a text file in the archive form opens in the reader; Back shows the file and offers the reader', async () => {
		const address = await file('offered.txt', archiveText({ edition: 'cn' }));
		const page = await world.session.openPage('about:blank');
		page.goto(address).catch(() => undefined);
		await inReader(world, page);
		expect(await page.$eval('main h1', (title) => title.textContent)).toBe(STORY.title);
		page.goBack().catch(() => undefined);
		await waitUntil('the file itself', () => page.evaluate((wanted) => location.href === wanted, address));
		const ui = inPageUi(page);
		await ui.waitForText('This is a saved RFI article.');
		await ui.button('Read and annotate it').click();
		await inReader(world, page);
	});

	test('the same article as text, as archive page, as live page and in the reader: each highlight is on all of them', async () => {
		const url = 'https://www.rfi.fr/cn/中国/20230918-屋顶上的菜园';
		const text = archiveText({ edition: 'cn', url: new URL(url).href, hasFooter: true, hasAuthor: true });
		const reader = await world.session.openPage('about:blank');
		reader.goto(await file('copy.txt', text)).catch(() => undefined);
		await inReader(world, reader);
		await highlight(reader, FIRST, '4');
		await waitForPainted(reader, [['pink', FIRST]]);

		const archivePage = await world.session.openPage(await file('copy.html', text));
		await waitForPainted(archivePage, [['pink', FIRST]]);
		await highlight(archivePage, THIRD, '5');
		const both = [
			['pink', FIRST],
			['purple', THIRD],
		] as const;
		await waitForPainted(archivePage, both);
		await waitForPainted(reader, both);

		const live = await world.open(
			url,
			livePage({ edition: 'cn', url: new URL(url).href, published: '2023-09-18T14:36:00+00:00' }),
		);
		await waitForPainted(live, both);
		await waitForQuotes(await openPanel(world, live), [FIRST, THIRD]);
		const readerAddress = await reader.evaluate(() => location.pathname.slice(1) + location.search);

		await world.session.restart();
		const again = await world.session.openExtensionPage(readerAddress);
		await waitForPainted(again, both);
		await waitForPainted(await world.session.openPage(url), both);
	});

	test('a copy without address is the same article by its text', async () => {
		const text = archiveText({ edition: 'vi', year: 2020, frontMatter: 'without-url' });
		const page = await world.session.openPage('about:blank');
		page.goto(await file('no-address.txt', text)).catch(() => undefined);
		await inReader(world, page);
		const words = storyOf('vi').paragraphs[0]!.slice(0, 20).trim();
		await highlight(page, words, '6');
		const withAddress = await world.session.openPage(
			await file('address.html', archiveText({ edition: 'vi', year: 2020 })),
		);
		await waitForPainted(withAddress, [['orange', words]]);
	});

	test('the reader shows the live page it was annotated on without asking the network, scripts and all left out', async () => {
		const { page, title } = await world.openArticle({
			lastInBody: '<script>window.ranOnPage = true</script>',
		});
		await highlight(page, PASSAGE.linked, '2');
		const library = await world.session.openExtensionPage('library.html');
		const link = await waitUntil('the article in the library', () =>
			library.evaluate((wanted) => {
				const links = [...document.querySelectorAll('li a')];
				return links.find(({ textContent }) => textContent === wanted)?.getAttribute('href') ?? undefined;
			}, title),
		);
		const reader = await world.session.openExtensionPage(link);
		await waitUntil('the article kept whole', async () => {
			await reader.waitForSelector('main h1');
			if ((await reader.$('main a[href*="conservatoire"]')) !== null) return true;
			await reader.evaluate(() => location.reload());
			return false;
		});
		await waitForPainted(reader, [['green', PASSAGE.linked]]);
		expect(await reader.evaluate(() => 'ranOnPage' in window)).toBe(false);
		expect(await reader.$$eval('main script, main iframe, main [onclick]', (found) => found.length)).toBe(0);
	});

	test.skipIf(!existsSync(CORPUS))(
		'the seed file opens in the reader and can be annotated; so can the live page of the corpus',
		async () => {
			const seed = join(CORPUS, 'seed/000_2d749453204dec9d.txt');
			const page = await world.session.openPage('about:blank');
			page.goto(pathToFileURL(seed).href).catch(() => undefined);
			await inReader(world, page);
			const paragraph = await page.$eval('main p:nth-of-type(2)', (element) => element.textContent.trim());
			const words = paragraph.slice(0, 12);
			await highlight(page, words, '1');
			await waitForPainted(page, [['yellow', words]]);
			const address = /\]\((\S+)\)/.exec(await readFile(seed, 'utf8'))![1]!.replace('//cn', '/cn');
			const panel = await openPanel(world, page);
			await waitForQuotes(panel, [words]);

			// A page under the seed's own address whose text has been edited since.
			const edited = await world.open(
				address,
				livePage({ edition: 'cn', url: address, body: `<p>编者按。${paragraph}</p>` }),
			);
			await waitForPainted(edited, [['yellow', words]]);
			const again = await openPanel(world, edited);
			await waitUntil('it in the list', async () => (await listed(again)).length === 1);

			const html = await readFile(join(CORPUS, 'live/rfi-cn-20251130-article.html'), 'utf8');
			const liveAddress = /<link rel="canonical" href="([^"]+)"/.exec(html)![1]!;
			const live = await world.open(liveAddress, html);
			const sentence = await live.$eval('.t-content__body > p', (element) => element.textContent.trim().slice(0, 15));
			await highlight(live, sentence, '2');
			await live.reload();
			await waitForPainted(live, [['green', sentence]]);
		},
	);
});
