import { type PackedParts, packParts } from '../../entrypoints/shared/backup/pack-parts.ts';
import { writeBackup } from '../../entrypoints/shared/backup/write-backup.ts';
import type { LibraryPart } from '../../utils/domain/library-part.ts';
import type { BackupHead } from '../../utils/exchange/backup/backup-file.ts';

/** A backup of these articles, packed so many at a time. */
export async function backupOf(
	head: BackupHead,
	parts: readonly LibraryPart[],
	atATime = parts.length,
): Promise<Uint8Array<ArrayBuffer>> {
	const pieces: Uint8Array<ArrayBuffer>[] = [];
	const sink = new WritableStream<Uint8Array<ArrayBuffer>>({ write: (bytes) => void pieces.push(bytes) });
	async function* packed(): AsyncGenerator<PackedParts> {
		for (let from = 0; from < parts.length; from += atATime) yield await packParts(parts.slice(from, from + atATime));
	}
	await writeBackup(head, packed(), sink);
	return new Uint8Array(await new Blob(pieces).arrayBuffer());
}
