import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { BROWSER_KINDS } from '../browser/browser-kind.ts';
import { inPageUi } from '../browser/in-page-ui.ts';
import { waitForPainted } from '../browser/painted-texts.ts';
import { isOfBrowsers } from '../browser/unexplained-requests.ts';
import { waitUntil } from '../browser/wait-until.ts';
import { livePage } from '../fixtures/article/live-page.ts';
import { violationsIn } from './axe-violations.ts';
import { clickPassage } from './click-passage.ts';
import { listed, openPanel, waitForQuotes } from './open-panel.ts';
import { clickControl, pageControl, waitForWords } from './page-control.ts';
import { selectInArticle } from './select-in-article.ts';
import { useSession } from './use-session.ts';

/** The same words in both scripts, each standing once in its story. */
const TRADITIONAL = '夏末收穫的蔬菜將分給附近的居民';
const SIMPLIFIED = '夏末收获的蔬菜将分给附近的居民';
const OTHER_SIMPLIFIED = '我们希望人们能够在户外读书';

let stories = 0;

/** What the section of the twin's highlights shows; undefined where there is none. */
async function twinsIn(panel: Page): Promise<string[] | undefined> {
	return await panel.evaluate(() => {
		const section = document.querySelector('section[aria-labelledby=twin]');
		return section ? [...section.querySelectorAll('blockquote')].map((quote) => quote.textContent ?? '') : undefined;
	});
}

async function waitForTwins(panel: Page, quotes: readonly string[] | undefined): Promise<void> {
	await waitUntil(`the twin's: ${JSON.stringify(quotes)}`, async () => {
		return JSON.stringify(await twinsIn(panel)) === JSON.stringify(quotes);
	});
}

