import type { ByteWriter } from './byte-writer.ts';

/**
 * In which documents a term stands: ascending, as the distance from the one before, times two; plus one where there is more to say
 * than that it stands once in the main field: then the fields, a bit each, and how often follow. A filter has no more to say.
 */
export interface Postings {
	length: number;
	documents: Uint32Array;
	fields: Uint8Array;
	counts: Uint32Array;
}

export function createPostings(): Postings {
	return { length: 0, documents: new Uint32Array(1024), fields: new Uint8Array(1024), counts: new Uint32Array(1024) };
}

/** Reads the bytes [start, end) of a block into `into`, over what was there. */
export function decodePostings(block: Uint8Array, start: number, end: number, mainField: number, into: Postings): void {
	// No posting is shorter than a byte.
	if (into.documents.length < end - start) {
		into.documents = new Uint32Array(end - start);
		into.fields = new Uint8Array(end - start);
		into.counts = new Uint32Array(end - start);
	}
	const { documents, fields, counts } = into;
	let at = start;
	let length = 0;
	let document = -1;
	while (at < end) {
		let value = 0;
		let byte = 0x80;
		for (let shift = 0; byte >= 0x80; shift += 7) {
			byte = block[at++]!;
			value |= (byte & 0x7f) << shift;
		}
		document += value >>> 1;
		documents[length] = document;
		if ((value & 1) === 0) {
			fields[length] = mainField;
			counts[length++] = 1;
			continue;
		}
		fields[length] = block[at++]!;
		let count = 0;
		byte = 0x80;
		for (let shift = 0; byte >= 0x80; shift += 7) {
			byte = block[at++]!;
			count |= (byte & 0x7f) << shift;
		}
		counts[length++] = count;
	}
	into.length = length;
}

/** Writes one posting; `last` is the document of the one before, −1 where there is none. */
export function writePosting(
	out: ByteWriter,
	posting: { last: number; document: number; fields: number; count: number; mainField: number },
): void {
	const { last, document, fields, count, mainField } = posting;
	const isSimple = count === 1 && fields === mainField;
	out.varint((document - last) * 2 + (isSimple ? 0 : 1));
	if (isSimple) return;
	out.byte(fields);
	out.varint(count);
}
