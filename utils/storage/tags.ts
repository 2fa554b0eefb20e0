import type { Database } from './schema.ts';

/** Every tag in use, the most used first; those used as often by code units. The trash counts: its tags are the reader's too. */
export async function listTags(database: Database): Promise<string[]> {
	const uses = new Map<string, number>();
	for (const tag of await database.annotations.orderBy('tags').keys()) {
		const name = String(tag);
		uses.set(name, (uses.get(name) ?? 0) + 1);
	}
	return [...uses].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([tag]) => tag);
}
