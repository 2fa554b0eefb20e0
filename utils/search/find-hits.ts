import { filterKey } from './filter-term.ts';
import { type Entry, findEntries } from './find-entries.ts';
import type { LibraryIndex } from './library-index.ts';
import { type Matches, matchPhrase, matchSlot } from './match-words.ts';
import type { Clause, DateClause, Query } from './query.ts';
import { isDead, type Segment } from './segment.ts';
import { type Slot, slotsOf } from './slots.ts';

/** What a query finds, by the number of a document in the whole index. */
export interface Hits {
	readonly total: number;
	/** 1 where it is a hit. */
	readonly isHit: Uint8Array;
	readonly scores: Float32Array;
}

/** Finds all documents in which every clause holds. */
export async function findHits(index: LibraryIndex, { clauses }: Query): Promise<Hits> {
	const slots = clauses.map(slotsOfClause);
	const found = await findEntries(index.segments, slots.flat(), index.readBlocks);
	const isHit = new Uint8Array(index.count);
	const scores = new Float32Array(index.count);
	for (const [number, segment] of index.segments.entries()) {
		const base = index.bases[number]!;
		for (let document = 0; document < segment.table.count; document++)
			isHit[base + document] = isDead(segment.dead, document) ? 0 : 1;
	}
	let at = 0;
	for (const [which, clause] of clauses.entries()) {
		const own = slots[which]!;
		const [from, to] = [at, at + own.length];
		at = to;
		const matches = index.segments.map((segment, number) =>
			clause.kind === 'date' ? matchDates(segment, clause) : matchSlots(segment, own, found[number]!.slice(from, to)),
		);
		narrow(index, clause, matches, isHit, scores);
	}
	return { total: isHit.reduce((sum, hit) => sum + hit, 0), isHit, scores };
}

function slotsOfClause(clause: Clause): Slot[] {
	if (clause.kind === 'words') return slotsOf(clause);
	if (clause.kind === 'date') return [];
	return [{ text: filterKey(clause.name, clause.value), isPrefix: true, offset: 0, isTyped: false }];
}

function matchSlots(segment: Segment, slots: readonly Slot[], entries: readonly Entry[][]): Matches {
	return slots.length === 1 ? matchSlot(segment, slots[0]!, entries[0]!) : matchPhrase(segment, slots, entries);
}

function matchDates({ table }: Segment, { from, to }: DateClause): Matches {
	const dates = table.dates[0]!;
	const documents: number[] = [];
	for (let document = 0; document < table.count; document++) {
		const date = dates[document]!;
		if (date > 0 && date >= from && date < to) documents.push(document);
	}
	return { documents: Uint32Array.from(documents), weights: new Float32Array(documents.length) };
}

/** Leaves only those hits in which the clause holds, and adds to their scores the more, the rarer it is. */
function narrow(
	index: LibraryIndex,
	clause: Clause,
	matches: readonly Matches[],
	isHit: Uint8Array,
	scores: Float32Array,
): void {
	const matched = matches.reduce((sum, { documents }) => sum + documents.length, 0);
	const rarity = clause.kind === 'words' ? Math.log(1 + index.count / (1 + matched)) : 0;
	for (const [number, { documents, weights }] of matches.entries()) {
		const base = index.bases[number]!;
		const end = base + index.segments[number]!.table.count;
		if (clause.not) {
			for (const document of documents) isHit[base + document] = 0;
			continue;
		}
		let next = base;
		for (let at = 0; at < documents.length; at++) {
			const document = base + documents[at]!;
			isHit.fill(0, next, document);
			scores[document]! += rarity * weights[at]!;
			next = document + 1;
		}
		isHit.fill(0, next, end);
	}
}
