import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { BROWSER_KINDS } from '../browser/browser-kind.ts';
import { HOST } from '../browser/closed-root.ts';
import { paintedTexts, waitForPainted } from '../browser/painted-texts.ts';
import { isOfBrowsers } from '../browser/unexplained-requests.ts';
import { type HeardEvent, listeningScript } from './pages/listening-script.ts';
import { PASSAGE } from './pages/orchard-story.ts';
import { selectInArticle } from './select-in-article.ts';
import { useSession } from './use-session.ts';

declare global {
	interface Window {
		heard: HeardEvent[];
		opened: number;
	}
}

const heardBy = (page: Page): Promise<HeardEvent[]> => page.evaluate(() => window.heard.splice(0));

describe.each(BROWSER_KINDS)('what the page can learn, in %s', (kind) => {
	const world = useSession(kind);

	test('nothing typed, pasted or copied in a note is heard by any listener of the page, set before or after loading', async () => {
		const { page, ui } = await world.openArticle({
			firstInHead: listeningScript('early'),
			lastInBody: listeningScript('late'),
		});
		await page.evaluate(() => window.addEventListener('load', () => undefined));
		await selectInArticle(page, PASSAGE.first);
		await page.keyboard.press('n');
		await ui.textbox('Note').element();
		await heardBy(page);

		await page.keyboard.type('Secret 1');
		await page.keyboard.press('Tab');
		await page.keyboard.type('zebra');
		await page.keyboard.down('Shift');
		await page.keyboard.press('Tab');
		await page.keyboard.up('Shift');
		await page.keyboard.down('Control');
		for (const key of ['a', 'c', 'x', 'v', 'z'] as const) await page.keyboard.press(key);
		await page.keyboard.up('Control');
		await page.keyboard.type('End');
		const heard = await heardBy(page);
		expect(heard.filter(({ type }) => / (key|before|input|text|change|composition|copy|cut|paste)/.test(type))).toEqual(
			[],
		);
		expect(heard.filter(({ told }) => told !== '')).toEqual([]);

		await page.keyboard.press('Escape');
		await ui.dialog('Annotation').waitUntilGone();
		expect((await heardBy(page)).filter(({ told }) => told !== '')).toEqual([]);
	});

	test('keys that En marge has no use for still reach the page, and a key it acts on does not', async () => {
		const { page, ui } = await world.openArticle({ lastInBody: listeningScript('late') });
		await selectInArticle(page, PASSAGE.first);
		await heardBy(page);
		await page.keyboard.press('j');
		expect((await heardBy(page)).map(({ told }) => told)).toContain('j KeyJ');
		await page.keyboard.press('2');
		await ui.toolbar('Annotate').waitUntilGone();
		expect((await heardBy(page)).filter(({ type }) => /key(down|press|up)/.test(type))).toEqual([]);
	});

	test('keys and clicks made by a script of the page do nothing', async () => {
		const { page, ui } = await world.openArticle();
		await selectInArticle(page, PASSAGE.first);
		await page.evaluate((host) => {
			for (const target of [document.body, document.querySelector(host), window]) {
				for (const type of ['keydown', 'keypress', 'keyup']) {
					for (const key of ['h', 'n', '1', 'Enter', 'Escape']) {
						target?.dispatchEvent(new KeyboardEvent(type, { key, bubbles: true, composed: true, cancelable: true }));
					}
				}
				for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click']) {
					target?.dispatchEvent(new MouseEvent(type, { bubbles: true, composed: true, cancelable: true }));
				}
			}
		}, HOST);
		await ui.toolbar('Annotate').element();
		expect(await paintedTexts(page)).toEqual([]);

		await page.keyboard.press('1');
		await waitForPainted(page, [['yellow', PASSAGE.first]]);
		await page.evaluate((words) => {
			const text = [...document.querySelectorAll('p')].find((p) => p.textContent.includes(words));
			const { left, top } = text!.getBoundingClientRect();
			const init = { bubbles: true, composed: true, clientX: left + 30, clientY: top + 14 };
			document.elementFromPoint(init.clientX, init.clientY)?.dispatchEvent(new MouseEvent('click', init));
			window.dispatchEvent(new KeyboardEvent('keydown', { key: 'z', ctrlKey: true }));
		}, PASSAGE.first);
		expect(await ui.dialog('Annotation').isThere()).toBe(false);
		expect(await paintedTexts(page)).toHaveLength(1);
	});

	test('the page finds neither a shadow root nor a word of a note, and the note is in no attribute or style', async () => {
		const { page, ui } = await world.openArticle({
			firstInHead: `<script>
				window.opened = 0;
				const original = Element.prototype.attachShadow;
				Element.prototype.attachShadow = function (init) { window.opened++; return original.call(this, { ...init, mode: 'open' }); };
			</script>`,
		});
		await selectInArticle(page, PASSAGE.first);
		await page.keyboard.press('n');
		await ui.textbox('Note').type('confidential');
		const seen = await page.evaluate((host) => {
			const element = document.querySelector(host) as HTMLElement;
			return {
				opened: window.opened,
				root: String(element.shadowRoot),
				html: document.documentElement.outerHTML.includes('confidential'),
				text: element.textContent + element.innerText,
				active: document.activeElement === element || document.activeElement === document.body,
				globals: Object.keys(window).filter((name) => /marge/i.test(name)),
				found: (window as unknown as { find(text: string): boolean }).find('confidential'),
			};
		}, HOST);
		expect(seen).toMatchObject({ opened: 0, root: 'null', html: false, text: '', active: true, globals: [] });
		expect(await page.evaluate(() => String(getSelection()))).not.toContain('confidential');
	});

	test('En marge asks nothing of any server', async () => {
		const { page, ui } = await world.openArticle();
		await selectInArticle(page, PASSAGE.first);
		const askedByPage = world.site.requests.length;
		await page.keyboard.press('n');
		await ui.textbox('Note').type('https://example.org/image.png ![x](https://example.org/image.png)');
		await ui.button('Done').click();
		const panel = await world.session.openExtensionPage(`popup.html?tab=${await world.session.tabIdOf(page)}`);
		await panel.waitForSelector('blockquote');
		const articles = await world.session.openExtensionPage('library.html');
		const reader = await (await articles.waitForSelector('li a'))!.evaluate((link) => link.getAttribute('href') ?? '');
		await waitForPainted(await world.session.openExtensionPage(reader), [['yellow', PASSAGE.first]]);
		const asked = world.site.requests.slice(askedByPage).map((request) => request.url);
		expect(asked.filter((address) => !isOfBrowsers(address))).toEqual([]);
	});
});
