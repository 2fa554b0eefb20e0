import { browser } from 'wxt/browser';
import { ARCHIVE_ORIGINS } from './archive-origins.ts';

const SCRIPT_ID = 'loader-on-archives';

/** Keeps the loader registered on just those archives that the reader has allowed. */
export function followArchivePermission(): void {
	const follow = (): void => void registerLoader().catch((error) => console.error('En marge:', error));
	browser.permissions.onAdded.addListener(follow);
	browser.permissions.onRemoved.addListener(follow);
	browser.runtime.onInstalled.addListener(follow);
	browser.runtime.onStartup.addListener(follow);
}

async function registerLoader(): Promise<void> {
	const { origins = [] } = await browser.permissions.getAll();
	const matches = ARCHIVE_ORIGINS.filter((origin) => origins.includes(origin));
	const registered = await browser.scripting.getRegisteredContentScripts({ ids: [SCRIPT_ID] });
	if (registered.length > 0) await browser.scripting.unregisterContentScripts({ ids: [SCRIPT_ID] });
	if (matches.length === 0) return;
	await browser.scripting.registerContentScripts([
		{ id: SCRIPT_ID, matches, js: ['/loader.js'], runAt: 'document_start', persistAcrossSessions: true },
	]);
}
