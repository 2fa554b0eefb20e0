import { browser } from 'wxt/browser';
import type { SettingsState } from '../../components/settings/settings-state.ts';
import { loadLastBackup } from '../shared/backup/last-backup.ts';

/** What the browser keeps of itself and only tells. */
export async function readBrowserFacts(): Promise<
	Pick<SettingsState, 'panelKey' | 'fileAccess' | 'browser' | 'lastBackup'>
> {
	const [commands, isFileAccess, lastBackup] = await Promise.all([
		browser.commands.getAll(),
		browser.extension.isAllowedFileSchemeAccess(),
		loadLastBackup(),
	]);
	return {
		panelKey: commands.find(({ name }) => name === 'toggle-panel')?.shortcut ?? '',
		fileAccess: isFileAccess ? 'granted' : 'refused',
		lastBackup,
		browser: browser.runtime.getURL('/').startsWith('moz-') ? 'firefox' : 'chrome',
	};
}

/** Firefox's own way to its page of keys; the types are Chrome's. */
interface FirefoxCommands {
	openShortcutSettings?(): Promise<void>;
}

/** Opens the page of the browser on which the keys of extensions are changed. */
export async function openBrowserKeys(kind: SettingsState['browser']): Promise<void> {
	if (kind === 'firefox') await (browser.commands as FirefoxCommands).openShortcutSettings?.();
	else await browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
}
