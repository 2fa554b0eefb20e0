import {
	findZipDirectory,
	gzipAround,
	readZipDirectory,
	ZIP_END_LENGTH,
	ZIP_LOCAL_HEAD_LENGTH,
	type ZipEntry,
} from '../../../utils/exchange/import/zip-directory.ts';

/** A file out of a zip file; without text where it is packed in a way that is not read. */
export interface ZippedText {
	readonly name: string;
	readonly text?: string;
}

/** Unpacked, a text is some four times as large: what swells much more was made to fill the memory. */
const MOST_SWELLING = 200;
const ALWAYS_ALLOWED = 64_000_000;

/** What a zip file lists; undefined where it is damaged, or would swell beyond measure. */
export async function openZip(file: Blob): Promise<readonly ZipEntry[] | undefined> {
	const tail = await bytesOf(file.slice(-ZIP_END_LENGTH));
	const place = findZipDirectory(tail, file.size);
	if (place === undefined) return undefined;
	const entries = readZipDirectory(await bytesOf(file.slice(place.at, place.at + place.length)), place.count);
	const total = entries?.reduce((sum, { length }) => sum + length, 0) ?? 0;
	return total > Math.max(ALWAYS_ALLOWED, file.size * MOST_SWELLING) ? undefined : entries;
}

/** The texts of a zip file one after the other, each unpacked when it is asked for. Throws where one is damaged. */
export async function* readZip(file: Blob, entries: readonly ZipEntry[]): AsyncGenerator<ZippedText, void> {
	for (const entry of entries) {
		const { name, isReadable } = entry;
		yield isReadable ? { name, text: await unpacked(file, entry) } : { name };
	}
}

async function unpacked(file: Blob, entry: ZipEntry): Promise<string> {
	const head = await bytesOf(file.slice(entry.at, entry.at + ZIP_LOCAL_HEAD_LENGTH));
	const around = gzipAround(head, entry);
	if (around === undefined) throw new Error('no file begins here');
	const start = entry.at + around.skip;
	const member = new Blob([around.before, file.slice(start, start + entry.packedLength), around.after]);
	const reader = member
		.stream()
		.pipeThrough(new DecompressionStream('gzip') as TransformStream<Uint8Array<ArrayBuffer>, Uint8Array>)
		.getReader();
	const decoder = new TextDecoder('utf-8', { fatal: true });
	const pieces: string[] = [];
	let length = 0;
	try {
		for (;;) {
			const { done, value } = await reader.read();
			if (done) return pieces.join('') + decoder.decode();
			length += value.length;
			if (length > entry.length) throw new Error('more is packed than the directory says');
			pieces.push(decoder.decode(value, { stream: true }));
		}
	} finally {
		await reader.cancel().catch(() => undefined);
	}
}

async function bytesOf(blob: Blob): Promise<Uint8Array> {
	return new Uint8Array(await blob.arrayBuffer());
}
