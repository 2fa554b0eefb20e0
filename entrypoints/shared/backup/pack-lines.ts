import { createSha256 } from '../../../utils/domain/sha256.ts';
import { sealOf } from '../../../utils/exchange/backup/seal.ts';

/** Packs lines, some at a time as they come. Resolves when all of it is where it belongs; rejects where the lines or the signal end it. */
export type Packing = (lines: ReadableStream<string>, signal: AbortSignal | undefined) => Promise<void>;

/** Packs and seals lines here, bytes after bytes. Closes the sink at the end, aborts it where anything fails. */
export async function packLines(
	lines: ReadableStream<string>,
	sink: WritableStream<Uint8Array<ArrayBuffer>>,
	signal?: AbortSignal,
): Promise<void> {
	const sha256 = createSha256();
	const sealing = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
		transform(bytes, controller) {
			sha256.update(bytes);
			controller.enqueue(bytes);
		},
		flush: (controller) => controller.enqueue(sealOf(sha256.digest())),
	});
	await lines
		.pipeThrough(new TextEncoderStream())
		.pipeThrough(new CompressionStream('gzip') as TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>)
		.pipeThrough(sealing)
		.pipeTo(sink, { ...(signal && { signal }) });
}
