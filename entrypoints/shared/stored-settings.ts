import { browser } from 'wxt/browser';
import { readSettings, type Settings } from '../../utils/domain/settings.ts';

const KEY = 'settings';

/** What was decided, or the defaults where nothing was or the browser does not tell. */
export async function loadSettings(): Promise<Settings> {
	try {
		const stored = await browser.storage.sync.get(KEY);
		return readSettings(stored[KEY]);
	} catch {
		return readSettings(undefined);
	}
}

/** Keeps the settings, on this machine and wherever the browser synchronises to. Rejects where that is refused. */
export async function saveSettings(settings: Settings): Promise<void> {
	await browser.storage.sync.set({ [KEY]: settings });
}

/** Tells of every change from here on, wherever it was made. Returns how to stop. */
export function watchSettings(next: (settings: Settings) => void): () => void {
	const changed: Parameters<typeof browser.storage.onChanged.addListener>[0] = (changes, area) => {
		if (area === 'sync' && changes[KEY] !== undefined) next(readSettings(changes[KEY].newValue));
	};
	browser.storage.onChanged.addListener(changed);
	return () => browser.storage.onChanged.removeListener(changed);
}
