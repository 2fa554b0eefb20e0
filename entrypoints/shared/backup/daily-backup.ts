import { openExchangeStore } from '../../../utils/storage/exchange-store.ts';
import { noteUnexpected } from '../diagnostic-log.ts';
import { keepBackup } from './rolling-backups.ts';

/** After what the reader just did, so that it waits for nothing, in milliseconds. */
const LATER_MS = 5_000;

/**
 * To be called whenever something is stored: soon after, the backup of today is made where there is none. Which there are is
 * seen from the files; the day is remembered only so that they are not looked through after every act.
 */
export function dailyBackup(): () => void {
	let lookedOn: string | undefined;
	return () => {
		const today = new Date().toISOString().slice(0, 10);
		if (lookedOn === today) return;
		lookedOn = today;
		setTimeout(() => void make(), LATER_MS);
	};
}

async function make(): Promise<void> {
	const store = openExchangeStore();
	try {
		await keepBackup(store, new Date().toISOString());
	} catch (error) {
		noteUnexpected('background backup', error);
	} finally {
		store.close();
	}
}
