import { BLOCK_HEAD_LENGTH, blockLength } from '../../../utils/exchange/backup/block.ts';

/**
 * What is packed in a file, some at a time, only a portion of it in memory: of blocks (see `block.ts`), or, as backups were
 * once made, of one gzip member. Throws where it is neither.
 */
export async function* unpacked(file: Blob): AsyncGenerator<Uint8Array> {
	let at = 0;
	for (;;) {
		const head = new Uint8Array(await file.slice(at, at + BLOCK_HEAD_LENGTH).arrayBuffer());
		const length = blockLength(head);
		if (length === undefined && at > 0) throw new Error('no block begins here');
		const end = length === undefined ? file.size : at + length;
		if (end > file.size) throw new Error('the last block is not whole');
		yield* unzipped(file.slice(at, end));
		if (end === file.size) return;
		at = end;
	}
}

async function* unzipped(file: Blob): AsyncGenerator<Uint8Array> {
	const reader = file
		.stream()
		.pipeThrough(new DecompressionStream('gzip') as TransformStream<Uint8Array<ArrayBuffer>, Uint8Array>)
		.getReader();
	try {
		for (;;) {
			const { done, value } = await reader.read();
			if (done) return;
			yield value;
		}
	} finally {
		// Who stops reading lets the rest of the file go.
		await reader.cancel().catch(() => undefined);
	}
}
