import { cp, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { BROWSER_KINDS } from '../browser/browser-kind.ts';
import { closedRoots } from '../browser/closed-root.ts';
import { type InPageUi, inPageUi } from '../browser/in-page-ui.ts';
import { openSession, type Session } from '../browser/open-session.ts';
import { paintedTexts, waitForPainted } from '../browser/painted-texts.ts';
import { type Site, startSite } from '../browser/start-site.ts';
import { waitUntil } from '../browser/wait-until.ts';
import { clickPassage } from './click-passage.ts';
import { listed, openPanel } from './open-panel.ts';
import { clickControl, pageControl } from './page-control.ts';
import { orchardStory, PASSAGE } from './pages/orchard-story.ts';
import { selectInArticle } from './select-in-article.ts';
import { useSession } from './use-session.ts';

/** What is typed is handed in at least this often, and then stored, in milliseconds. */
const SURELY_STORED_MS = 600;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Highlights words and opens their card to write. */
async function openCard(page: Page, ui: InPageUi, words: string): Promise<void> {
	await selectInArticle(page, words);
	await page.keyboard.press('n');
	await ui.dialog('Annotation').element();
	await waitUntil('the focus in the note', async () => (await focused(page)) === 'TEXTAREA');
}

/** The name of the element in our interface that has the focus. */
async function focused(page: Page): Promise<string | undefined> {
	const [root] = await closedRoots(page);
	return await root?.evaluate((node) => (node as ShadowRoot).activeElement?.nodeName);
}

/** What a selector finds in our interface, as HTML of its inside. */
async function inside(page: Page, selector: string): Promise<string | undefined> {
	const [root] = await closedRoots(page);
	return await root?.evaluate((node, wanted) => (node as ShadowRoot).querySelector(wanted)?.innerHTML, selector);
}

async function noteOf(page: Page, ui: InPageUi, words: string): Promise<string> {
	await clickPassage(page, words);
	return await ui.textbox('Note').value();
}

describe.each(BROWSER_KINDS)('the card beside a highlight, in %s', (kind) => {
	const world = useSession(kind);

	test('shows a note at rest as its Markdown means it, loads nothing of it, and a click on it edits', async () => {
		const { page, ui } = await world.openArticle();
		const asked: string[] = [];
		page.on('request', (request) => asked.push(request.url()));
		await openCard(page, ui, PASSAGE.first);
		await page.keyboard.type('![p](https://www.rfi.fr/p.png) <img src=https://www.rfi.fr/q.png> **strong**');
		await page.keyboard.press('Tab');
		await waitUntil('the note rendered', async () =>
			(await inside(page, '.rendered'))?.includes('<strong>strong</strong>'),
		);
		const html = await inside(page, '.rendered');
		expect(html).toContain('<a href="https://www.rfi.fr/p.png" target="_blank" rel="noopener noreferrer">p</a>');
		expect(html).not.toContain('<img');
		await ui.textbox('Note').type(' and more');
		await ui.button('Done').click();
		await waitUntil('the note', async () => (await noteOf(page, ui, PASSAGE.first)).endsWith('and more'));
		expect(asked.filter((url) => url.includes('.png'))).toEqual([]);
		await page.keyboard.press('Enter');
		await waitUntil('the focus in the note', async () => (await focused(page)) === 'TEXTAREA');
	});

	test('completes tags from those in use, by key and by pointer, whatever the accents', async () => {
		const { page, ui } = await world.openArticle();
		await openCard(page, ui, PASSAGE.first);
		await ui.textbox('Tags').type('École rurale, vergers');
		await ui.button('Done').click();
		await openCard(page, ui, PASSAGE.second);
		const tags = ui.textbox('Tags');
		await tags.click();
		await pause(SURELY_STORED_MS);
		await page.keyboard.type('ecol');
		await ui.control('option', 'École rurale').element();
		await page.keyboard.press('ArrowDown');
		await page.keyboard.press('Enter');
		expect(await tags.value()).toBe('École rurale, ');
		await page.keyboard.type('ver');
		await ui.control('option', 'vergers').click();
		expect(await tags.value()).toBe('École rurale, vergers, ');
		await page.keyboard.type('zz');
		await page.keyboard.press('Escape');
		await ui.dialog('Annotation').waitUntilGone();
		const panel = await openPanel(world, page);
		await waitUntil('the tags', async () =>
			(await listed(panel)).some((one) => one.tags.join() === 'École rurale,vergers,zz'),
		);
	});

	test('draws the passage in each style, and the style stays', async () => {
		const { page, ui } = await world.openArticle();
		await openCard(page, ui, PASSAGE.first);
		for (const style of ['Underline', 'Strikethrough', 'Outline'] as const) {
			await ui.button(style).click();
			await waitUntil(style, async () =>
				(await paintedTexts(page)).some(({ name }) => name.includes(`-${style.toLowerCase()}-`)),
			);
		}
		await ui.button('Done').click();
		await page.reload();
		await waitUntil('the outline again', async () =>
			(await paintedTexts(page)).some(({ name }) => name.includes('-outline-')),
		);
	});

	test('copies the quote with its citation as text and as HTML at once, and the link to the passage', async () => {
		const { page, ui, url, title } = await world.openArticle();
		await page.evaluate(() => {
			const field = document.createElement('div');
			field.contentEditable = 'true';
			field.id = 'paste';
			field.style.cssText = 'position:fixed;top:0;left:0;width:60px;height:20px';
			field.addEventListener('paste', ({ clipboardData }) => {
				const types = ['text/plain', 'text/html'];
				field.dataset.pasted = JSON.stringify(types.map((type) => clipboardData?.getData(type)));
			});
			document.body.append(field);
		});
		const pasted = async (): Promise<string[]> => {
			await page.evaluate(() => document.getElementById('paste')?.focus());
			await page.keyboard.down('Control');
			await page.keyboard.press('v');
			await page.keyboard.up('Control');
			return await page.evaluate(() => JSON.parse(document.getElementById('paste')?.dataset.pasted ?? '[]'));
		};
		await openCard(page, ui, PASSAGE.first);
		await ui.button('Copy quote').click();
		await ui.waitForText('Copied.');
		const [text = '', html = ''] = await pasted();
		expect(text.startsWith(`${PASSAGE.first}\n\n— `)).toBe(true);
		expect(text).toContain(title);
		expect(text).toContain(`${url}#:~:text=`);
		expect(html).toMatch(/<blockquote[^>]*><p>/);
		expect(html).toContain('<cite>');
		await ui.button('Copy link to passage').click();
		await waitUntil('the link', async () => (await pasted())[0]?.startsWith(`${url}#:~:text=`));
	});

	test.each([
		['a wide window', { width: 1280, height: 800 }],
		['320 pixels', { width: 320, height: 640 }],
		['a low window, as zoomed to 200 %', { width: 640, height: 400 }],
	])('stands within the viewport and never over its passage, in %s', async (_, size) => {
		const { page, ui } = await world.openArticle();
		await page.setViewport(size);
		await openCard(page, ui, PASSAGE.second);
		const check = async (): Promise<void> => {
			const [root] = await closedRoots(page);
			const card = await root?.evaluate((node) => {
				const { left, top, right, bottom } = (node as ShadowRoot).querySelector('.card-frame')!.getBoundingClientRect();
				return { left, top, right, bottom };
			});
			if (card === undefined) throw new Error('no card');
			expect(Math.min(card.left, card.top)).toBeGreaterThanOrEqual(0);
			expect(card.right).toBeLessThanOrEqual(size.width);
			expect(card.bottom).toBeLessThanOrEqual(size.height);
			const lines = await page.evaluate(() =>
				[...CSS.highlights].flatMap(([name, highlight]) =>
					name.startsWith('en-marge-')
						? [...highlight].flatMap((part) => {
								const range = new Range();
								range.setStart(part.startContainer, part.startOffset);
								range.setEnd(part.endContainer, part.endOffset);
								return [...range.getClientRects()].map(({ left, top, right, bottom }) => ({
									left,
									top,
									right,
									bottom,
								}));
							})
						: [],
				),
			);
			expect(lines.length).toBeGreaterThan(0);
			for (const line of lines) {
				const isApart =
					card.right <= line.left || line.right <= card.left || card.bottom <= line.top || line.bottom <= card.top;
				expect(isApart).toBe(true);
			}
		};
		await check();
		await page.keyboard.type('a line\nand another\n'.repeat(6));
		await check();
	});

	test('what was typed right before the tab is closed is there again', async () => {
		const { page, ui, url } = await world.openArticle();
		await openCard(page, ui, PASSAGE.first);
		await pause(SURELY_STORED_MS);
		await page.keyboard.type('the very last words');
		await page.close({ runBeforeUnload: true });
		const again = await world.session.openPage(url);
		await waitForPainted(again, [['yellow', PASSAGE.first]]);
		await waitUntil(
			'the words',
			async () => (await noteOf(again, inPageUi(again), PASSAGE.first)) === 'the very last words',
		);
	});

	test('what is typed is one act: one undo takes all of it back, one redo brings it again', async () => {
		const { page, ui } = await world.openArticle();
		await openCard(page, ui, PASSAGE.first);
		for (const words of ['stored ', 'again ', 'and again']) {
			await page.keyboard.type(words);
			await pause(SURELY_STORED_MS);
		}
		await page.keyboard.press('Escape');
		await ui.dialog('Annotation').waitUntilGone();
		const step = async (isRedo: boolean, wanted: string): Promise<void> => {
			await page.keyboard.down('Control');
			if (isRedo) await page.keyboard.down('Shift');
			await page.keyboard.press('z');
			if (isRedo) await page.keyboard.up('Shift');
			await page.keyboard.up('Control');
			await waitUntil(`the note "${wanted}"`, async () => {
				const note = await noteOf(page, ui, PASSAGE.first);
				await page.keyboard.press('Escape');
				return note === wanted;
			});
		};
		await step(false, '');
		await step(true, 'stored again and again');
		await waitForPainted(page, [['yellow', PASSAGE.first]]);
	});

	test('what is typed in the panel is kept while it is typed, and there after it is closed without a word', async () => {
		const { page, ui } = await world.openArticle();
		await selectInArticle(page, PASSAGE.first);
		await page.keyboard.press('1');
		await waitForPainted(page, [['yellow', PASSAGE.first]]);
		const panel = await openPanel(world, page);
		await clickControl(panel, 'button', 'Edit');
		await (await pageControl(panel, 'textbox', 'Note')).type('typed in the panel');
		await panel.close({ runBeforeUnload: true });
		await page.bringToFront();
		await waitUntil('the words', async () => (await noteOf(page, ui, PASSAGE.first)) === 'typed in the panel');
	});

	test('what was typed survives a crash of the tab', async () => {
		const { page, ui, url } = await world.openArticle();
		await openCard(page, ui, PASSAGE.first);
		await page.keyboard.type('words before the crash');
		await pause(SURELY_STORED_MS);
		await world.session.crash(page);
		const again = await world.session.openPage(url);
		await waitForPainted(again, [['yellow', PASSAGE.first]]);
		await waitUntil(
			'the words',
			async () => (await noteOf(again, inPageUi(again), PASSAGE.first)) === 'words before the crash',
		);
	});
});

/** A background that does not answer while a switch in its own storage is on, put before everything else in it. */
const SILENT = `
{
	let isSilent = false;
	const api = globalThis.browser ?? globalThis.chrome;
	api.storage.onChanged.addListener(({ isAway }) => { if (isAway) isSilent = isAway.newValue === true; });
	for (const events of new Set([globalThis.browser, globalThis.chrome].map((one) => one?.runtime.onMessage))) {
		if (events === undefined) continue;
		const add = events.addListener;
		events.addListener = (listener) => add.call(events, (...given) => (isSilent ? undefined : listener(...given)));
	}
}
`;

describe.each(BROWSER_KINDS)('while the background is away, in %s', (kind) => {
	let extensionDir = '';
	let site: Site;
	let session: Session;
	beforeAll(async () => {
		extensionDir = await mkdtemp(join(await realpath(tmpdir()), 'en-marge-away-'));
		await cp(inject('extensionDirs')[kind], extensionDir, { recursive: true });
		const background = join(extensionDir, 'background.js');
		await writeFile(background, SILENT + (await readFile(background, 'utf8')));
		site = await startSite([]);
		session = await openSession(kind, { extensionDir, site });
	});
	afterAll(async () => {
		await session?.close();
		await site?.close();
		await rm(extensionDir, { recursive: true, force: true });
	});

	test('acts wait visibly, and all are stored when it is back', async () => {
		const { url, html } = orchardStory();
		site.pages.set(url, html);
		const library = await session.openExtensionPage('library.html');
		const setAway = (isAway: boolean) =>
			library.evaluate(async (value) => {
				interface Api {
					storage: { local: { set(items: object): Promise<void> } };
				}
				const world = globalThis as unknown as { browser?: Api; chrome: Api };
				await (world.browser ?? world.chrome).storage.local.set({ isAway: value });
			}, isAway);
		const page = await session.openPage(url);
		const ui = inPageUi(page);
		await selectInArticle(page, PASSAGE.first);
		await page.keyboard.press('1');
		await waitForPainted(page, [['yellow', PASSAGE.first]]);
		await pause(SURELY_STORED_MS);
		await setAway(true);
		await clickPassage(page, PASSAGE.first);
		await ui.textbox('Note').type('typed while nobody answers');
		await ui.waitForText('Not stored yet');
		await ui.button('Blue').click();
		await waitUntil('another act that waits', async () => /Not stored yet: [2-9]/.test(await ui.text()));
		await setAway(false);
		await waitUntil('all stored', async () => !(await ui.text()).includes('Not stored yet'));
		await page.reload();
		await waitForPainted(page, [['blue', PASSAGE.first]]);
		await waitUntil('the words', async () => (await noteOf(page, ui, PASSAGE.first)) === 'typed while nobody answers');
	});
});
