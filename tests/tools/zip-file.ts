import { crc32 } from 'node:zlib';

/** A file of a zip archive, compressed or as it is. */
export interface ZipEntry {
	/** From the root of the archive, with `/`. */
	readonly path: string;
	readonly bytes: Uint8Array;
	/** `bytes` as a raw deflate stream. */
	readonly deflated: Uint8Array;
	/** Of Unix. */
	readonly mode: number;
}

const LOCAL_ENTRY = 0x04034b50;
const CENTRAL_ENTRY = 0x02014b50;
const END_OF_DIRECTORY = 0x06054b50;
const VERSION = 20;
const UNIX = 3;
const UTF_8 = 0x0800;
const [STORED, DEFLATED] = [0, 8];
/** The earliest day that a zip file can hold, at noon. */
const [NOON, NEW_YEAR_1980] = [12 << 11, (1 << 5) | 1];

/** A zip file of these entries, in this order, and of nothing else: no time, no comment (APPNOTE.TXT 4.3). */
export function zipFile(entries: readonly ZipEntry[]): Uint8Array {
	const parts: Uint8Array[] = [];
	const directory: Uint8Array[] = [];
	let at = 0;
	for (const { path, bytes, deflated, mode } of entries) {
		const name = new TextEncoder().encode(path);
		const isWorthIt = deflated.length < bytes.length;
		const data = isWorthIt ? deflated : bytes;
		const common = [
			...[two(VERSION), two(UTF_8), two(isWorthIt ? DEFLATED : STORED), two(NOON), two(NEW_YEAR_1980)],
			...[four(crc32(bytes)), four(data.length), four(bytes.length), two(name.length), two(0)],
		];
		const local = joined([four(LOCAL_ENTRY), ...common, name, data]);
		directory.push(
			joined([
				...[four(CENTRAL_ENTRY), two((UNIX << 8) | VERSION), ...common],
				// Comment, disk, internal attributes; then the mode and the place.
				...[two(0), two(0), two(0), four((mode << 16) >>> 0), four(at), name],
			]),
		);
		parts.push(local);
		at += local.length;
	}
	const directoryLength = directory.reduce((sum, { length }) => sum + length, 0);
	const count = two(entries.length);
	const end = [two(0), two(0), count, count, four(directoryLength), four(at), two(0)];
	return joined([...parts, ...directory, four(END_OF_DIRECTORY), ...end]);
}

function two(value: number): Uint8Array {
	return new Uint8Array([value, value >>> 8]);
}

function four(value: number): Uint8Array {
	return new Uint8Array([value, value >>> 8, value >>> 16, value >>> 24]);
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
	return new Uint8Array(Buffer.concat(parts));
}
