import { createByteWriter } from './byte-writer.ts';
import { checksum } from './checksum.ts';

/** Bytes after which a block is full. Only a term that stands nearly everywhere makes a larger one. */
const FULL = 16 * 1024;
/** Of the lengths in an entry's first byte: more follows. */
const MORE = 15;

/**
 * Writes terms, which must come sorted, into blocks. An entry: how many code units the term shares with the one before it and how
 * many are its own (four bits each, a varint after them where they do not fit), these; the length of the postings and of the
 * positions; both.
 */
export interface BlockWriter {
	term(term: string, postings: Uint8Array, positions: Uint8Array): void;
	/** Writes out what is left. */
	finish(): { firstTerms: string[]; sums: Uint32Array; bytes: number };
}

export function createBlockWriter(emit: (block: Uint8Array<ArrayBuffer>) => void): BlockWriter {
	const out = createByteWriter(2 * FULL);
	const firstTerms: string[] = [];
	const sums: number[] = [];
	let bytes = 0;
	let last = '';

	function flush(): void {
		const block = out.take();
		sums.push(checksum(block));
		bytes += block.length;
		emit(block);
	}

	return {
		term(term, postings, positions) {
			if (out.length >= FULL) flush();
			if (out.length === 0) {
				firstTerms.push(term);
				last = '';
			}
			let shared = 0;
			while (shared < last.length && shared < term.length && last.charCodeAt(shared) === term.charCodeAt(shared))
				shared++;
			const own = term.length - shared;
			out.byte((Math.min(shared, MORE) << 4) | Math.min(own, MORE));
			if (shared >= MORE) out.varint(shared - MORE);
			if (own >= MORE) out.varint(own - MORE);
			out.units(term, shared);
			out.varint(postings.length);
			out.varint(positions.length);
			out.bytes(postings);
			out.bytes(positions);
			last = term;
		},
		finish() {
			if (out.length > 0) flush();
			return { firstTerms, sums: Uint32Array.from(sums), bytes };
		},
	};
}
