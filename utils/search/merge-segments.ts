import { type BlockReader, readBlock } from './block-reader.ts';
import { createBlockWriter } from './block-writer.ts';
import { createByteWriter } from './byte-writer.ts';
import { isFilterTerm } from './filter-term.ts';
import type { ReadBlocks } from './find-entries.ts';
import { ID_BYTES } from './packed-ids.ts';
import { createPostings, decodePostings, writePosting } from './postings.ts';
import { DATES, MAIN_FIELD } from './search-document.ts';
import { isDead, type Segment, type SegmentTable } from './segment.ts';

/** Blocks read, and blocks handed on, at once. */
const AT_ONCE = 16;
const GONE = 0xffffffff;

/**
 * Makes one segment of several of a kind, without the documents that are no longer. Holds a few blocks of each in memory.
 * @param write is handed the new blocks, a few at a time, in order
 */
export async function mergeSegments(
	segments: readonly Segment[],
	readBlocks: ReadBlocks,
	write: (blocks: readonly Uint8Array<ArrayBuffer>[]) => Promise<void>,
): Promise<SegmentTable> {
	const kind = segments[0]!.table.kind;
	const { numbers, ...documents } = mergedDocuments(segments);
	const mainField = MAIN_FIELD[kind];
	const full: Uint8Array<ArrayBuffer>[] = [];
	const writer = createBlockWriter((block) => full.push(block));
	const [postings, positions, scratch] = [createByteWriter(), createByteWriter(), createPostings()];
	const sources = segments.map((segment, index) => createSource(segment, numbers[index]!, readBlocks));
	for (const source of sources) await source.advance();

	for (;;) {
		let term: string | undefined;
		for (const { reader } of sources)
			if (reader !== undefined && (term === undefined || reader.term < term)) term = reader.term;
		if (term === undefined) break;
		let last = -1;
		for (const source of sources) {
			const { reader } = source;
			if (reader?.term !== term) continue;
			const { block, postingsStart, positionsStart } = reader;
			decodePostings(block, postingsStart, positionsStart, mainField, scratch);
			let at = positionsStart;
			for (let index = 0; index < scratch.length; index++) {
				const count = scratch.counts[index]!;
				const from = at;
				if (!isFilterTerm(term)) for (let left = count; left > 0; at++) if (block[at]! < 0x80) left--;
				const document = source.numbers[scratch.documents[index]!]!;
				if (document === GONE) continue;
				writePosting(postings, { last, document, fields: scratch.fields[index]!, count, mainField });
				positions.bytes(block.subarray(from, at));
				last = document;
			}
			if (!source.step()) await source.advance();
		}
		if (postings.length > 0) writer.term(term, postings.view(), positions.view());
		postings.clear();
		positions.clear();
		if (full.length >= AT_ONCE) await write(full.splice(0));
	}
	const end = writer.finish();
	await write(full.splice(0));
	return { kind, ...documents, ...end };
}

/** The terms of one segment, one after the other. */
interface Source {
	readonly numbers: Uint32Array;
	/** Undefined at the end. */
	readonly reader: BlockReader | undefined;
	/** To the next term; false where that is in another block. */
	step(): boolean;
	/** To the next block. */
	advance(): Promise<void>;
}

function createSource({ number, table }: Segment, numbers: Uint32Array, readBlocks: ReadBlocks): Source {
	let next = 0;
	let ahead: Uint8Array[] = [];
	let reader: BlockReader | undefined;
	return {
		numbers,
		get reader() {
			return reader;
		},
		step: () => reader!.next(),
		async advance() {
			if (ahead.length === 0 && next < table.firstTerms.length) {
				const count = Math.min(AT_ONCE, table.firstTerms.length - next);
				ahead = [
					...(await readBlocks(Array.from({ length: count }, (_, i) => ({ segment: number, block: next + i })))),
				];
				next += count;
			}
			const block = ahead.shift();
			reader = block && readBlock(block);
			reader?.next();
		},
	};
}

/** The documents of all segments that are still there, and by segment and document their new numbers. */
function mergedDocuments(segments: readonly Segment[]): Pick<SegmentTable, 'count' | 'ids' | 'dates'> & {
	numbers: Uint32Array[];
} {
	let count = 0;
	const numbers = segments.map(({ table, dead }) =>
		Uint32Array.from({ length: table.count }, (_, document) => (isDead(dead, document) ? GONE : count++)),
	);
	const ids = new Uint8Array(count * ID_BYTES);
	const dates = DATES[segments[0]!.table.kind].map(() => new Uint32Array(count));
	for (const [index, { table }] of segments.entries()) {
		for (const [document, number] of numbers[index]!.entries()) {
			if (number === GONE) continue;
			ids.set(table.ids.subarray(document * ID_BYTES, (document + 1) * ID_BYTES), number * ID_BYTES);
			for (const [date, values] of dates.entries()) values[number] = table.dates[date]![document]!;
		}
	}
	return { count, ids, dates, numbers };
}
