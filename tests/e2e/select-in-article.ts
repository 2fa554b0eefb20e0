import type { Page } from 'puppeteer-core';
import { inPageUi } from '../browser/in-page-ui.ts';
import { selectWords } from '../browser/select-words.ts';

/** Selects words of an article with the mouse and waits until En marge offers what can be done with them. */
export async function selectInArticle(page: Page, words: string, nth = 0): Promise<void> {
	await selectWords(page, words, nth);
	await inPageUi(page).toolbar('Annotate').element();
}
