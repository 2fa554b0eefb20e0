import type { Instant } from '../../domain/annotation.ts';
import type { ManyJoiner, WrittenFile } from './many-file.ts';

/** https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT: 2.0, with names in UTF-8, packed by DEFLATE. */
const VERSION = 20;
const UTF8_NAMES = 0x0800;
const DEFLATE = 8;

/** With directories of ZIP64, and how many files a plain one counts. */
const VERSION_LONG = 45;
const MOST_COUNTED = 0xffff;

/** Bytes before the name of a file. */
const LOCAL_HEAD = 30;

/**
 * Many articles as the files of one zip file, each with a name of its own: of two that would have one name the later gets a
 * number. The files bear the time of the export, in the time zone of the machine, as zip files have it.
 */
export function joinZip<Bytes>(exportedAt: Instant): ManyJoiner<Bytes> {
	const taken = new Map<string, number>();
	const directory: Uint8Array<ArrayBuffer>[] = [];
	const [day, time] = dosTime(new Date(exportedAt));
	let at = 0;
	/** What the head of a file and its entry in the directory have in common. */
	function facts({ crc, length, packedLength }: WrittenFile, nameLength: number): number[] {
		return [
			...[...two(VERSION), ...two(UTF8_NAMES), ...two(DEFLATE), ...two(time), ...two(day)],
			...[...four(crc), ...four(packedLength), ...four(length), ...two(nameLength), ...two(0)],
		];
	}
	return {
		next({ bytes, file }) {
			if (file === undefined) throw new Error('an article among the files that is none');
			const name = new TextEncoder().encode(freeName(file.name, taken));
			const common = facts(file, name.length);
			const zeroes = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
			directory.push(joined([...four(0x02014b50), ...two(VERSION), ...common, ...zeroes, ...four(at)], name));
			at += LOCAL_HEAD + name.length + file.packedLength;
			return [joined([...four(0x04034b50), ...common], name), bytes];
		},
		end() {
			const length = directory.reduce((sum, entry) => sum + entry.length, 0);
			const isLong = directory.length > MOST_COUNTED;
			const count = two(isLong ? MOST_COUNTED : directory.length);
			const end = [
				...(isLong ? longEnd(directory.length, length, at) : []),
				...four(0x06054b50),
				...two(0),
				...two(0),
				...count,
				...count,
				...four(length),
				...four(at),
				...two(0),
			];
			return [...directory, Uint8Array.from(end)];
		},
	};
}

/** What ZIP64 has before the end of a directory (4.3.14, 4.3.15): where all that it counts is counted in full. */
function longEnd(files: number, length: number, at: number): number[] {
	return [
		...[...four(0x06064b50), ...eight(44), ...two(VERSION_LONG), ...two(VERSION_LONG), ...four(0), ...four(0)],
		...[...eight(files), ...eight(files), ...eight(length), ...eight(at)],
		...[...four(0x07064b50), ...four(0), ...eight(at + length), ...four(1)],
	];
}

/** Windows and macOS take names that differ in case alone for one. */
function freeName(first: string, taken: Map<string, number>): string {
	let name = first;
	for (let number = taken.get(first.toLowerCase()) ?? 1; taken.has(name.toLowerCase()); name = numbered(first, number))
		taken.set(first.toLowerCase(), ++number);
	taken.set(name.toLowerCase(), taken.get(name.toLowerCase()) ?? 1);
	return name;
}

function numbered(name: string, number: number): string {
	return name.replace(/\.[^.]+$/, `-${number}$&`);
}

/** Day and time as MS-DOS counts them, in steps of two seconds from 1980 on. */
function dosTime(at: Date): readonly [day: number, time: number] {
	const year = Math.max(0, at.getFullYear() - 1980);
	return [
		(year << 9) | ((at.getMonth() + 1) << 5) | at.getDate(),
		(at.getHours() << 11) | (at.getMinutes() << 5) | (at.getSeconds() >> 1),
	];
}

/** Little-endian. */
function two(value: number): number[] {
	return [value & 0xff, (value >>> 8) & 0xff];
}

function four(value: number): number[] {
	return [...two(value), ...two(value >>> 16)];
}

function eight(value: number): number[] {
	return [...four(value % 2 ** 32), ...four(Math.floor(value / 2 ** 32))];
}

function joined(head: readonly number[], name: Uint8Array): Uint8Array<ArrayBuffer> {
	const bytes = new Uint8Array(head.length + name.length);
	bytes.set(head);
	bytes.set(name, head.length);
	return bytes;
}
