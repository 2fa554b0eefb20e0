import { deflateSync } from 'fflate';
import { zipFile } from './zip-file.ts';

export interface PackedFile {
	/** From the root of the package, with `/`. */
	readonly path: string;
	readonly bytes: Uint8Array;
}

/** A raw deflate stream of bytes, the same wherever it is made: by a library whose version is fixed. */
export type Deflate = (bytes: Uint8Array) => Uint8Array | Promise<Uint8Array>;

const ORDINARY = 0o100644;
const EXECUTABLE = 0o100755;

const quickly: Deflate = (bytes) => deflateSync(bytes, { level: 9 });

/**
 * A zip file that depends on nothing but the names and contents given: entries sorted by code unit, no time, the mode
 * told from the contents.
 */
export async function pack(files: readonly PackedFile[], deflate: Deflate = quickly): Promise<Uint8Array> {
	const sorted = [...files].sort((a, b) => (a.path < b.path ? -1 : 1));
	const entries = sorted.map(async ({ path, bytes }) => ({
		...{ path, bytes, mode: modeOf(bytes) },
		deflated: await deflate(bytes),
	}));
	return zipFile(await Promise.all(entries));
}

/** What begins with `#!` is a program. Modes on the disk are not asked: not every system keeps them. */
function modeOf(bytes: Uint8Array): number {
	return bytes[0] === 0x23 && bytes[1] === 0x21 ? EXECUTABLE : ORDINARY;
}
