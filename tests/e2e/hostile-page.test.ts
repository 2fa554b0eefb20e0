import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { BROWSER_KINDS } from '../browser/browser-kind.ts';
import { HOST } from '../browser/closed-root.ts';
import { paintedTexts } from '../browser/painted-texts.ts';
import { selectWords } from '../browser/select-words.ts';
import { waitUntil } from '../browser/wait-until.ts';
import { PASSAGE } from './pages/orchard-story.ts';
import { selectInArticle } from './select-in-article.ts';
import { useSession } from './use-session.ts';

/** Rules that would take any element to pieces that lets them. */
const EVERYTHING_IMPORTANT = `<style>
@layer page { html > div { visibility: hidden !important; transform: scale(0.1) !important; } }
html > div, html > div::before { all: unset !important; display: none !important; opacity: 0 !important; pointer-events: none !important; inset: auto !important; transition: all 9999s !important; filter: blur(40px) !important; zoom: 0.1 !important; }
button, div, p, span { font-size: 3px !important; text-transform: uppercase !important; }
body, article, article * { font-size: 18px !important; text-transform: none !important; }
</style>`;

const COVER =
	'<div style="position: fixed; inset: 0; z-index: 2147483647; background: #f00a; pointer-events: none"></div>';

/** Set before anything of the page but ours, on the first of all targets. */
const KEY_TRAP = `<script>for (const type of ['keydown', 'keypress', 'keyup'])
	window.addEventListener(type, (event) => { event.stopImmediatePropagation(); event.preventDefault(); }, true);</script>`;

/** Throws out whatever is put beside the body, as often as it comes. */
const BOUNCER = `<script>globalThis.thrownOut = 0;
new MutationObserver(() => {
	for (const child of [...document.documentElement.children])
		if (child.localName !== 'head' && child.localName !== 'body') { child.remove(); globalThis.thrownOut++; }
}).observe(document.documentElement, { childList: true });</script>`;

async function waitForWords(page: Page, words: readonly string[]): Promise<void> {
	await waitUntil(`painted: ${words.join(', ')}`, async () => {
		const painted = (await paintedTexts(page)).map(({ text }) => text);
		return painted.length === words.length && painted.every((text, k) => text === words[k]);
	});
}

const thrownOut = (page: Page): Promise<number> => page.evaluate('thrownOut') as Promise<number>;

describe.each(BROWSER_KINDS)('a page that leaves nothing alone, in %s', (kind) => {
	const world = useSession(kind);

	test('with rules for everything, all of them important: the toolbar is as large and as visible as anywhere', async () => {
		const { page, ui } = await world.openArticle({ lastInBody: EVERYTHING_IMPORTANT });
		const plain = await world.openArticle();
		await selectInArticle(plain.page, PASSAGE.first);
		const usual = await (await plain.ui.toolbar('Annotate').element()).boundingBox();
		await page.bringToFront();
		await selectInArticle(page, PASSAGE.first);
		const bar = await (await ui.toolbar('Annotate').element()).boundingBox();
		expect([bar?.width, bar?.height]).toEqual([usual?.width, usual?.height]);
		await ui.button('Green').click();
		await waitForWords(page, [PASSAGE.first]);
	});

	test('covered by an element above all others: the toolbar lies above that', async () => {
		const { page, ui } = await world.openArticle({ lastInBody: COVER });
		await selectInArticle(page, PASSAGE.first);
		const box = await (await ui.button('Green').element()).boundingBox();
		if (box === null) throw new Error('not shown');
		const top = await page.evaluate(
			(x, y) => document.elementFromPoint(x, y)?.localName,
			box.x + box.width / 2,
			box.y + box.height / 2,
		);
		expect(top).toBe(await page.$eval(HOST, ({ localName }) => localName));
		await ui.button('Green').click();
		await waitForWords(page, [PASSAGE.first]);
	});

	test('that keeps every key for itself: what is highlighted and written by key is there', async () => {
		const { page, ui } = await world.openArticle({ firstInHead: KEY_TRAP });
		await selectInArticle(page, PASSAGE.first);
		await page.keyboard.press('n');
		await ui.textbox('Note').element();
		await page.keyboard.type('kept');
		await page.keyboard.press('Escape');
		await ui.dialog('Annotation').waitUntilGone();
		await page.reload();
		await waitForWords(page, [PASSAGE.first]);
	});

	test('that throws out every element of ours: keys highlight all the same, and nobody fights over it', async () => {
		const { page } = await world.openArticle({ lastInBody: BOUNCER });
		await selectWords(page, PASSAGE.first);
		await page.keyboard.press('h');
		await waitForWords(page, [PASSAGE.first]);
		const before = await thrownOut(page);
		await new Promise((resolve) => setTimeout(resolve, 500));
		expect((await thrownOut(page)) - before).toBeLessThan(3);
		await page.reload();
		await waitForWords(page, [PASSAGE.first]);
	});

	test('is printed: the words stay painted, and what was begun goes on', async () => {
		const { page, ui } = await world.openArticle();
		await selectInArticle(page, PASSAGE.first);
		await ui.button('Green').click();
		await waitForWords(page, [PASSAGE.first]);
		await selectInArticle(page, PASSAGE.third);
		await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
		expect((await page.pdf()).length).toBeGreaterThan(1000);
		await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
		expect(await paintedTexts(page)).toMatchObject([{ text: PASSAGE.first }]);
		await ui.button('Yellow').click();
		await waitForWords(page, [PASSAGE.first, PASSAGE.third]);
	});

	test('of which 10,000 words are selected at once: they are one passage, here and after a reload', async () => {
		const words = Array.from({ length: 10_000 }, (_, k) => `mot${k}`);
		const paragraphs = Array.from({ length: 100 }, (_, k) => words.slice(100 * k, 100 * k + 100).join(' '));
		const { page } = await world.openArticle({ body: paragraphs.map((text) => `<p>${text}.</p>`).join('\n') });
		await page.evaluate(() => {
			const all = document.querySelectorAll('.t-content__body > p');
			getSelection()?.setBaseAndExtent(all[0]!, 0, all[all.length - 1]!, 1);
		});
		await page.keyboard.press('h');
		const isWhole = async (): Promise<boolean> => {
			const text = (await paintedTexts(page)).map((painted) => painted.text).join(' ');
			return text.startsWith('mot0 mot1 ') && text.includes('mot9999');
		};
		await waitUntil('the passage of 10,000 words', isWhole);
		await page.reload();
		await waitUntil('the passage of 10,000 words again', isWhole);
	});
});
