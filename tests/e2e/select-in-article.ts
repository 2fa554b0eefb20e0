import type { Page } from 'puppeteer-core';
import { inPageUi } from '../browser/in-page-ui.ts';
import { selectWords } from '../browser/select-words.ts';
import { waitUntil } from '../browser/wait-until.ts';

/** Selects words of an article with the mouse and waits until En marge offers what can be done with them. */
export async function selectInArticle(page: Page, words: string, nth = 0): Promise<void> {
	await selectWords(page, words, nth);
	const toolbar = inPageUi(page).toolbar('Annotate');
	await waitUntil(`the toolbar at "${words}"`, async () => {
		if (await toolbar.isThere()) return true;
		await page.evaluate(scrollSelectionBack);
		return false;
	});
}

/** Firefox goes to where a page was scrolled to before a reload when it has drawn it, whatever was selected meanwhile. */
function scrollSelectionBack(): void {
	const selected = getSelection()?.rangeCount === 1 ? getSelection()!.getRangeAt(0) : undefined;
	if (selected === undefined) return;
	const { top, bottom } = selected.getBoundingClientRect();
	if (bottom < 0 || top > innerHeight) scrollBy({ top: top - innerHeight / 2, behavior: 'instant' });
}
