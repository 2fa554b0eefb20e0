import type { Page } from 'puppeteer-core';
import type { Session } from '../browser/open-session.ts';

/** Of a passage, in code units. */
const LENGTH = 60;

/**
 * Stores annotations of an open article, by the very message the page sends: passages of a sentence's length spread over its text.
 * The annotations are made from what the page reports; nothing is written behind the extension's back.
 */
export async function seedAnnotations(session: Session, page: Page, count: number): Promise<void> {
	const tabId = await session.tabIdOf(page);
	const text = await page.evaluate(() =>
		[...document.querySelectorAll('.t-content__body p')]
			.map((element) => (element.textContent ?? '').replace(/\s+/g, ' ').trim())
			.filter(Boolean)
			.join('\n'),
	);
	const step = Math.floor((text.length - 2 * LENGTH) / count);
	const quotes = Array.from({ length: count }, (_, index) => {
		const start = index * step;
		return {
			exact: text.slice(start, start + LENGTH),
			prefix: text.slice(Math.max(0, start - 32), start),
			suffix: text.slice(start + LENGTH, start + LENGTH + 32),
			start,
		};
	});
	const extensionPage = await session.openExtensionPage(`popup.html?tab=${tabId}`);
	const failure = await extensionPage.evaluate(
		async ({ tabId, quotes, text, address }) => {
			const at = '2026-01-01T00:00:00.000Z';
			const { value: report } = await chrome.tabs.sendMessage(tabId, { enMarge: 1, name: 'getPage', request: {} });
			const version = { fingerprint: 'a'.repeat(64), captured: at, address, text };
			for (const { exact, prefix, suffix, start } of quotes) {
				const request = {
					article: { facts: report.facts, keys: report.keys, address },
					version,
					id: crypto.randomUUID(),
					at,
					draft: {
						selectors: {
							quote: { type: 'TextQuoteSelector', exact, prefix, suffix },
							position: { type: 'TextPositionSelector', start, end: start + exact.length },
						},
						color: 'yellow',
						style: 'solid',
						note: '',
						tags: [],
					},
				};
				const answer = await chrome.runtime.sendMessage({ enMarge: 1, name: 'createAnnotation', request });
				if (!answer?.ok) return JSON.stringify(answer);
			}
			return undefined;
		},
		{ tabId, quotes, text, address: page.url() },
	);
	await extensionPage.close();
	if (failure !== undefined) throw new Error(`annotations could not be stored: ${failure}`);
}

/** The extension's API, in a page of the extension. */
declare const chrome: {
	readonly tabs: {
		sendMessage(tabId: number, message: unknown): Promise<{ value: { facts: unknown; keys: unknown } }>;
	};
	readonly runtime: { sendMessage(message: unknown): Promise<{ ok: boolean } | undefined> };
};
