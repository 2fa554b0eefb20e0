import { readBlock } from './block-reader.ts';
import { blockOf, type Segment } from './segment.ts';

/** Terms that are looked for: one, or all that begin with it. */
export interface TermRange {
	readonly text: string;
	readonly isPrefix: boolean;
}

/** A term found in a block. */
export interface Entry {
	readonly term: string;
	readonly block: Uint8Array;
	/** Bytes in the block. */
	readonly postingsStart: number;
	readonly positionsStart: number;
	readonly end: number;
}

export interface BlockName {
	/** The segment's number. */
	readonly segment: number;
	readonly block: number;
}
/** The blocks of these names, in that order. */
export type ReadBlocks = (names: readonly BlockName[]) => Promise<readonly Uint8Array[]>;

/** What each segment has of each range: by segment, by range, in the order of terms. All blocks are asked for at once. */
export async function findEntries(
	segments: readonly Segment[],
	ranges: readonly TermRange[],
	readBlocks: ReadBlocks,
): Promise<Entry[][][]> {
	const names: BlockName[] = [];
	const wanted = segments.map(({ number, table: { firstTerms } }) =>
		ranges.map(({ text, isPrefix }) => {
			const from = names.length;
			for (let block = blockOf(firstTerms, text); block < firstTerms.length; block++) {
				const first = firstTerms[block]!;
				if (first > text && !(isPrefix && first.startsWith(text))) break;
				names.push({ segment: number, block });
			}
			return { from, to: names.length };
		}),
	);
	const blocks = await readBlocks(names);
	return wanted.map((spans) =>
		spans.map(({ from, to }, index) => blocks.slice(from, to).flatMap((block) => entriesIn(block, ranges[index]!))),
	);
}

function entriesIn(block: Uint8Array, { text, isPrefix }: TermRange): Entry[] {
	const entries: Entry[] = [];
	const reader = readBlock(block);
	while (reader.next()) {
		const { term, postingsStart, positionsStart, end } = reader;
		if (term < text) continue;
		if (isPrefix ? !term.startsWith(text) : term !== text) break;
		entries.push({ term, block, postingsStart, positionsStart, end });
	}
	return entries;
}
