import { ID_BYTES, writeId } from './packed-ids.ts';
import { isDead, type Segment } from './segment.ts';

/**
 * The bits of those documents of a segment that are no longer once these have gone too; undefined where it holds none of them.
 * Ids are random: the first four bytes tell nearly all apart.
 */
export function withoutDocuments({ table, dead }: Segment, ids: Uint8Array): Uint8Array<ArrayBuffer> | undefined {
	const wanted = new Map<number, number[]>();
	for (let index = 0; index < ids.length / ID_BYTES; index++) {
		const start = startOf(ids, index);
		wanted.set(start, [...(wanted.get(start) ?? []), index]);
	}
	let next: Uint8Array<ArrayBuffer> | undefined;
	for (let document = 0; document < table.count; document++) {
		const candidates = wanted.get(startOf(table.ids, document));
		if (!candidates?.some((index) => isSame(ids, index, table.ids, document)) || isDead(dead, document)) continue;
		next ??= Uint8Array.from({ length: (table.count + 7) >> 3 }, (_, byte) => dead[byte] ?? 0);
		next[document >> 3]! |= 1 << (document & 7);
	}
	return next;
}

export function packIds(ids: readonly string[]): Uint8Array<ArrayBuffer> {
	const packed = new Uint8Array(ids.length * ID_BYTES);
	for (const [index, id] of ids.entries()) writeId(id, packed, index);
	return packed;
}

function startOf(ids: Uint8Array, index: number): number {
	const at = index * ID_BYTES;
	return (ids[at]! << 24) | (ids[at + 1]! << 16) | (ids[at + 2]! << 8) | ids[at + 3]!;
}

function isSame(a: Uint8Array, i: number, b: Uint8Array, j: number): boolean {
	for (let byte = 0; byte < ID_BYTES; byte++) if (a[i * ID_BYTES + byte] !== b[j * ID_BYTES + byte]) return false;
	return true;
}
