import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import type { Settings } from '../../utils/domain/settings.ts';
import { BROWSER_KINDS } from '../browser/browser-kind.ts';
import { closedRoots } from '../browser/closed-root.ts';
import { waitForPainted } from '../browser/painted-texts.ts';
import { selectWords } from '../browser/select-words.ts';
import { waitUntil } from '../browser/wait-until.ts';
import { numbered } from '../fixtures/article/archive-folder.ts';
import { violationsIn } from './axe-violations.ts';
import { openPanel } from './open-panel.ts';
import { PASSAGE } from './pages/orchard-story.ts';
import { seedMixedLibrary } from './seed-mixed-library.ts';
import { selectInArticle } from './select-in-article.ts';
import { useSession } from './use-session.ts';

/** The three scripts, of which one runs the other way. */
const LANGUAGES = [
	{ language: 'en', tag: 'en' },
	{ language: 'zh_CN', tag: 'zh-CN' },
	{ language: 'fa', tag: 'fa' },
] as const;

/** What a window of 640 px shows at 200 %, and one of 1280 px at 400 % (WCAG 2.2, 1.4.4 and 1.4.10). */
const NARROW = { width: 320, height: 640 };

/** The views of the library, with what is in each once there is something to be shown. */
const LIBRARY_VIEWS_SHOWN = {
	passages: '.passage',
	overview: '.bars a',
	trash: '.trash-item',
	health: '.health-card',
	backup: '.exchange',
	import: 'input[type=file]',
} as const;

const LAID_OUT_MS = 2000;

interface SettingsApi {
	readonly storage: { readonly sync: { set(items: { settings: Partial<Settings> }): Promise<void> } };
}

const readCss = (name: string): Promise<string> =>
	readFile(new URL(`../../components/${name}`, import.meta.url), 'utf8');

