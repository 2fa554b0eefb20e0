import type { SearchKind } from '../../utils/domain/search.ts';
import { packIds, withoutDocuments } from '../../utils/search/find-documents.ts';
import type { ReadBlocks } from '../../utils/search/find-entries.ts';
import { createLibraryIndex, type LibraryIndex } from '../../utils/search/library-index.ts';
import { mergeSegments } from '../../utils/search/merge-segments.ts';
import type { SearchDocument } from '../../utils/search/search-document.ts';
import type { Segment } from '../../utils/search/segment.ts';
import { createSegmentBuilder } from '../../utils/search/segment-builder.ts';
import type { Fold } from '../../utils/search/tokens.ts';

/** An index without a disk. */
export interface MemoryIndex {
	/** Puts documents in, in place of those of the same ids. */
	put(documents: readonly SearchDocument[]): void;
	remove(ids: readonly string[]): void;
	/** Makes one segment of all. */
	merge(): Promise<void>;
	open(): LibraryIndex;
	readonly bytes: number;
}

export function memoryIndex(kind: SearchKind, fold: Fold): MemoryIndex {
	const blocks = new Map<number, readonly Uint8Array[]>();
	let segments: Segment[] = [];
	let next = 1;

	const read: ReadBlocks = async (names) => names.map(({ segment, block }) => blocks.get(segment)![block]!);

	function remove(ids: readonly string[]): void {
		const packed = packIds(ids);
		segments = segments.map((segment) => ({ ...segment, dead: withoutDocuments(segment, packed) ?? segment.dead }));
	}

	return {
		put(documents) {
			remove(documents.map(({ id }) => id));
			const builder = createSegmentBuilder(kind, fold);
			for (const document of documents) builder.add(document);
			const built = builder.build();
			blocks.set(next, built.blocks);
			segments.push({ number: next++, table: built.table, dead: new Uint8Array() });
		},
		remove,
		async merge() {
			if (segments.length === 0) return;
			const written: Uint8Array[] = [];
			const table = await mergeSegments(segments, read, async (more) => {
				written.push(...more);
			});
			blocks.set(next, written);
			segments = [{ number: next++, table, dead: new Uint8Array() }];
		},
		open: () => createLibraryIndex(kind, segments, read),
		get bytes() {
			return segments.reduce((sum, { table }) => sum + table.bytes, 0);
		},
	};
}
