import { browser } from 'wxt/browser';
import { createSender } from '../../utils/messaging/channel.ts';
import type { PageCommands } from '../../utils/messaging/protocol.ts';

/** Speaks to the page in a tab: to our script in it, or to our own page. */
export function pageSender(tabId: number) {
	return createSender<PageCommands>((message) => browser.tabs.sendMessage(tabId, message, { frameId: 0 }));
}

/**
 * Tells every tab that something about an article was stored. Which tabs show it is not kept anywhere (the background
 * may be killed at any moment): each page knows its own article and ignores what concerns another.
 * @param except the tab that it comes from, where that shows it already
 */
export async function notifyTabs(articleId: string, except?: number): Promise<void> {
	await tellTabs({ articleId }, except);
}

/** Beyond so many articles every page that shows one looks again: there are fewer pages than messages would be. */
const MOST_NAMED = 20;

/** Tells every tab of what was stored about several articles. */
export async function notifyTabsOfMany(articleIds: readonly string[]): Promise<void> {
	const ids = new Set(articleIds);
	if (ids.size > MOST_NAMED) await tellTabs({});
	else for (const articleId of ids) await tellTabs({ articleId });
}

async function tellTabs(what: Parameters<PageCommands['annotationsChanged']>[0], except?: number): Promise<void> {
	const tabs = await browser.tabs.query({ discarded: false });
	const others = tabs.flatMap(({ id }) => (id === undefined || id === except ? [] : [id]));
	await Promise.all(others.map((id) => pageSender(id)('annotationsChanged', what)));
}
