import { cacheBlocks } from '../../utils/search/block-cache.ts';
import { checksum } from '../../utils/search/checksum.ts';
import type { ReadBlocks } from '../../utils/search/find-entries.ts';
import { createLibraryIndex, type LibraryIndex } from '../../utils/search/library-index.ts';
import type { Segment } from '../../utils/search/segment.ts';
import { IndexDamage } from '../../utils/storage/checked-table.ts';
import type { IndexStore } from '../../utils/storage/index-store.ts';

/** Bytes of blocks kept in memory. */
const KEPT = 16 * 2 ** 20;

/** The index as it was at one moment. */
export interface OpenIndex {
	readonly generation: number;
	readonly segments: readonly Segment[];
	readonly isBuilt: boolean;
	readonly article: LibraryIndex;
	readonly annotation: LibraryIndex;
}

/** Opens the index, and again when it has changed; blocks that stay are not read again. */
export function createIndexOpener(store: IndexStore): () => Promise<OpenIndex> {
	const cached = cacheBlocks((names) => store.readBlocks(names), KEPT);
	let current: OpenIndex | undefined;
	return async () => {
		if (current && (await store.generation()) === current.generation) return current;
		const { generation, isBuilt, segments } = await store.read();
		const read = verified(segments, cached);
		current = {
			generation,
			segments,
			isBuilt,
			article: createLibraryIndex('article', segments, read),
			annotation: createLibraryIndex('annotation', segments, read),
		};
		return current;
	};
}

/** Blocks as they were written, or `IndexDamage`. */
export function verified(segments: readonly Segment[], read: ReadBlocks): ReadBlocks {
	const tables = new Map(segments.map(({ number, table }) => [number, table]));
	const known = new WeakSet<Uint8Array>();
	return async (names) => {
		const blocks = await read(names);
		for (const [index, { segment, block }] of names.entries()) {
			const bytes = blocks[index]!;
			if (known.has(bytes)) continue;
			if (checksum(bytes) !== tables.get(segment)?.sums[block]) throw new IndexDamage(`block ${block} is damaged`);
			known.add(bytes);
		}
		return blocks;
	};
}
