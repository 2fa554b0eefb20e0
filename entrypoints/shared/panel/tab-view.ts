import { browser } from 'wxt/browser';
import type { NotArticleHints } from '../../../components/panel/panel-state.ts';
import { readRfiAddress } from '../../../utils/article/address.ts';
import type { PageReport } from '../../../utils/messaging/protocol.ts';
import { isArchiveAddress } from '../archive-origins.ts';
import { pageSender } from '../notify-tabs.ts';

export const SITE_ORIGIN = '*://*.rfi.fr/*';

/** What can be known of a tab: our script's word where there is one, else hints. */
export type TabView =
	| {
			readonly kind: 'report';
			readonly report: Extract<PageReport, { kind: 'article' }>;
			readonly privateWindow: boolean;
	  }
	/** Our own reader, which shows a stored article. */
	| { readonly kind: 'reader'; readonly articleId: string; readonly privateWindow: boolean }
	/** A page of rfi.fr that has not answered yet: what is stored under its address can be shown meanwhile. */
	| { readonly kind: 'address'; readonly key: string; readonly privateWindow: boolean }
	| { readonly kind: 'not-article'; readonly hints: NotArticleHints };

/** The tab named in our own address (`?tab=…`), or the active one. */
export async function tabInQuestion(search: string): Promise<number | undefined> {
	const named = Number(new URLSearchParams(search).get('tab') ?? Number.NaN);
	if (Number.isInteger(named)) return named;
	const [active] = await browser.tabs.query({ active: true, currentWindow: true });
	return active?.id;
}

/** What a tab's address alone tells; undefined where it tells nothing of an article. */
export async function viewAddress(tabId: number): Promise<Extract<TabView, { kind: 'address' }> | undefined> {
	const tab = await browser.tabs.get(tabId).catch(() => undefined);
	const address = readRfiAddress(tab?.url ?? '');
	if (address?.kind !== 'dated') return undefined;
	return { kind: 'address', key: `url:${address.url}`, privateWindow: tab?.incognito ?? false };
}

/** @param brief asks the page for where the passages are, and not for the annotations themselves */
export async function viewTab(tabId: number, brief = false): Promise<Exclude<TabView, { kind: 'address' }>> {
	const [tab, answer] = await Promise.all([
		browser.tabs.get(tabId).catch(() => undefined),
		pageSender(tabId)('getPage', { brief }),
	]);
	const privateWindow = tab?.incognito ?? false;
	if (answer.ok && answer.value.kind === 'article') return { kind: 'report', report: answer.value, privateWindow };
	const articleId = readerArticle(tab?.url);
	if (articleId !== undefined) return { kind: 'reader', articleId, privateWindow };
	return { kind: 'not-article', hints: await hintsFor(tab?.url) };
}

function readerArticle(url: string | undefined): string | undefined {
	if (!url?.startsWith(browser.runtime.getURL('/reader.html'))) return undefined;
	return new URL(url).searchParams.get('article') ?? undefined;
}

async function hintsFor(url: string | undefined): Promise<NotArticleHints> {
	const [fileAccess, siteAccess, archiveAccess] = await Promise.all([
		browser.extension.isAllowedFileSchemeAccess(),
		browser.permissions.contains({ origins: [SITE_ORIGIN] }),
		url !== undefined && isArchiveAddress(url)
			? browser.permissions.contains({ origins: [`${new URL(url).origin}/*`] })
			: Promise.resolve(true),
	]);
	// Without the access we are not even told the address: then it may be a file, and the help is shown.
	const maybeFile = url === undefined || url.startsWith('file:');
	return {
		fileAccess: maybeFile && !fileAccess ? 'refused' : 'granted',
		siteAccess,
		archive: !archiveAccess,
		closedToExtensions:
			url !== undefined && /^(?:chrome|about|edge|chrome-extension|moz-extension|view-source|devtools):/.test(url),
		refused: false,
		browser: browser.runtime.getURL('/').startsWith('moz-') ? 'firefox' : 'chrome',
	};
}
