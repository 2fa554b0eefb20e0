/**
 * Of a package for one browser: a reader waits for it, and reviewers read it. A fifth of it are the processor, the styles
 * and the words that references are written with, read only where the reader wants them; the words in 13 languages are a sixth, the
 * annotator, Readability, the database and the workers of the library, which have their own copies of the code that stores and exports, two
 * fifths.
 */
export const MAX_PACKAGE_BYTES = 715_000;

export interface EntrySize {
	readonly path: string;
	/** In the zip file, without its own name and header. */
	readonly packedBytes: number;
	readonly bytes: number;
}

const CENTRAL_ENTRY = 0x02014b50;
const END_OF_DIRECTORY = 0x06054b50;
const END_LENGTH = 22;
const ENTRY_LENGTH = 46;

/** The sizes of the entries of a zip file without a comment, in its own order (APPNOTE.TXT 4.3.12, 4.3.16). */
export function entrySizes(zip: Uint8Array): EntrySize[] {
	const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
	const end = zip.length - END_LENGTH;
	if (end < 0 || view.getUint32(end, true) !== END_OF_DIRECTORY) throw new Error('not a zip file without a comment');
	const sizes: EntrySize[] = [];
	let at = view.getUint32(end + 16, true);
	for (let left = view.getUint16(end + 10, true); left > 0; left--) {
		if (view.getUint32(at, true) !== CENTRAL_ENTRY) throw new Error('a broken directory in the zip file');
		const nameLength = view.getUint16(at + 28, true);
		const path = new TextDecoder().decode(zip.subarray(at + ENTRY_LENGTH, at + ENTRY_LENGTH + nameLength));
		sizes.push({ path, packedBytes: view.getUint32(at + 20, true), bytes: view.getUint32(at + 24, true) });
		at += ENTRY_LENGTH + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
	}
	return sizes;
}
