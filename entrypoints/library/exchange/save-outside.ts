import type { Instant } from '../../../utils/domain/annotation.ts';
import { exportFileName } from '../../../utils/exchange/file-name.ts';
import type { ExchangeStore } from '../../../utils/storage/exchange-store.ts';
import { openWriterPool } from '../../library-writer/writer-pool.ts';
import { noteLastBackup } from '../../shared/backup/last-backup.ts';
import { BACKUP_EXTENSION, saveLibrary } from '../../shared/backup/save-library.ts';
import { saveBlob } from '../../shared/exporting/save-blob.ts';
import { gatherBlob } from '../../shared/gather-blob.ts';
import type { ExchangeProgress } from './bring-in.ts';

/** Saves a backup where the browser saves downloads; answers the name of its file. */
export async function saveOutside(store: ExchangeStore, at: Instant, progress: ExchangeProgress): Promise<string> {
	const pool = openWriterPool(progress.signal);
	let gathered = gatherBlob();
	const saving = {
		parts: () =>
			store.readRanges({
				atOnce: pool.atOnce,
				readRange: (range) => pool.ask('pack', range),
				annotationsIn: ({ counts }) => counts.annotations,
			}),
		sink: () => {
			gathered = gatherBlob();
			return new WritableStream<Uint8Array<ArrayBuffer>>({ write: gathered.add });
		},
	};
	try {
		await saveLibrary(saving, at, progress);
	} finally {
		pool.close();
	}
	const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
	const fileName = exportFileName(at, 'En marge', BACKUP_EXTENSION, timeZone);
	saveBlob(gathered.blob('application/gzip'), fileName);
	await noteLastBackup(at);
	return fileName;
}
