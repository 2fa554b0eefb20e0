import { browser } from 'wxt/browser';
import type { Instant } from '../../utils/domain/annotation.ts';

/** When a backup was last saved outside the browser. */
export async function readLastBackup(): Promise<Instant | 'never'> {
	const { lastBackup } = await browser.storage.local.get('lastBackup');
	return typeof lastBackup === 'string' && !Number.isNaN(Date.parse(lastBackup)) ? lastBackup : 'never';
}
