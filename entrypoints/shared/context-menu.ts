import { browser } from 'wxt/browser';
import type { MessageKey } from '../../components/translation.ts';
import { ARCHIVE_ORIGINS } from './archive-origins.ts';
import { loadVocabulary } from './load-messages.ts';
import { pageSender } from './notify-tabs.ts';
import { loadSettings, watchSettings } from './stored-settings.ts';
import { setVocabulary, translate } from './translate.ts';

/** What the menu over selected words offers. */
const ITEMS = { highlight: 'actHighlight', note: 'actHighlightNote' } as const satisfies Record<string, MessageKey>;

/** Where articles may be; on a page of these that holds none the items do nothing. */
const PLACES = ['*://*.rfi.fr/*', 'file:///*', ...ARCHIVE_ORIGINS];

/**
 * Offers in the browser's own menu over selected words what the toolbar offers. The browser keeps the menu while the
 * background sleeps: it is made at installation, at the browser's start, and when the language may have changed.
 */
export function offerContextMenu(): void {
	let made: Promise<void> = Promise.resolve();
	const make = (): void => {
		made = made.then(makeMenu).catch((error) => console.error('En marge:', error));
	};
	browser.runtime.onInstalled.addListener(make);
	browser.runtime.onStartup.addListener(make);
	watchSettings(make);
	browser.contextMenus.onClicked.addListener(({ menuItemId, frameId }, tab) => {
		if (tab?.id === undefined || (frameId ?? 0) !== 0) return;
		// Where nobody answers there is no article, and nothing to be done.
		void pageSender(tab.id)('annotateSelection', { note: menuItemId === 'note' });
	});
}

async function makeMenu(): Promise<void> {
	setVocabulary(await loadVocabulary(await loadSettings()));
	await browser.contextMenus.removeAll();
	for (const [id, key] of Object.entries(ITEMS)) {
		await createItem({
			id,
			title: translate(key),
			contexts: ['selection'],
			documentUrlPatterns: [...PLACES, browser.runtime.getURL('/reader.html*' as '/reader.html')],
		});
	}
}

/** Tells by callback alone whether it worked. */
function createItem(item: Parameters<typeof browser.contextMenus.create>[0]): Promise<void> {
	return new Promise((resolve, reject) => {
		browser.contextMenus.create(item, () => {
			const { lastError } = browser.runtime;
			if (lastError) reject(new Error(lastError.message));
			else resolve();
		});
	});
}
