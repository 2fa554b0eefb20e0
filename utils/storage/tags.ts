import type { Database } from './schema.ts';

/** Every tag in use, the most used first. The trash counts: its tags are the reader's too. */
export async function listTags(database: Database): Promise<string[]> {
	return byUse((await database.annotations.orderBy('tags').keys()).map(String));
}

/** Each once, the most used first; those used as often by code units. */
export function byUse(tags: readonly string[]): string[] {
	const uses = new Map<string, number>();
	for (const tag of tags) uses.set(tag, (uses.get(tag) ?? 0) + 1);
	return [...uses].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([tag]) => tag);
}
