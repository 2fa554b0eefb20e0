import type { SearchKind } from '../domain/search.ts';

/**
 * An immutable part of the index: some documents of one kind, numbered from 0, and the sorted terms that stand in them, cut into
 * blocks of bytes. This is what is kept in memory of it; the blocks are read when they are needed.
 */
export interface SegmentTable {
	readonly kind: SearchKind;
	/** How many documents. */
	readonly count: number;
	/** See `packed-ids.ts`. */
	readonly ids: Uint8Array;
	/** By date as in `DATES`, then by document. */
	readonly dates: readonly Uint32Array[];
	/** The first term of each block. */
	readonly firstTerms: readonly string[];
	/** The checksum of each block. */
	readonly sums: Uint32Array;
	/** Of all blocks. */
	readonly bytes: number;
}

/** A segment in use: its number, and which of its documents are no longer (a bit each). */
export interface Segment {
	readonly number: number;
	readonly table: SegmentTable;
	readonly dead: Uint8Array;
}

export function isDead(dead: Uint8Array, document: number): boolean {
	return ((dead[document >> 3] ?? 0) & (1 << (document & 7))) !== 0;
}

export function countDead(dead: Uint8Array): number {
	let count = 0;
	for (let byte of dead) for (; byte !== 0; byte &= byte - 1) count++;
	return count;
}

/** The block that would hold `term`, or the first one where it comes before all. */
export function blockOf(firstTerms: readonly string[], term: string): number {
	let [low, high] = [0, firstTerms.length];
	while (high - low > 1) {
		const middle = (low + high) >> 1;
		if (firstTerms[middle]! <= term) low = middle;
		else high = middle;
	}
	return low;
}