describe.each(BROWSER_KINDS)('the two Chinese editions, in %s', (kind) => {
	const world = useSession(kind);

	/** One story in both editions, which no other test knows; the simplified page names its twin, the other names none. */
	function story() {
		const number = ++stories;
		const cn = new URL(`https://www.rfi.fr/cn/法国/20251130-屋顶上的花园-${number}`).href;
		const tw = new URL(`https://www.rfi.fr/tw/法國/20251130-屋頂上的花園-${number}`).href;
		const menu = '<link rel="alternate" hreflang="zh-Hant" href="https://www.rfi.fr/tw/">';
		const head = `${menu}<link rel="alternate" hreflang="zh-Hant" href="${tw}">`;
		return {
			cn: () => world.open(cn, livePage({ edition: 'cn', url: cn, head })),
			tw: () => world.open(tw, livePage({ edition: 'tw', url: tw })),
			urls: { cn, tw },
		};
	}

	async function highlight(page: Page, words: string, key: '1' | '2' | '3'): Promise<void> {
		await selectInArticle(page, words);
		await page.keyboard.press(key);
		await inPageUi(page).toolbar('Annotate').waitUntilGone();
	}

	/** The traditional page with a highlight, and the simplified one that shows it. */
	async function showTwins() {
		const pages = story();
		const tw = await pages.tw();
		await highlight(tw, TRADITIONAL, '1');
		await waitForPainted(tw, [['yellow', TRADITIONAL]]);
		const cn = await pages.cn();
		const panel = await openPanel(world, cn, 'sidepanel');
		await clickControl(panel, 'button', 'Show the highlights of the traditional edition (1)');
		await waitForPainted(cn, [['yellow', SIMPLIFIED]]);
		await waitForTwins(panel, [TRADITIONAL]);
		return { tw, cn, panel, urls: pages.urls };
	}

	test('the highlights of one are shown on the other when asked for, apart from its own, and put away again', async () => {
		const pages = story();
		const tw = await pages.tw();
		await highlight(tw, TRADITIONAL, '1');
		await waitForPainted(tw, [['yellow', TRADITIONAL]]);
		const cn = await pages.cn();
		await highlight(cn, OTHER_SIMPLIFIED, '2');
		await waitForPainted(cn, [['green', OTHER_SIMPLIFIED]]);
		const panel = await openPanel(world, cn, 'sidepanel');
		await pageControl(panel, 'button', 'Show the highlights of the traditional edition (1)');
		await waitForTwins(panel, undefined);
		const asked = world.site.requests.length;

		await clickControl(panel, 'button', 'Show the highlights of the traditional edition (1)');
		await waitForPainted(cn, [
			['green', OTHER_SIMPLIFIED],
			['yellow', SIMPLIFIED],
		]);
		await waitForTwins(panel, [TRADITIONAL]);
		await pageControl(panel, 'heading', 'From the traditional edition');
		await waitForWords(panel, 'anchored');
		await waitForQuotes(panel, [OTHER_SIMPLIFIED]);

		await clickControl(panel, 'button', 'Hide these highlights');
		await waitForPainted(cn, [['green', OTHER_SIMPLIFIED]]);
		await waitForTwins(panel, undefined);
		const urls = world.site.requests.slice(asked).map(({ url }) => url);
		expect(urls.filter((url) => !isOfBrowsers(url))).toEqual([]);
		await waitForPainted(tw, [['yellow', TRADITIONAL]]);
	});

	test('the page that names no twin has the one that names it', async () => {
		const pages = story();
		const cn = await pages.cn();
		await highlight(cn, SIMPLIFIED, '3');
		await waitForPainted(cn, [['blue', SIMPLIFIED]]);
		const tw = await pages.tw();
		const panel = await openPanel(world, tw, 'popup');
		await clickControl(panel, 'button', 'Show the highlights of the simplified edition (1)');
		await waitForPainted(tw, [['blue', TRADITIONAL]]);
		await waitForTwins(panel, [SIMPLIFIED]);
	});

	test('a note written on the other page is the twin’s own, and nothing is copied', async () => {
		const { tw, cn, panel } = await showTwins();
		await cn.bringToFront();
		await clickPassage(cn, SIMPLIFIED);
		const ui = inPageUi(cn);
		await ui.dialog('Annotation').element();
		await ui.waitForText('From the traditional edition');
		expect(await ui.button('Delete').isThere()).toBe(false);
		await ui.textbox('Note').type('两岸用词');
		await ui.button('Done').click();

		const there = await openPanel(world, tw, 'popup');
		await waitUntil('the note at the twin', async () => (await listed(there))[0]?.note === '两岸用词');
		expect((await listed(there)).map(({ quote }) => quote)).toEqual([TRADITIONAL]);
		await panel.bringToFront();
		await waitForWords(panel, '两岸用词');
		expect(await listed(panel)).toEqual([]);

		await cn.bringToFront();
		await cn.keyboard.down('Control');
		await cn.keyboard.press('z');
		await cn.keyboard.up('Control');
		await waitUntil('the note taken back', async () => (await listed(there))[0]?.note === '');
	});

	test('a page that shows its twin’s highlights hears of what is changed there', async () => {
		const { tw, cn, panel } = await showTwins();
		// A page with an article of its own in the store listens to that one, and to the twin.
		await cn.bringToFront();
		await highlight(cn, OTHER_SIMPLIFIED, '2');
		const own = ['green', OTHER_SIMPLIFIED] as const;
		await waitForPainted(cn, [own, ['yellow', SIMPLIFIED]]);
		await waitForQuotes(panel, [OTHER_SIMPLIFIED]);
		await tw.bringToFront();
		await clickPassage(tw, TRADITIONAL);
		await inPageUi(tw).button('Pink').click();
		await waitForPainted(cn, [own, ['pink', SIMPLIFIED]]);
		await inPageUi(tw).button('Delete').click();
		await waitForPainted(cn, [own]);
		await panel.bringToFront();
		await waitForTwins(panel, []);
	});

	test('the reader shows them as the page does', async () => {
		const { cn, tw } = await showTwins();
		await cn.bringToFront();
		await highlight(cn, OTHER_SIMPLIFIED, '2');
		await waitForPainted(cn, [
			['green', OTHER_SIMPLIFIED],
			['yellow', SIMPLIFIED],
		]);
		const library = await world.session.openExtensionPage('library.html');
		await library.waitForSelector('li a');
		const links = await library.$$eval('li a', (all) => all.map((link) => link.getAttribute('href') ?? ''));
		// The one last annotated stands first.
		const reader = await world.session.openExtensionPage(links[0]!);
		await waitForPainted(reader, [['green', OTHER_SIMPLIFIED]]);
		const panel = await openPanel(world, reader, 'popup');
		await clickControl(panel, 'button', 'Show the highlights of the traditional edition (1)');
		await waitForPainted(reader, [
			['green', OTHER_SIMPLIFIED],
			['yellow', SIMPLIFIED],
		]);
		await waitForTwins(panel, [TRADITIONAL]);
		await waitForPainted(tw, [['yellow', TRADITIONAL]]);
	});

	test('in the list a highlight of the twin is edited, which its own page hears', async () => {
		const { tw, cn, panel } = await showTwins();
		await panel.bringToFront();
		expect(await violationsIn(panel)).toEqual([]);
		expect(
			await panel.$$eval('section[aria-labelledby=twin] li button', (all) => all.map((one) => one.textContent)),
		).toEqual(['Show', 'Edit']);
		await clickControl(panel, 'button', 'Edit');
		await clickControl(panel, 'button', 'Purple');
		await waitForPainted(tw, [['purple', TRADITIONAL]]);
		await waitForPainted(cn, [['purple', SIMPLIFIED]]);
	});
});
