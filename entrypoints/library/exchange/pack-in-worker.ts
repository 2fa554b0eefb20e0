import type { PackedMessage } from '../../backup-packer/index.ts';
import { ownScript } from '../../shared/own-script.ts';

/** Packs lines in a worker, beside the page that reads them. Rejects where the lines end in trouble, or the signal ends it. */
export async function packInWorker(lines: ReadableStream<string>, signal: AbortSignal | undefined): Promise<Blob> {
	const worker = new Worker(ownScript('/backup-packer.js'));
	try {
		return await new Promise((resolve, reject) => {
			signal?.throwIfAborted();
			signal?.addEventListener('abort', () => reject(signal.reason));
			worker.onerror = (event) => {
				event.preventDefault();
				reject(new Error(`the backup could not be packed: ${event.message}`));
			};
			worker.onmessage = ({ data }: MessageEvent<PackedMessage>) =>
				data.ok ? resolve(data.file) : reject(new Error(`the backup could not be packed: ${data.why}`));
			worker.postMessage(lines, [lines]);
		});
	} finally {
		worker.terminate();
	}
}
