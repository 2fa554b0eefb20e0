import type { Instant } from '../../../utils/domain/annotation.ts';
import { Fault } from '../../../utils/domain/fault.ts';
import type { ExchangeStore } from '../../../utils/storage/exchange-store.ts';
import { loadSettings } from '../stored-settings.ts';
import type { Packing } from './pack-lines.ts';
import { type Progress, writeBackup } from './write-backup.ts';

export const BACKUP_EXTENSION = 'backup.gz';

/** So often a backup is begun anew, because something was moved while it was read. */
const MOST_TRIES = 3;

/** Has the library packed as it is, from the beginning where it has to be begun again. */
export async function saveLibrary(
	store: Pick<ExchangeStore, 'readParts'>,
	pack: Packing,
	created: Instant,
	progress: Progress = {},
): Promise<void> {
	const settings = await loadSettings();
	for (let tries = 1; ; tries++) {
		try {
			await writeBackup({ created, settings }, store.readParts(), pack, progress);
			return;
		} catch (error) {
			if (!(error instanceof Fault) || tries === MOST_TRIES) throw error;
		}
	}
}
