import type { Page } from 'puppeteer-core';
import type { Session } from '../browser/open-session.ts';
import { paintedTexts } from '../browser/painted-texts.ts';
import { selectWords } from '../browser/select-words.ts';
import { waitUntil } from '../browser/wait-until.ts';

/** Of a passage, in code units. */
const LENGTH = 40;

/**
 * Stores annotations of an open article, spread over its text: the first by a reader's hand, which has En marge keep the
 * article; the others, with notes of all lengths or without any, beside it in the database, made from the text that was kept.
 */
export async function seedAnnotations(session: Session, page: Page, count: number, withNotes = false): Promise<void> {
	const words = await page.$eval('.t-content__chapo', (element) => (element.textContent ?? '').trim().slice(0, 20));
	await selectWords(page, words);
	await page.keyboard.press('h');
	await waitUntil('the first painted passage', async () => (await paintedTexts(page)).length > 0);
	const extensionPage = await session.openExtensionPage('manifest.json');
	await waitUntil(
		'the seeded annotations',
		async () => (await extensionPage.evaluate(MULTIPLY(count - 1, withNotes))) === true,
	);
	await extensionPage.close();
}

/** Runs in a page of the extension, as text: what the loader of this file adds to functions is not there. */
const MULTIPLY = (count: number, withNotes: boolean): string => `(async () => {
	const done = (request) => new Promise((resolve, reject) => {
		request.onsuccess = () => resolve(request.result);
		request.onerror = () => reject(request.error);
	});
	const database = await done(indexedDB.open('en-marge'));
	const transaction = database.transaction(['versions', 'annotations'], 'readwrite');
	const annotations = transaction.objectStore('annotations');
	const all = await done(annotations.getAll());
	const first = all.sort((a, b) => (a.created < b.created ? -1 : 1)).at(-1);
	const versions = await done(transaction.objectStore('versions').getAll());
	const text = versions.find(({ articleId }) => articleId === first?.articleId)?.text;
	// The article is not kept yet.
	if (text === undefined) return false;
	const step = Math.floor((text.length - ${2 * LENGTH}) / ${count});
	for (let index = 0; index < ${count}; index++) {
		const start = index * step;
		const end = start + ${LENGTH};
		const quote = { exact: text.slice(start, end), prefix: text.slice(Math.max(0, start - 32), start) };
		const selectors = {
			quote: { type: 'TextQuoteSelector', ...quote, suffix: text.slice(end, end + 32) },
			position: { type: 'TextPositionSelector', start, end },
		};
		const note = ${withNotes} ? 'Une note de la marge. '.repeat(index % 11) : '';
		annotations.put({ ...first, id: crypto.randomUUID(), selectors, note });
	}
	await new Promise((resolve, reject) => {
		transaction.oncomplete = resolve;
		transaction.onabort = () => reject(transaction.error);
	});
	database.close();
	return true;
})()`;
