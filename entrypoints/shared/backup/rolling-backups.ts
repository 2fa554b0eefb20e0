import type { Instant } from '../../../utils/domain/annotation.ts';
import { isBackupDue, surplusBackups } from '../../../utils/exchange/backup/rolling.ts';
import type { ExchangeStore } from '../../../utils/storage/exchange-store.ts';
import { type PackedParts, packParts } from './pack-parts.ts';
import { BACKUP_EXTENSION, saveLibrary } from './save-library.ts';

/** A backup that is kept inside the browser, in the file system of the extension's own origin. */
export interface KeptBackup {
	readonly made: Instant;
	/** Bytes. */
	readonly size: number;
	readonly file: File;
}

/** One at a time over all pages and the background. */
const LOCK = 'en-marge-backup';

/** The newest first; none where the browser has no such file system. */
export async function listBackups(): Promise<KeptBackup[]> {
	const folder = await openFolder();
	if (folder === undefined) return [];
	const kept: KeptBackup[] = [];
	for await (const handle of folder.values()) {
		const made = handle.kind === 'file' ? madeAt(handle.name) : undefined;
		if (made === undefined) continue;
		const file = await (handle as FileSystemFileHandle).getFile();
		// One of no bytes is being written, or was not finished.
		if (file.size > 0) kept.push({ made, size: file.size, file });
	}
	return kept.sort((a, b) => (a.made < b.made ? 1 : -1));
}

/**
 * Makes the backup of today where there is none, and lets go of those that are too many. A library without articles is
 * not backed up. What is broken off leaves nothing behind: a file is there only once it is whole.
 */
export async function keepBackup(
	store: Pick<ExchangeStore, 'readParts' | 'countArticles'>,
	now: Instant,
): Promise<void> {
	await navigator.locks.request(LOCK, { ifAvailable: true }, async (lock) => {
		const folder = lock && (await openFolder());
		if (!folder) return;
		const made = (await listBackups()).map((one) => one.made);
		if (!isBackupDue(made, now) || (await store.countArticles()) === 0) return;
		try {
			await saveLibrary(
				{
					parts: () => packed(store),
					sink: async () => await (await folder.getFileHandle(nameOf(now), { create: true })).createWritable(),
				},
				now,
			);
		} catch (error) {
			// The empty file that stands for what was to be written.
			await folder.removeEntry(nameOf(now)).catch(() => undefined);
			throw error;
		}
		for (const at of surplusBackups([...made, now])) await folder.removeEntry(nameOf(at));
	});
}

/** Packed where it is read: this may be the background, which has no workers. */
async function* packed(store: Pick<ExchangeStore, 'readParts'>): AsyncGenerator<PackedParts> {
	for await (const parts of store.readParts()) yield await packParts(parts);
}

async function openFolder(): Promise<FileSystemDirectoryHandle | undefined> {
	try {
		const root = await navigator.storage.getDirectory();
		return await root.getDirectoryHandle('backups', { create: true });
	} catch {
		// Refused in private windows and where the browser is set to remember nothing.
		return undefined;
	}
}

/** No colon: not every file system has it in names. */
function nameOf(made: Instant): string {
	return `${made.replaceAll(':', '-')}.${BACKUP_EXTENSION}`;
}

function madeAt(name: string): Instant | undefined {
	const match = /^(\d{4}-\d\d-\d\dT\d\d)-(\d\d)-(\d\d\.\d{3}Z)\.backup\.gz$/.exec(name);
	return match ? `${match[1]}:${match[2]}:${match[3]}` : undefined;
}
