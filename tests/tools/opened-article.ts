import type { Page } from 'puppeteer-core';
import type { Session } from '../browser/open-session.ts';
import { waitUntil } from '../browser/wait-until.ts';

/** How long a page may say that it is no article before it is believed: its scripts may still be building it. */
const BELIEVED_AFTER_MS = 3000;

interface Report {
	readonly kind: 'article' | 'not-article';
	readonly reason?: string;
}

/**
 * Waits until the article of a page can be annotated: in place, or in the reader that En marge leads a text copy to.
 * Throws the reason where the page is no article.
 */
export async function waitForArticle(session: Session, page: Page): Promise<void> {
	const tabId = await session.tabIdOf(page);
	const asking = await session.openExtensionPage('popup.html?tab=0');
	let deniedSince = 0;
	let reason = '';
	await waitUntil(`En marge at work in ${page.url()}`, async () => {
		const report = await asking.evaluate(askPage, tabId);
		if (report?.kind === 'article') return true;
		const isDenied = report?.kind === 'not-article' && report.reason !== 'loading';
		reason = isDenied ? (report.reason ?? '') : '';
		deniedSince = isDenied ? deniedSince || Date.now() : 0;
		return isDenied && Date.now() - deniedSince > BELIEVED_AFTER_MS;
	});
	await asking.close();
	await page.bringToFront();
	if (reason !== '') throw new Error(`Not an RFI article: ${reason}.`);
}

/** The little of the extension API that is asked. */
declare const chrome: { readonly tabs: { sendMessage(tabId: number, message: unknown): Promise<unknown> } };

/** In a page of the extension: what does our script in that tab say of its page? Undefined where nobody answers. */
async function askPage(tabId: number): Promise<Report | undefined> {
	const message = { enMarge: 1, name: 'getPage', request: {} };
	const answer = (await chrome.tabs.sendMessage(tabId, message).catch(() => undefined)) as
		| { readonly value?: Report }
		| undefined;
	return answer?.value;
}
