import { browser } from 'wxt/browser';
import { addEntry, type DiagnosticEntry, describeError, readEntries } from '../../utils/domain/diagnostic-log.ts';

const KEY = 'diagnosticLog';

let writing: Promise<unknown> = Promise.resolve();

/**
 * Writes down, on this machine alone, that something unexpected happened in a part of En marge. A convenience: where it
 * cannot be written it is not.
 */
export function noteUnexpected(place: string, error: unknown): void {
	console.error('En marge:', error);
	write(place, describeError(error, browser.runtime.getURL('/').replace(/\/$/, '')));
}

/** The same of what the reader was told by its code. */
export function noteFault(place: string, code: string): void {
	write(place, `Fault ${code}`);
}

/** One after the other: what two write at once would be the last one's alone. */
function write(place: string, what: string): void {
	const { version } = browser.runtime.getManifest();
	const add = async (): Promise<void> => {
		const entries = addEntry(await loadDiagnosticLog(), new Date().toISOString(), { version, place, what });
		await browser.storage.local.set({ [KEY]: entries });
	};
	writing = writing.then(add).catch(() => undefined);
}

/** What was written down; nothing where the browser does not tell. */
export async function loadDiagnosticLog(): Promise<readonly DiagnosticEntry[]> {
	try {
		return readEntries((await browser.storage.local.get(KEY))[KEY]);
	} catch {
		return [];
	}
}

export async function clearDiagnosticLog(): Promise<void> {
	await browser.storage.local.remove(KEY);
}

/** Tells whenever something is written down or cleared, wherever that was. */
export function watchDiagnosticLog(changed: (entries: readonly DiagnosticEntry[]) => void): void {
	browser.storage.onChanged.addListener((changes, area) => {
		if (area === 'local' && changes[KEY] !== undefined) changed(readEntries(changes[KEY].newValue));
	});
}
