import type { Page } from 'puppeteer-core';
import { inPageUi } from '../browser/in-page-ui.ts';
import { paintedTexts } from '../browser/painted-texts.ts';
import { waitUntil } from '../browser/wait-until.ts';
import { longArticle, passage, UNMARKED } from './long-articles.ts';

/** Acts of one visit, see below. */
export const ACTS_A_VISIT = 10;
/** Passages that a visit leaves annotated. */
export const KEPT_A_VISIT = 2;

/**
 * Opens the n-th article, for the `turn`-th time, and does ten things there: two highlights by key, one with a note, the note
 * written, undo, redo, a walk to an annotation, a highlight by the reading cursor, undo of it, and one deleted from the panel.
 * Each has to be seen before the next: in the page, and in the end in the panel.
 */
export async function visit(page: Page, panel: Page, n: number, turn: number): Promise<void> {
	await page.bringToFront();
	await page.goto(longArticle(n).url);
	let painted = turn * KEPT_A_VISIT;
	await waitForCount(page, painted);
	const first = turn * 3;
	const press = (key: string) => page.keyboard.press(key as 'a');

	for (const [index, key] of ['1', '2'].entries()) {
		await select(page, passage(n, first + index));
		await press(key);
		await waitForCount(page, ++painted);
	}
	await select(page, passage(n, first + 2));
	await press('n');
	await waitForCount(page, ++painted);
	const ui = inPageUi(page);
	await ui.textbox('Note').element();
	await page.keyboard.type(`Note ${n}.`);
	await press('Escape');
	await ui.dialog('Annotation').waitUntilGone();
	await step(page, false);
	await step(page, true);
	await waitForCount(page, painted);
	await press(']');
	await waitForCursor(page, true);
	await press('Escape');
	await waitForCursor(page, false);

	await select(page, UNMARKED, first + 2);
	await press('s');
	await waitForCursor(page, true);
	await press('ArrowDown');
	await press('4');
	await waitForCount(page, ++painted);
	await press('Escape');
	await waitForCursor(page, false);
	// Stored as well: what is done in the panel before that would be what is taken back.
	await waitUntil('one more in the panel', async () => (await listedCount(panel)) === painted);
	await step(page, false);
	await waitForCount(page, --painted);
	await waitUntil('the same in the panel', async () => (await listedCount(panel)) === painted);
	await panel.evaluate(() => {
		document.querySelector<HTMLElement>('.item button.danger')?.click();
	});
	await waitForCount(page, --painted);
	await waitUntil('one less in the panel', async () => (await listedCount(panel)) === painted);
}

async function step(page: Page, again: boolean): Promise<void> {
	await page.keyboard.down('Control');
	if (again) await page.keyboard.down('Shift');
	await page.keyboard.press('z');
	if (again) await page.keyboard.up('Shift');
	await page.keyboard.up('Control');
}

/** Where the reading cursor is, it is painted. */
async function waitForCursor(page: Page, isThere: boolean): Promise<void> {
	await waitUntil(`the reading cursor ${isThere ? 'there' : 'gone'}`, async () => {
		const painted = await paintedTexts(page);
		return painted.some(({ name }) => name === 'en-marge-cursor') === isThere;
	});
}

async function waitForCount(page: Page, count: number): Promise<void> {
	let seen: string[] = [];
	await waitUntil(`${count} passages painted`, async () => {
		const painted = await paintedTexts(page);
		seen = painted.filter(({ name }) => name !== 'en-marge-cursor').map(({ text }) => text);
		return seen.length === count;
	}).catch(async (error: Error) => {
		const said = await inPageUi(page).text();
		const selected = await page.evaluate(() => `${getSelection()} ${document.hasFocus()}`);
		throw new Error(`${error.message}: ${JSON.stringify({ seen, said, selected, url: page.url() })}`);
	});
}

const listedCount = (panel: Page): Promise<number> =>
	panel.$eval('[aria-setsize]', (item) => Number(item.getAttribute('aria-setsize'))).catch(() => 0);

/** As a script selects: quicker than a hand, and the keys pressed on it are real. Waits until En marge has seen it. */
async function select(page: Page, words: string, nth = 0): Promise<void> {
	await setSelection(page, words, nth);
	await inPageUi(page).toolbar('Annotate').element();
}

function setSelection(page: Page, words: string, nth: number): Promise<void> {
	return page.evaluate(
		(wanted, skip) => {
			let left = skip;
			const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
			while (walker.nextNode()) {
				const text = walker.currentNode as Text;
				const at = text.data.indexOf(wanted);
				if (at < 0 || left-- > 0) continue;
				text.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
				getSelection()?.setBaseAndExtent(text, at, text, at + wanted.length);
				return;
			}
			throw new Error(`not in the page: ${wanted}`);
		},
		words,
		nth,
	);
}
