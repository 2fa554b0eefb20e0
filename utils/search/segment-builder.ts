import type { SearchKind } from '../domain/search.ts';
import { SEARCH_FIELDS } from '../domain/search.ts';
import { createBlockWriter } from './block-writer.ts';
import { createByteWriter } from './byte-writer.ts';
import { filterTerm, isFilterTerm } from './filter-term.ts';
import { forEachTerm } from './indexed-terms.ts';
import { ID_BYTES, writeId } from './packed-ids.ts';
import { writePosting } from './postings.ts';
import { DATES, MAIN_FIELD, type SearchDocument } from './search-document.ts';
import type { SegmentTable } from './segment.ts';
import { type Fold, readTokens } from './tokens.ts';

/** Documents of one kind on their way into a segment. */
export interface SegmentBuilder {
	readonly documents: number;
	/** How many words and characters so far: some fifty bytes of memory each. */
	readonly occurrences: number;
	add(document: SearchDocument): void;
	build(): BuiltSegment;
}

export interface BuiltSegment {
	readonly table: SegmentTable;
	readonly blocks: readonly Uint8Array<ArrayBuffer>[];
}

/** Between two fields: more than a phrase may leave out. */
const FIELD_GAP = 3;
const FIELD_BITS = 3;

export function createSegmentBuilder(kind: SearchKind, fold: Fold): SegmentBuilder {
	const documents: SearchDocument[] = [];
	const numbers = new Map<string, number>();
	let capacity = 4096;
	let length = 0;
	/** By occurrence, in the order of documents and positions: its term, document, and position with field. */
	let terms = new Uint32Array(capacity);
	let owners = new Uint32Array(capacity);
	let places = new Uint32Array(capacity);

	function note(term: string, place: number): void {
		let number = numbers.get(term);
		if (number === undefined) {
			number = numbers.size;
			numbers.set(term, number);
		}
		if (length === capacity) {
			capacity *= 2;
			[terms, owners, places] = [grown(terms, capacity), grown(owners, capacity), grown(places, capacity)];
		}
		terms[length] = number;
		owners[length] = documents.length;
		places[length++] = place;
	}

	return {
		get documents() {
			return documents.length;
		},
		get occurrences() {
			return length;
		},
		add(document) {
			let base = 0;
			for (const [field, text] of document.fields) {
				const bits = SEARCH_FIELDS.indexOf(field);
				const tokens = readTokens(text, fold);
				forEachTerm(tokens, (term, position) => note(term, ((base + position) << FIELD_BITS) | bits));
				base += (tokens.positions.at(-1) ?? 0) + FIELD_GAP;
			}
			const filters = new Set(document.filters.map(([name, value]) => filterTerm(name, fold(value), value)));
			for (const term of filters) note(term, 0);
			documents.push({ ...document, fields: [], filters: [] });
		},
		build() {
			const starts = startsByTerm(terms, length, numbers.size);
			const order = new Uint32Array(length);
			const next = starts.slice();
			for (let index = 0; index < length; index++) order[next[terms[index]!]!++] = index;
			const blocks: Uint8Array<ArrayBuffer>[] = [];
			const writer = createBlockWriter((block) => blocks.push(block));
			const [postings, positions] = [createByteWriter(), createByteWriter()];
			const mainField = MAIN_FIELD[kind];
			for (const term of [...numbers.keys()].sort()) {
				const number = numbers.get(term)!;
				const isFilter = isFilterTerm(term);
				let last = -1;
				for (let at = starts[number]!; at < starts[number + 1]!; ) {
					const document = owners[order[at]!]!;
					let [fields, count, position] = [0, 0, 0];
					for (; at < starts[number + 1]! && owners[order[at]!] === document; at++, count++) {
						const place = places[order[at]!]!;
						fields |= 1 << (place & ((1 << FIELD_BITS) - 1));
						if (!isFilter) positions.varint((place >>> FIELD_BITS) - position);
						position = place >>> FIELD_BITS;
					}
					writePosting(postings, {
						last,
						document,
						fields: isFilter ? mainField : fields,
						count,
						mainField,
					});
					last = document;
				}
				writer.term(term, postings.view(), positions.view());
				postings.clear();
				positions.clear();
			}
			return { table: { ...tableOf(kind, documents), ...writer.finish() }, blocks };
		},
	};
}

function tableOf(
	kind: SearchKind,
	documents: readonly SearchDocument[],
): Pick<SegmentTable, 'kind' | 'count' | 'ids' | 'dates'> {
	const ids = new Uint8Array(documents.length * ID_BYTES);
	for (const [index, { id }] of documents.entries()) writeId(id, ids, index);
	const dates = DATES[kind].map((_, date) => Uint32Array.from(documents, ({ dates }) => dates[date] ?? 0));
	return { kind, count: documents.length, ids, dates };
}

/** Where the occurrences of each term begin once they are sorted by term; one more at the end. */
function startsByTerm(terms: Uint32Array, length: number, count: number): Uint32Array {
	const starts = new Uint32Array(count + 1);
	for (let index = 0; index < length; index++) starts[terms[index]! + 1]!++;
	for (let term = 0; term < count; term++) starts[term + 1]! += starts[term]!;
	return starts;
}

function grown(from: Uint32Array, capacity: number): Uint32Array<ArrayBuffer> {
	const to = new Uint32Array(capacity);
	to.set(from);
	return to;
}
