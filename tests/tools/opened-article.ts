import { JSDOM } from 'jsdom';
import type { Page } from 'puppeteer-core';
import { recognise } from '../../utils/article/recognise.ts';
import type { Session } from '../browser/open-session.ts';
import { waitUntil } from '../browser/wait-until.ts';

/** How long a page may be silent before it is asked why: its scripts may still be building it. */
const SILENCE_MS = 3000;

/**
 * Waits until the article of a page can be annotated: in place, or in the reader that En marge leads a text copy to.
 * Throws the reason where the page is no article.
 */
export async function waitForArticle(session: Session, page: Page): Promise<void> {
	const tabId = await session.tabIdOf(page);
	const asking = await session.openExtensionPage('popup.html?tab=0');
	let askAgainAt = Date.now() + SILENCE_MS;
	const denied = await waitUntil(`En marge at work in ${page.url()}`, async () => {
		if (await asking.evaluate(saysArticle, tabId)) return { reason: undefined };
		if (Date.now() < askAgainAt) return undefined;
		const reason = await whyNoArticle(page);
		askAgainAt = Date.now() + SILENCE_MS;
		return reason === undefined ? undefined : { reason };
	});
	await asking.close();
	if (denied.reason !== undefined) throw new Error(`Not an RFI article: ${denied.reason}.`);
	await page.bringToFront();
}

/** The little of the extension API that is asked. */
declare const chrome: { readonly tabs: { sendMessage(tabId: number, message: unknown): Promise<unknown> } };

/** In a page of the extension: does our script in that tab take its page for an article? A page that is none is silent. */
async function saysArticle(tabId: number): Promise<boolean> {
	const message = { enMarge: 1, name: 'getPage', request: {} };
	const answer = await chrome.tabs.sendMessage(tabId, message).catch(() => undefined);
	return (answer as { value?: { kind?: string } } | undefined)?.value?.kind === 'article';
}

/** Recognises the page again, from outside, as it stands now; undefined where it is an article. */
async function whyNoArticle(page: Page): Promise<string | undefined> {
	const address = page.url();
	const { window } = new JSDOM(await page.content(), { url: address });
	const recognition = recognise(window.document, address);
	window.close();
	return recognition.kind === 'not-article' ? recognition.reason : undefined;
}
