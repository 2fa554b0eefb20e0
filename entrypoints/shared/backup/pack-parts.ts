import type { LibraryPart } from '../../../utils/domain/library-part.ts';
import { addToCounts, noCounts, type PartCounts, partLine } from '../../../utils/exchange/backup/backup-file.ts';
import { blockOf } from '../../../utils/exchange/backup/block.ts';
import { gzip } from '../gzip.ts';

/** Articles as a block of a backup, and what is in it. */
export interface PackedParts {
	readonly block: Uint8Array<ArrayBuffer>;
	readonly counts: PartCounts;
}

export async function packParts(parts: readonly LibraryPart[]): Promise<PackedParts> {
	const counts = noCounts();
	for (const part of parts) addToCounts(counts, part);
	return { block: await packText(parts.map(partLine).join('')), counts };
}

/** Lines as a block of a backup. */
export async function packText(text: string): Promise<Uint8Array<ArrayBuffer>> {
	return blockOf(await gzip(new TextEncoder().encode(text)));
}
