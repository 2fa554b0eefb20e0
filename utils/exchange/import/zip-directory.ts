/** A file in a zip file, as the directory at its end tells of it. Offsets and lengths in bytes. */
export interface ZipEntry {
	/** With the folders it lies in. */
	readonly name: string;
	/** Where its own head begins in the zip file. */
	readonly at: number;
	readonly crc: number;
	readonly packedLength: number;
	readonly length: number;
	/** Whether it is packed by DEFLATE, in the clear. Anything else is not read. */
	readonly isReadable: boolean;
}

/** Where the directory lies in the zip file. */
export interface ZipDirectoryPlace {
	readonly at: number;
	readonly length: number;
	readonly count: number;
}

/** The end of a zip file with the longest comment it can have, in bytes. */
export const ZIP_END_LENGTH = 22 + 0xffff;
/** Bytes of an entry's own head, before its name. */
export const ZIP_LOCAL_HEAD_LENGTH = 30;

const END_LENGTH = 22;
/** Of what ZIP64 has before the end, and of what leads to it. */
const LONG_END_LENGTH = 56;
const LOCATOR_LENGTH = 20;
const COUNTED_ELSEWHERE = 0xffff;
const ENTRY_LENGTH = 46;
const ENCRYPTED = 1;
const DEFLATE = 8;

/** Whether a file begins as a zip file with something in it does. */
export function isZip(bytes: Uint8Array): boolean {
	return startsWith(bytes, 0, 0x04034b50);
}

/**
 * Finds the directory by what stands at the very end (APPNOTE.TXT 4.3.16). Undefined where it is not there, or not within the file.
 * Of ZIP64 (4.3.14) the number of files is read: it is what a large library needs, offsets beyond 4 GB are not.
 * @param tail the last `ZIP_END_LENGTH` bytes of the file, or all of a shorter one
 * @param fileLength bytes of the whole file
 */
export function findZipDirectory(tail: Uint8Array, fileLength: number): ZipDirectoryPlace | undefined {
	const view = viewOf(tail);
	for (let from = tail.length - END_LENGTH; from >= 0; from--) {
		if (!startsWith(tail, from, 0x06054b50)) continue;
		const [counted, length, at] = [
			view.getUint16(from + 10, true),
			view.getUint32(from + 12, true),
			view.getUint32(from + 16, true),
		];
		const count = counted === COUNTED_ELSEWHERE ? longCount(tail, from) : counted;
		if (at + length <= fileLength - (tail.length - from)) return { at, length, count };
	}
	return undefined;
}

/** How many files there are where the plain end, which begins at `from`, cannot count them. */
function longCount(tail: Uint8Array, from: number): number {
	const at = from - LOCATOR_LENGTH - LONG_END_LENGTH;
	const isThere = at >= 0 && startsWith(tail, at, 0x06064b50) && startsWith(tail, from - LOCATOR_LENGTH, 0x07064b50);
	return isThere ? Number(viewOf(tail).getBigUint64(at + 32, true)) : COUNTED_ELSEWHERE;
}

/** What the directory lists (APPNOTE.TXT 4.3.12), folders left out. Undefined where it is damaged. */
export function readZipDirectory(bytes: Uint8Array, count: number): ZipEntry[] | undefined {
	const view = viewOf(bytes);
	const decoder = new TextDecoder();
	const entries: ZipEntry[] = [];
	let at = 0;
	for (let n = 0; n < count; n++) {
		if (at + ENTRY_LENGTH > bytes.length || !startsWith(bytes, at, 0x02014b50)) return undefined;
		const short = (offset: number): number => view.getUint16(at + offset, true);
		const long = (offset: number): number => view.getUint32(at + offset, true);
		const end = at + ENTRY_LENGTH + short(28) + short(30) + short(32);
		if (end > bytes.length) return undefined;
		const name = decoder.decode(bytes.subarray(at + ENTRY_LENGTH, at + ENTRY_LENGTH + short(28)));
		const isReadable = (short(8) & ENCRYPTED) === 0 && short(10) === DEFLATE;
		if (!name.endsWith('/'))
			entries.push({ name, at: long(42), crc: long(16), packedLength: long(20), length: long(24), isReadable });
		at = end;
	}
	return at === bytes.length ? entries : undefined;
}

/**
 * A packed file as a gzip member, which browsers unpack and check.
 * @param head of the entry itself, `ZIP_LOCAL_HEAD_LENGTH` bytes
 * @returns where the packed bytes begin behind the head, and what stands before and after them in gzip; undefined where it is no head
 */
export function gzipAround(
	head: Uint8Array,
	{ crc, length }: ZipEntry,
):
	| { readonly skip: number; readonly before: Uint8Array<ArrayBuffer>; readonly after: Uint8Array<ArrayBuffer> }
	| undefined {
	if (head.length < ZIP_LOCAL_HEAD_LENGTH || !startsWith(head, 0, 0x04034b50)) return undefined;
	const view = viewOf(head);
	const after = new Uint8Array(8);
	viewOf(after).setUint32(0, crc, true);
	viewOf(after).setUint32(4, length, true);
	const before = Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff);
	return { skip: ZIP_LOCAL_HEAD_LENGTH + view.getUint16(26, true) + view.getUint16(28, true), before, after };
}

function viewOf({ buffer, byteOffset, byteLength }: Uint8Array): DataView {
	return new DataView(buffer, byteOffset, byteLength);
}

function startsWith(bytes: Uint8Array, at: number, sign: number): boolean {
	return at + 4 <= bytes.length && viewOf(bytes).getUint32(at, true) === sign;
}
