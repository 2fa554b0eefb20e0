import { browser } from 'wxt/browser';
import type { StorageState } from '../../components/library/health-data.ts';

/**
 * What the browser tells of the room that is taken. Chrome says of no extension that its storage persists, but clears none
 * that may store without limit.
 */
export async function readStorageState(): Promise<Omit<StorageState, 'isRefused'>> {
	const isFirefox = browser.runtime.getURL('/').startsWith('moz-');
	const [estimate, isPersisted] = await Promise.all([
		navigator.storage.estimate().catch(() => undefined),
		navigator.storage.persisted().catch(() => false),
	]);
	return { used: estimate?.usage, granted: estimate?.quota, isKept: isPersisted || !isFirefox };
}

/** Asks the browser never to clear the storage by itself; whether it agreed. */
export async function askToKeepStorage(): Promise<boolean> {
	return await navigator.storage.persist().catch(() => false);
}
