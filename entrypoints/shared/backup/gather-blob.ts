/** Bytes that are handed to the browser at once, which may keep them on the disk. */
const PIECE = 1 << 20;

export interface BlobGathering {
	readonly sink: WritableStream<Uint8Array<ArrayBuffer>>;
	/** What has come so far. */
	blob(type: string): Blob;
}

/** Gathers bytes in a Blob, of which hardly anything lies in the memory of the page. */
export function gatherBlob(): BlobGathering {
	const blobs: Blob[] = [];
	let waiting: Uint8Array<ArrayBuffer>[] = [];
	let length = 0;
	return {
		sink: new WritableStream({
			write(bytes) {
				waiting.push(bytes);
				length += bytes.length;
				if (length < PIECE) return;
				blobs.push(new Blob(waiting));
				[waiting, length] = [[], 0];
			},
		}),
		blob: (type) => new Blob([...blobs, ...waiting], { type }),
	};
}
