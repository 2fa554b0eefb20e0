import { browser } from 'wxt/browser';
import type { Instant } from '../../../utils/domain/annotation.ts';

const KEY = 'lastBackup';

/** When a backup was last saved outside the browser; undefined where none was, or the browser does not tell. */
export async function loadLastBackup(): Promise<Instant | undefined> {
	try {
		const stored = await browser.storage.local.get(KEY);
		const at = stored[KEY];
		return typeof at === 'string' && !Number.isNaN(Date.parse(at)) ? at : undefined;
	} catch {
		return undefined;
	}
}

export async function noteLastBackup(at: Instant): Promise<void> {
	await browser.storage.local.set({ [KEY]: at });
}
