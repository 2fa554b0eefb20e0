import type { PendingRow } from './rows.ts';
import type { Database } from './schema.ts';

const ARTICLE = 'article:';
const ANNOTATION = 'annotation:';

async function mark(database: Database, keys: readonly string[]): Promise<void> {
	const drawn = crypto.randomUUID();
	if (keys.length > 0) await database.pending.bulkPut(keys.map((key) => ({ key, mark: drawn })));
}

/** Tells the index of the library that these articles are not as it read them. Part of the transaction that changes them. */
export async function markArticles(database: Database, ids: readonly string[]): Promise<void> {
	await mark(
		database,
		ids.map((id) => ARTICLE + id),
	);
}

/** The same for annotations. */
export async function markAnnotations(database: Database, ids: readonly string[]): Promise<void> {
	await mark(
		database,
		ids.map((id) => ANNOTATION + id),
	);
}

/** The same for all annotations of an article: what they are found by is also where it stands and what its text is. */
export async function markAnnotationsOf(database: Database, articleId: string): Promise<void> {
	await markAnnotations(database, await database.annotations.where('articleId').equals(articleId).primaryKeys());
}

/** What is pending of these articles and of all their annotations. */
export async function pendingOf(database: Database, articleIds: readonly string[]): Promise<PendingRow[]> {
	const { annotations, pending } = database;
	// Each article by itself, and all at once: together they would be gone through by a cursor, row by row.
	const lists = await Promise.all(articleIds.map((id) => annotations.where('articleId').equals(id).primaryKeys()));
	const keys = [...articleIds.map((id) => ARTICLE + id), ...lists.flat().map((id) => ANNOTATION + id)];
	return (await pending.bulkGet(keys)).filter((row) => row !== undefined);
}

/** What was read is no longer pending, unless it was touched again since. */
export async function donePending(database: Database, read: readonly PendingRow[]): Promise<void> {
	const rows = await database.pending.bulkGet(read.map(({ key }) => key));
	const done = read.filter(({ mark }, index) => rows[index]?.mark === mark);
	await database.pending.bulkDelete(done.map(({ key }) => key));
}
