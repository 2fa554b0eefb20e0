import { createSha256 } from '../../../utils/domain/sha256.ts';
import {
	type BackupHead,
	endLine,
	headLine,
	noCounts,
	type PartCounts,
} from '../../../utils/exchange/backup/backup-file.ts';
import { sealOf } from '../../../utils/exchange/backup/seal.ts';
import { type PackedParts, packText } from './pack-parts.ts';

export interface Progress {
	/** After every portion, with how many articles are written. */
	readonly progress?: ((articles: number) => void) | undefined;
	readonly signal?: AbortSignal | undefined;
}

/**
 * Writes a backup as its articles come packed, and seals it: however large the library is, only a portion of it is in memory.
 * Closes the sink at the end. Rejects where anything fails or the signal says so, and aborts the sink then.
 */
export async function writeBackup(
	head: BackupHead,
	parts: AsyncIterable<PackedParts>,
	sink: WritableStream<Uint8Array<ArrayBuffer>>,
	{ progress, signal }: Progress = {},
): Promise<PartCounts> {
	const counts = noCounts();
	const sha256 = createSha256();
	const writer = sink.getWriter();
	const write = async (bytes: Uint8Array<ArrayBuffer>): Promise<void> => {
		sha256.update(bytes);
		await writer.write(bytes);
	};
	try {
		await write(await packText(headLine(head)));
		for await (const { block, counts: some } of parts) {
			signal?.throwIfAborted();
			await write(block);
			for (const name of Object.keys(counts) as (keyof PartCounts)[]) counts[name] += some[name];
			progress?.(counts.articles);
		}
		await write(await packText(endLine(counts)));
		await writer.write(sealOf(sha256.digest()));
		await writer.close();
	} catch (error) {
		await writer.abort(error).catch(() => undefined);
		throw error;
	}
	return counts;
}
