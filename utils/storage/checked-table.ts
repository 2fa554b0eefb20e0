import type { SegmentRow } from './index-rows.ts';

export type Checksum = (bytes: Uint8Array) => number;

/** The index is not what was written, or not there: it has to be made anew. */
export class IndexDamage extends Error {
	override readonly name = 'IndexDamage';
}

/** A segment as stored; see `utils/search/segment.ts`. */
export interface StoredSegment {
	readonly number: number;
	readonly table: Omit<SegmentRow, 'number' | 'sum'>;
	readonly dead: Uint8Array;
}

/** Of everything that is kept of a segment beside its blocks. */
export function segmentSum(
	{ ids, dates, firstTerms, sums, bytes, count }: StoredSegment['table'],
	checksum: Checksum,
): number {
	const words = new TextEncoder().encode(JSON.stringify([firstTerms, bytes, count]));
	const parts = [ids, ...dates, sums, words].map(({ buffer, byteOffset, byteLength }) =>
		checksum(new Uint8Array(buffer, byteOffset, byteLength)),
	);
	return checksum(new Uint8Array(Uint32Array.from(parts).buffer));
}

/** What is kept of a segment as it was written, or `IndexDamage`. */
export function checkedTable(row: SegmentRow | undefined, number: number, checksum: Checksum): StoredSegment['table'] {
	if (row === undefined) throw new IndexDamage(`segment ${number} is missing`);
	const { number: _, sum, ...table } = row;
	let isWhole = false;
	try {
		isWhole = segmentSum(table, checksum) === sum;
	} catch {
		// Not even of the form that a table has.
	}
	if (!isWhole) throw new IndexDamage(`segment ${number} is damaged`);
	return table;
}
