import { fieldWeight } from './field-weights.ts';
import type { Entry } from './find-entries.ts';
import { createPostings, decodePostings } from './postings.ts';
import { MAIN_FIELD } from './search-document.ts';
import type { Segment } from './segment.ts';
import type { Slot } from './slots.ts';

/** Documents of one segment in which a clause holds, ascending, and how well each fits. */
export interface Matches {
	readonly documents: Uint32Array;
	readonly weights: Float32Array;
}

/** Another word that begins like the one being typed. */
const EXTENSION = 0.5;

/** Used again and again: one query at a time is worked out. */
const scratch = createPostings();

/** In which documents one term stands, or any of several. */
export function matchSlot({ table: { kind, count } }: Segment, slot: Slot, entries: readonly Entry[]): Matches {
	const best = new Float32Array(count);
	for (const { term, block, postingsStart, positionsStart } of entries) {
		decodePostings(block, postingsStart, positionsStart, MAIN_FIELD[kind], scratch);
		const { documents, fields, counts, length } = scratch;
		const share = slot.isTyped && term !== slot.text ? EXTENSION : 1;
		for (let index = 0; index < length; index++) {
			const weight = share * fieldWeight(fields[index]!, counts[index]!);
			const document = documents[index]!;
			if (weight > best[document]!) best[document] = weight;
		}
	}
	return gathered(best);
}

/** Where the words of a clause may begin in one document: positions ascending, and fields they all stand in. */
interface Beginning {
	fields: number;
	starts: readonly number[];
}

/** In which documents terms stand at their distances from each other. */
export function matchPhrase(
	segment: Segment,
	slots: readonly Slot[],
	entriesOf: readonly (readonly Entry[])[],
): Matches {
	const { kind, count } = segment.table;
	const sizes = entriesOf.map((entries) =>
		entries.reduce((sum, { positionsStart, end }) => sum + end - positionsStart, 0),
	);
	const order = slots.map((_, index) => index).sort((a, b) => sizes[a]! - sizes[b]!);
	let candidates: Map<number, Beginning> | undefined;
	for (const index of order) {
		const { offset } = slots[index]!;
		const found = new Map<number, Beginning>();
		for (const entry of entriesOf[index]!) {
			forEachPlace(entry, MAIN_FIELD[kind], candidates, (document, fields, positions) => {
				const before = candidates?.get(document);
				const starts = positions.map((position) => position - offset);
				const kept = before ? common(before.starts, starts) : starts;
				if (kept.length === 0) return;
				const known = found.get(document);
				found.set(document, {
					fields: (before ? before.fields & fields : fields) | (known?.fields ?? 0),
					starts: known ? merged(known.starts, kept) : kept,
				});
			});
		}
		candidates = found;
		if (found.size === 0) break;
	}
	const best = new Float32Array(count);
	// Where the words share no field as a whole (they stand apart elsewhere too), the phrase stands in one all the same.
	for (const [document, { fields, starts }] of candidates ?? [])
		best[document] = fieldWeight(fields === 0 ? MAIN_FIELD[kind] : fields, starts.length);
	return gathered(best);
}

/** The positions of a term, document by document; only in `among`, where given. The array is the visitor's own. */
function forEachPlace(
	{ block, postingsStart, positionsStart }: Entry,
	mainField: number,
	among: ReadonlyMap<number, unknown> | undefined,
	visit: (document: number, fields: number, positions: number[]) => void,
): void {
	decodePostings(block, postingsStart, positionsStart, mainField, scratch);
	const { documents, fields, counts, length } = scratch;
	let at = positionsStart;
	for (let index = 0; index < length; index++) {
		const document = documents[index]!;
		const isWanted = among === undefined || among.has(document);
		const positions: number[] = [];
		let position = 0;
		for (let left = counts[index]!; left > 0; left--) {
			let value = 0;
			let byte = 0x80;
			for (let shift = 0; byte >= 0x80; shift += 7) {
				byte = block[at++]!;
				value |= (byte & 0x7f) << shift;
			}
			position += value;
			if (isWanted) positions.push(position);
		}
		if (isWanted) visit(document, fields[index]!, positions);
	}
}

/** Numbers that stand in both; all ascending. */
function common(a: readonly number[], b: readonly number[]): number[] {
	const both: number[] = [];
	for (let i = 0, j = 0; i < a.length && j < b.length; ) {
		if (a[i] === b[j]) both.push(a[i]!);
		if (a[i]! <= b[j]!) i++;
		else j++;
	}
	return both;
}

function merged(a: readonly number[], b: readonly number[]): number[] {
	return [...new Set([...a, ...b])].sort((x, y) => x - y);
}

/** Only what has a weight: no field is worth nothing. */
function gathered(weights: Float32Array): Matches {
	let length = 0;
	for (let document = 0; document < weights.length; document++) if (weights[document]! > 0) length++;
	const documents = new Uint32Array(length);
	const kept = new Float32Array(length);
	let at = 0;
	for (let document = 0; document < weights.length; document++) {
		const weight = weights[document]!;
		if (weight === 0) continue;
		documents[at] = document;
		kept[at++] = weight;
	}
	return { documents, weights: kept };
}