describe.each(BROWSER_KINDS)('every surface, 320 px wide, in %s:', (kind) => {
	// Over BiDi only the look that the browser was started with can be had: here the dark one, elsewhere the light one.
	const world = useSession(kind, { dark: kind === 'firefox' });

	async function decide(ownPage: Page, settings: Partial<Settings>): Promise<void> {
		await ownPage.evaluate(async (chosen) => {
			const { browser, chrome } = globalThis as unknown as Record<string, SettingsApi | undefined>;
			await (browser ?? chrome!).storage.sync.set({ settings: chosen });
		}, settings);
	}

	const looks: readonly (readonly { name: string; value: string }[])[] =
		kind === 'chrome'
			? [
					[{ name: 'prefers-color-scheme', value: 'light' }],
					[{ name: 'prefers-color-scheme', value: 'dark' }],
					[{ name: 'forced-colors', value: 'active' }],
				]
			: [[]];

	test.runIf(kind === 'firefox')('is dark where the system is', async () => {
		const library = await world.session.openExtensionPage('library.html');
		expect(await library.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(29, 27, 25)');
	});

	async function judge(page: Page, what: string): Promise<string[]> {
		const found: string[] = [];
		for (const features of looks) {
			if (kind === 'chrome') {
				const connection = await page.createCDPSession();
				await connection.send('Emulation.setEmulatedMedia', { features: [...features] });
				await connection.detach();
			}
			const where = [what, ...features.map(({ value }) => value)].join(', ');
			found.push(...(await violationsIn(page)).map((violation) => `${where}: ${violation}`));
			// A window that was just made narrow may not have been laid out yet.
			const over = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
			await waitUntil('its width', async () => (await over()) <= 0, LAID_OUT_MS).catch(async () => {
				found.push(`${where}: ${await over()} px too wide: ${await page.evaluate(whatIsTooWide)}`);
			});
		}
		return found;
	}

	test('axe finds nothing and nothing is cut off, in any theme and script', { timeout: 120_000 }, async () => {
		const { page } = await world.openArticle();
		await selectInArticle(page, PASSAGE.first);
		await page.keyboard.press('1');
		await waitForPainted(page, [['yellow', PASSAGE.first]]);
		const library = await world.session.openExtensionPage('library.html');
		const href = await waitUntil('the article in the library', () =>
			library.$eval('li a', (link) => link.getAttribute('href') ?? '').catch(() => undefined),
		);
		const surfaces: Record<string, Page> = {
			library,
			popup: await openPanel(world, page),
			panel: await openPanel(world, page, 'sidepanel'),
			reader: await world.session.openExtensionPage(href),
			comparison: await world.session.openExtensionPage(`${href}&versions=..`),
			'no article': await world.session.openExtensionPage('popup.html?tab=0'),
			settings: await world.session.openExtensionPage('options.html'),
		};
		const found: string[] = [];
		for (const { language, tag } of LANGUAGES) {
			await decide(library, { language });
			for (const [name, surface] of Object.entries(surfaces)) {
				await surface.bringToFront();
				await surface.setViewport(NARROW);
				await waitUntil(`${name} in ${tag}`, () =>
					surface.evaluate(
						(wanted) => document.documentElement.lang === wanted && !!document.querySelector('h1, p'),
						tag,
					),
				);
				if (name === 'reader' && language === 'en') await surface.click('.look-button');
				found.push(...(await judge(surface, `${name} in ${language}`)));
			}
		}
		await decide(library, { reader: { theme: 'sepia', font: 'sans', size: 200 } });
		await waitUntil('sepia', () => surfaces.reader!.evaluate(() => document.documentElement.dataset.theme === 'sepia'));
		found.push(...(await judge(surfaces.reader!, 'sepia reader')));
		await decide(library, {});
		expect(found).toEqual([]);
	});

	test('the same is so of every view of the library, with something in each', { timeout: 120_000 }, async () => {
		const library = await world.session.openExtensionPage('library.html');
		await library.evaluate(seedMixedLibrary());
		const views: Record<string, Page> = {};
		for (const [view, shown] of Object.entries(LIBRARY_VIEWS_SHOWN)) {
			const page = await world.session.openExtensionPage(`library.html?view=${view}`);
			await page.bringToFront();
			await waitUntil(`${view} with something in it`, async () => (await page.$(shown)) !== null);
			views[view] = page;
		}
		const folder = await mkdtemp(join(tmpdir(), 'en-marge-surface-'));
		try {
			const quotes = join(folder, 'quotes.csv');
			const articles = [1, 2].map((n) => join(folder, `${n}.md`));
			for (const [n, file] of articles.entries()) await writeFile(file, numbered(n));
			await writeFile(quotes, 'Highlight,Title,URL\r\nL’eau manque,x,https://www.rfi.fr/fr/20261119-1\r\n,y,\r\n');
			await choose(views.backup!, [quotes], '.exchange-plan');
			await choose(views.import!, articles, '[role=group] button');
		} finally {
			await rm(folder, { recursive: true, force: true });
		}
		const found: string[] = [];
		for (const { language, tag } of LANGUAGES.filter(({ language }) => language !== 'zh_CN')) {
			await decide(library, { language });
			for (const [view, page] of Object.entries(views)) {
				await page.bringToFront();
				await page.setViewport(NARROW);
				await waitUntil(`${view} in ${tag}`, () =>
					page.evaluate((wanted) => document.documentElement.lang === wanted, tag),
				);
				found.push(...(await judge(page, `${view} in ${language}`)));
			}
		}
		await decide(library, {});
		expect(found).toEqual([]);
	});

	async function choose(page: Page, files: readonly string[], shown: string): Promise<void> {
		await page.bringToFront();
		const input = await waitUntil(
			'the place to choose a file',
			async () => (await page.$('input[type=file]')) ?? undefined,
		);
		await (input as ElementHandle<HTMLInputElement>).uploadFile(...files);
		await waitUntil(`${shown} of the file`, async () => (await page.$(shown)) !== null);
	}

	test('the same is so of toolbar and card, in a copy under their own style', { timeout: 120_000 }, async () => {
		const sheets = ['design/tokens.css', 'design/base.css', 'design/differences.css', 'page/page.css'];
		const css = (await Promise.all(sheets.map(readCss))).join('\n').replaceAll(':host', ':root');
		const options = await world.session.openExtensionPage('options.html');
		const copy = await world.session.openPage('about:blank');
		const found: string[] = [];
		for (const { language, tag } of LANGUAGES) {
			await decide(options, { language });
			const { page } = await world.openArticle();
			await page.setViewport(NARROW);
			const check = async (name: string): Promise<void> => {
				const [root] = await closedRoots(page);
				const html = await root!.evaluate((node) => (node as ShadowRoot).innerHTML);
				await copy.bringToFront();
				await copy.setViewport(NARROW);
				await copy.setContent(
					`<!doctype html><html lang="${tag}"><title>copy</title><style>${css} body { background: var(--paper); color: var(--ink); }</style><main><h1>copy</h1>${html}</main></html>`,
				);
				found.push(...(await judge(copy, `${name} in ${language}`)));
				await page.bringToFront();
			};
			await selectInPage(page);
			await check('toolbar');
			await page.keyboard.press('n');
			await new Promise((resolve) => setTimeout(resolve, 400));
			await check('card');
			await page.close();
		}
		await decide(options, {});
		expect(found).toEqual([]);
	});

	/** Whatever the toolbar is called in the language. */
	async function selectInPage(page: Page): Promise<void> {
		await selectWords(page, PASSAGE.second);
		await waitUntil('a toolbar', async () => {
			const [root] = await closedRoots(page);
			return root?.evaluate((node) => (node as ShadowRoot).querySelector('[role=toolbar]') !== null);
		});
	}
});

/** The innermost elements that reach beyond the window; runs in the page. */
function whatIsTooWide(): string {
	const isOut = (element: Element): boolean => {
		const { left, right } = element.getBoundingClientRect();
		return left < -1 || right > innerWidth + 1;
	};
	const out = [...document.querySelectorAll('body *')].filter(isOut);
	return out
		.filter((element) => ![...element.children].some(isOut))
		.map(({ outerHTML }) => outerHTML.slice(0, 200))
		.join(' ');
}
