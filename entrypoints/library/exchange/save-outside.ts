import type { Instant } from '../../../utils/domain/annotation.ts';
import { exportFileName } from '../../../utils/exchange/file-name.ts';
import type { ExchangeStore } from '../../../utils/storage/exchange-store.ts';
import { noteLastBackup } from '../../shared/backup/last-backup.ts';
import { BACKUP_EXTENSION, saveLibrary } from '../../shared/backup/save-library.ts';
import { saveBlob } from '../../shared/exporting/save-blob.ts';
import type { ExchangeProgress } from './bring-in.ts';

/** Bytes that are handed to the browser at once, which may keep them on the disk. */
const PIECE = 1 << 20;

/** Saves a backup where the browser saves downloads. */
export async function saveOutside(store: ExchangeStore, at: Instant, progress: ExchangeProgress): Promise<void> {
	let blobs: Blob[] = [];
	let [waiting, length] = [[] as Uint8Array<ArrayBuffer>[], 0];
	const open = async () => {
		[blobs, waiting, length] = [[], [], 0];
		return new WritableStream<Uint8Array<ArrayBuffer>>({
			write(bytes) {
				waiting.push(bytes);
				length += bytes.length;
				if (length < PIECE) return;
				blobs.push(new Blob(waiting));
				[waiting, length] = [[], 0];
			},
		});
	};
	await saveLibrary(store, open, at, progress);
	const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
	const file = new Blob([...blobs, ...waiting], { type: 'application/gzip' });
	saveBlob(file, exportFileName(at, 'En marge', BACKUP_EXTENSION, timeZone));
	await noteLastBackup(at);
}
