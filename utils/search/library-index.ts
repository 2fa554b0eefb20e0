import type { SearchKind } from '../domain/search.ts';
import type { ReadBlocks } from './find-entries.ts';
import { ID_BYTES } from './packed-ids.ts';
import { DATES } from './search-document.ts';
import type { Segment } from './segment.ts';

/** All segments of one kind at one moment, their documents numbered through. */
export interface LibraryIndex {
	readonly kind: SearchKind;
	readonly segments: readonly Segment[];
	/** The number of the first document of each segment. */
	readonly bases: readonly number[];
	/** All documents, those that are no longer included. */
	readonly count: number;
	readonly readBlocks: ReadBlocks;
	/** All documents, the newest first by one of `DATES`; those without such a date after them by the first, or else by the last. */
	newestFirst(date: number): Uint32Array;
}

/** A date, in seconds, is less. */
const DATES_END = 2 ** 32;
const AGES_END = 3 * DATES_END;
const EXACT = 2 ** 53;

export function createLibraryIndex(kind: SearchKind, all: readonly Segment[], readBlocks: ReadBlocks): LibraryIndex {
	const segments = all.filter(({ table }) => table.kind === kind);
	const bases: number[] = [];
	let count = 0;
	for (const { table } of segments) {
		bases.push(count);
		count += table.count;
	}
	const orders = new Map<number, Uint32Array>();

	function sorted(date: number): Uint32Array {
		const last = DATES[kind].length - 1;
		const keys = new Float64Array(count);
		// A number holds 53 bits: in a library of more than half a million, dates are told apart less finely.
		const grain = Math.max(1, 2 ** Math.ceil(Math.log2((AGES_END * Math.max(1, count)) / EXACT)));
		for (const [index, { table }] of segments.entries()) {
			const base = bases[index]!;
			for (let document = 0; document < table.count; document++) {
				const [own, first] = [table.dates[date]![document]!, table.dates[0]![document]!];
				const since = own > 0 ? 2 * DATES_END + own : first > 0 ? DATES_END + first : table.dates[last]![document]!;
				const age = AGES_END - 1 - since;
				keys[base + document] = Math.floor(age / grain) * count + base + document;
			}
		}
		keys.sort();
		return Uint32Array.from(keys, (key) => key % count);
	}

	return {
		kind,
		segments,
		bases,
		count,
		readBlocks,
		newestFirst(date) {
			const order = orders.get(date) ?? sorted(date);
			orders.set(date, order);
			return order;
		},
	};
}

/** The ids of documents by their number in the whole index, sixteen bytes each, in the order given. */
export function idsOf({ segments, bases }: LibraryIndex, documents: Uint32Array): Uint8Array<ArrayBuffer> {
	const ids = new Uint8Array(documents.length * ID_BYTES);
	for (const [index, document] of documents.entries()) {
		let segment = bases.length - 1;
		while (bases[segment]! > document) segment--;
		const from = (document - bases[segment]!) * ID_BYTES;
		const { table } = segments[segment]!;
		for (let byte = 0; byte < ID_BYTES; byte++) ids[index * ID_BYTES + byte] = table.ids[from + byte]!;
	}
	return ids;
}
