import { type Zippable, zipSync } from 'fflate';

export interface PackedFile {
	/** From the root of the package, with `/`. */
	readonly path: string;
	readonly bytes: Uint8Array;
}

/** The earliest day a zip file can hold, on the clock of whatever time zone this is: zip knows no zones. */
const noTime = (): Date => new Date(1980, 0, 1, 12);
const UNIX = 3;
const ORDINARY = 0o100644;
const EXECUTABLE = 0o100755;

/**
 * A zip file that depends on nothing but the names and contents given: entries sorted by code unit, no time, the mode
 * told from the contents, compressed by a library whose version is fixed.
 */
export function pack(files: readonly PackedFile[]): Uint8Array {
	const entries: Zippable = {};
	for (const { path, bytes } of [...files].sort((a, b) => (a.path < b.path ? -1 : 1))) {
		entries[path] = [bytes, { level: 9, mtime: noTime(), os: UNIX, attrs: (modeOf(bytes) << 16) >>> 0 }];
	}
	return zipSync(entries);
}

/** What begins with `#!` is a program. Modes on the disk are not asked: not every system keeps them. */
function modeOf(bytes: Uint8Array): number {
	return bytes[0] === 0x23 && bytes[1] === 0x21 ? EXECUTABLE : ORDINARY;
}
