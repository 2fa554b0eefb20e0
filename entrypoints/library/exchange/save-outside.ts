import type { Instant } from '../../../utils/domain/annotation.ts';
import { exportFileName } from '../../../utils/exchange/file-name.ts';
import type { ExchangeStore } from '../../../utils/storage/exchange-store.ts';
import { noteLastBackup } from '../../shared/backup/last-backup.ts';
import { BACKUP_EXTENSION, saveLibrary } from '../../shared/backup/save-library.ts';
import { saveBlob } from '../../shared/exporting/save-blob.ts';
import type { ExchangeProgress } from './bring-in.ts';
import { packInWorker } from './pack-in-worker.ts';

/** Saves a backup where the browser saves downloads. */
export async function saveOutside(store: ExchangeStore, at: Instant, progress: ExchangeProgress): Promise<void> {
	let file = new Blob();
	const pack = async (lines: ReadableStream<string>, signal: AbortSignal | undefined): Promise<void> => {
		file = await packInWorker(lines, signal);
	};
	await saveLibrary(store, pack, at, progress);
	const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
	saveBlob(file, exportFileName(at, 'En marge', BACKUP_EXTENSION, timeZone));
	await noteLastBackup(at);
}
