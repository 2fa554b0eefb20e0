/** Bytes, or UTF-16 code units, that are handed to the browser at once, which may keep them on the disk. */
const PIECE = 1 << 20;

export interface BlobGathering {
	/** Lone surrogates, which no file in UTF-8 can hold, become U+FFFD. */
	add(part: Uint8Array<ArrayBuffer> | Blob | string): void;
	/** What has come so far. */
	blob(type: string): Blob;
}

/** Gathers parts in a Blob, of which hardly anything lies in the memory of the page. */
export function gatherBlob(): BlobGathering {
	const blobs: Blob[] = [];
	let waiting: (Uint8Array<ArrayBuffer> | Blob | string)[] = [];
	let length = 0;
	return {
		add(part) {
			waiting.push(typeof part === 'string' ? part.toWellFormed() : part);
			length += part instanceof Blob ? part.size : part.length;
			if (length < PIECE) return;
			blobs.push(new Blob(waiting));
			[waiting, length] = [[], 0];
		},
		blob: (type) => new Blob([...blobs, ...waiting], { type }),
	};
}
