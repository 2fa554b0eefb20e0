import type { LibraryPart } from '../../../utils/domain/library-part.ts';
import { createSha256 } from '../../../utils/domain/sha256.ts';
import {
	addToCounts,
	type BackupHead,
	endLine,
	headLine,
	noCounts,
	type PartCounts,
	partLine,
} from '../../../utils/exchange/backup/backup-file.ts';
import { sealOf } from '../../../utils/exchange/backup/seal.ts';

/** Code units handed to the packer at once: few enough to go unnoticed between two frames. */
const PORTION = 200_000;

export interface Progress {
	/** After every portion, with how many articles are written. */
	readonly progress?: ((articles: number) => void) | undefined;
	readonly signal?: AbortSignal | undefined;
}

/**
 * Packs a library into a backup, bytes after bytes as it is read: however large it is, only a portion of it is in memory.
 * Closes the sink at the end, aborts it where anything fails or the signal says so; then it rejects.
 */
export async function writeBackup(
	head: BackupHead,
	parts: AsyncIterable<readonly LibraryPart[]>,
	sink: WritableStream<Uint8Array<ArrayBuffer>>,
	{ progress, signal }: Progress = {},
): Promise<PartCounts> {
	const counts = noCounts();
	const sha256 = createSha256();
	const sealing = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
		transform(bytes, controller) {
			sha256.update(bytes);
			controller.enqueue(bytes);
		},
		flush: (controller) => controller.enqueue(sealOf(sha256.digest())),
	});
	const lines = linesOf(head, parts, counts, { progress, signal });
	const encoder = new TextEncoder();
	const source = new ReadableStream<Uint8Array<ArrayBuffer>>({
		async pull(controller) {
			const next = await lines.next();
			if (next.done) controller.close();
			else controller.enqueue(encoder.encode(next.value));
		},
		cancel: async () => void (await lines.return(undefined)),
	});
	await source
		.pipeThrough(new CompressionStream('gzip') as TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>)
		.pipeThrough(sealing)
		.pipeTo(sink, { ...(signal && { signal }) });
	return counts;
}

async function* linesOf(
	head: BackupHead,
	parts: AsyncIterable<readonly LibraryPart[]>,
	counts: PartCounts,
	{ progress, signal }: Progress,
): AsyncGenerator<string, void> {
	let portion = headLine(head);
	for await (const batch of parts) {
		// Not every browser lets a packer that is broken off tell the one who feeds it.
		signal?.throwIfAborted();
		for (const part of batch) {
			addToCounts(counts, part);
			portion += partLine(part);
			if (portion.length < PORTION) continue;
			yield portion;
			portion = '';
			progress?.(counts.articles);
		}
	}
	yield portion + endLine(counts);
}
