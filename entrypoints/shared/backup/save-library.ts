import type { Instant } from '../../../utils/domain/annotation.ts';
import { Fault } from '../../../utils/domain/fault.ts';
import { loadSettings } from '../stored-settings.ts';
import type { PackedParts } from './pack-parts.ts';
import { type Progress, writeBackup } from './write-backup.ts';

export const BACKUP_EXTENSION = 'backup.gz';

/** So often a backup is begun anew, because something was moved while it was read. */
const MOST_TRIES = 3;

/** A library on its way into a file; each is asked for anew where it has to be begun again. */
export interface Saving {
	readonly parts: () => AsyncIterable<PackedParts>;
	readonly sink: () => PromiseLike<WritableStream<Uint8Array<ArrayBuffer>>> | WritableStream<Uint8Array<ArrayBuffer>>;
}

/** Writes the library as it is, from the beginning where it has to be begun again. */
export async function saveLibrary({ parts, sink }: Saving, created: Instant, progress: Progress = {}): Promise<void> {
	const settings = await loadSettings();
	for (let tries = 1; ; tries++) {
		try {
			await writeBackup({ created, settings }, parts(), await sink(), progress);
			return;
		} catch (error) {
			if (!(error instanceof Fault) || tries === MOST_TRIES) throw error;
		}
	}
}
