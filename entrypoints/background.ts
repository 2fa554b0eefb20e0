import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { checkFingerprint, checkId } from '../utils/domain/check-field.ts';
import { Fault, type Result } from '../utils/domain/fault.ts';
import { createReceiver } from '../utils/messaging/channel.ts';
import type { BackgroundCommands } from '../utils/messaging/protocol.ts';
import { openStore } from '../utils/storage/store.ts';
import { answerBySender } from './shared/answer-by-sender.ts';
import { followArchivePermission } from './shared/archive-permission.ts';
import { dailyBackup } from './shared/backup/daily-backup.ts';
import { offerContextMenu } from './shared/context-menu.ts';
import { noteFault, noteUnexpected } from './shared/diagnostic-log.ts';
import { loadMessages } from './shared/load-messages.ts';
import { loadAskedScript } from './shared/load-page-script.ts';
import { notifyTabs } from './shared/notify-tabs.ts';
import { comparisonAddress } from './shared/reader/reader-address.ts';
import { type StoreCommands, storeHandlers } from './shared/store-handlers.ts';
import { togglePanel } from './shared/toggle-panel.ts';

/**
 * Answers pages and writes for them. Keeps no state between messages: it may be killed at any moment.
 * A module, so that it shares the store's code with the extension's pages instead of holding another copy.
 */
export default defineBackground({ type: 'module', main });

function main(): void {
	const self = { id: browser.runtime.id, ownPages: browser.runtime.getURL('/') };
	const store = openStore();
	const keepDaily = dailyBackup();
	const handlers = storeHandlers<number | undefined>(store, (articleId, tabId) => {
		void notifyTabs(articleId, tabId);
		keepDaily();
	});
	const report = (error: unknown): void => noteUnexpected('background', error);
	const receive = createReceiver<BackgroundCommands, number>(
		{
			...handlers,
			loadScript: async ({ script }, tabId) => await loadAskedScript(tabId, script),
			getMessages: async ({ language }) => await loadMessages(language),
			openInReader: async ({ article, version, at }, tabId) => {
				const { id } = await store.keepArticle(article, version, at);
				await browser.tabs.update(tabId, { url: browser.runtime.getURL(`/reader.html?article=${id}`) });
			},
			showChanges: async ({ articleId, version }) => {
				const address = comparisonAddress(checkId(articleId), checkFingerprint(version), '');
				await browser.tabs.create({ url: browser.runtime.getURL(`/${address}`) });
			},
			editNoteOutside: async ({ id }, tabId) => {
				if (typeof id !== 'string') throw new Fault('invalid');
				const url = browser.runtime.getURL(`/popup.html?tab=${tabId}&edit=${encodeURIComponent(id)}`);
				await browser.windows.create({ url, type: 'popup', width: 460, height: 620 });
			},
			noteUnexpected: async (error) => noteUnexpected('page', error),
		},
		report,
	);
	const receiveFromOwnPage = createReceiver<StoreCommands, undefined>(handlers, report);

	browser.runtime.onMessage.addListener(
		answerBySender(
			self,
			(message, tabId) => noting(message, receive(message, tabId)),
			(message) => noting(message, receiveFromOwnPage(message, undefined)),
		),
	);
	browser.commands.onCommand.addListener((command, tab) => {
		if (command === 'toggle-panel') void togglePanel(tab);
	});
	const purge = (): void => void store.purgeTrash(new Date().toISOString()).catch(report);
	browser.runtime.onStartup.addListener(purge);
	browser.runtime.onInstalled.addListener(purge);
	followArchivePermission();
	offerContextMenu();
}

/** Writes down what a command met with; undefined, as before, for a message that is none. */
function noting(message: unknown, answering: Promise<Result<unknown>> | undefined): Promise<unknown> | undefined {
	return answering?.then((answer) => {
		if (!answer.ok) noteFault(`background ${(message as { name: string }).name}`, answer.fault);
		return answer;
	});
}
