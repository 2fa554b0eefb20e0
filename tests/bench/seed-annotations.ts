import type { Page } from 'puppeteer-core';
import type { Session } from '../browser/open-session.ts';
import { paintedTexts } from '../browser/painted-texts.ts';
import { selectWords } from '../browser/select-words.ts';
import { waitUntil } from '../browser/wait-until.ts';

/** Of a passage, in code units. */
const LENGTH = 40;

/**
 * Stores annotations of an open article, spread over its text: the first by a reader's hand, which has En marge keep the article; the
 * others by the very message the page sends, made from the text that was kept.
 */
export async function seedAnnotations(session: Session, page: Page, count: number): Promise<void> {
	const words = await page.$eval('.t-content__chapo', (element) => (element.textContent ?? '').trim().slice(0, 20));
	await selectWords(page, words);
	await page.keyboard.press('h');
	await waitUntil('the first painted passage', async () => (await paintedTexts(page)).length > 0);
	const tabId = await session.tabIdOf(page);
	const extensionPage = await session.openExtensionPage('manifest.json');
	const failure = await waitUntil('the seeded annotations', () =>
		extensionPage.evaluate(storeFromKeptText, { tabId, count: count - 1, length: LENGTH }),
	);
	await extensionPage.close();
	if (failure !== 'stored') throw new Error(`annotations could not be stored: ${failure}`);
}

/** Runs in a page of the extension. Undefined while the article is not kept yet. */
async function storeFromKeptText({ tabId, count, length }: { tabId: number; count: number; length: number }) {
	const answer = await chrome.tabs.sendMessage(tabId, { enMarge: 1, name: 'getPage', request: {} });
	const { facts, keys } = answer.value;
	const opened = await chrome.runtime.sendMessage({ enMarge: 1, name: 'openArticle', request: { keys } });
	const [first] = opened?.value?.annotations ?? [];
	if (first === undefined) return undefined;
	const read = { articleId: first.articleId, fingerprints: [first.version] };
	const versions = await chrome.runtime.sendMessage({ enMarge: 1, name: 'readVersions', request: read });
	const text = versions?.value?.[first.version];
	if (typeof text !== 'string') return undefined;
	const at = '2026-01-01T00:00:00.000Z';
	const address = facts.url;
	const version = { fingerprint: first.version, captured: at, address, text };
	const step = Math.floor((text.length - 2 * length) / count);
	for (let index = 0; index < count; index++) {
		const start = index * step;
		const end = start + length;
		const quote = { exact: text.slice(start, end), prefix: text.slice(Math.max(0, start - 32), start) };
		const selectors = {
			quote: { type: 'TextQuoteSelector', ...quote, suffix: text.slice(end, end + 32) },
			position: { type: 'TextPositionSelector', start, end },
		};
		const draft = { selectors, color: 'yellow', style: 'solid', note: '', tags: [] };
		const request = { article: { facts, keys, address }, version, id: crypto.randomUUID(), at, draft };
		const stored = await chrome.runtime.sendMessage({ enMarge: 1, name: 'createAnnotation', request });
		if (!stored?.ok) return JSON.stringify(stored);
	}
	return 'stored';
}

interface Facts {
	readonly url: string;
}

/** The extension's API, in a page of the extension. */
declare const chrome: {
	readonly tabs: {
		sendMessage(tabId: number, message: unknown): Promise<{ value: { facts: Facts; keys: readonly string[] } }>;
	};
	readonly runtime: {
		// biome-ignore lint/suspicious/noExplicitAny: each message has an answer of its own shape.
		sendMessage(message: unknown): Promise<{ ok: boolean; value?: any } | undefined>;
	};
};
