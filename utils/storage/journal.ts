import type { ActReport } from '../domain/act.ts';
import type { Instant } from '../domain/annotation.ts';
import { withNote } from './article-note.ts';
import type { ActRow, AnnotationRow } from './rows.ts';
import { isSameData } from './same-data.ts';
import type { Database } from './schema.ts';

/** Acts that can be taken back, for each article. */
export const MOST_ACTS = 100;

const later = (a: Instant, b: Instant) => (a > b ? a : b);

/**
 * Writes an act down. What was taken back before it can no longer be done again. An edit of the very session that the last
 * standing act is of goes on with that act: what was typed in one sitting is one step. Part of a larger transaction.
 */
export async function record(database: Database, act: Omit<ActRow, 'seq' | 'undone'>): Promise<void> {
	await database.acts.where('[articleId+undone]').equals([act.articleId, 1]).delete();
	if (act.session !== undefined) {
		const last = await database.acts.where('[articleId+undone]').equals([act.articleId, 0]).last();
		if (last?.session === act.session && last.annotationId === act.annotationId) return await goOn(database, last, act);
	}
	await database.acts.add({ ...act, undone: 0 });
	const standing = await database.acts.where('[articleId+undone]').equals([act.articleId, 0]).primaryKeys();
	if (standing.length > MOST_ACTS) await database.acts.bulkDelete(standing.slice(0, -MOST_ACTS));
}

/** One act of two edits; none where the later took back all that the earlier did. */
async function goOn(database: Database, last: ActRow, act: Pick<ActRow, 'at' | 'before' | 'after'>): Promise<void> {
	const [before, after] = [
		{ ...act.before, ...last.before },
		{ ...last.after, ...act.after },
	];
	if (isSameData(before, after)) await database.acts.delete(last.seq!);
	else await database.acts.put({ ...last, at: later(last.at, act.at), before, after });
}

/** The annotation after an act is taken back (`forwards` false) or done again. */
function replay(annotation: AnnotationRow, act: ActRow, forwards: boolean, at: Instant): AnnotationRow {
	const { deleted, ...rest } = { ...annotation, modified: later(annotation.modified, at) };
	if (act.kind !== 'create' && act.kind !== 'delete')
		return { ...rest, ...(deleted && { deleted }), ...(forwards ? act.after : act.before) };
	// A creation that is taken back goes to the trash like anything deleted: nothing a reader wrote is destroyed by a key.
	return forwards === (act.kind === 'create') ? rest : { ...rest, deleted: at };
}

/** What an act did to the annotations that it did not keep: a merger put them into the trash, a split made them. */
async function replayOthers(database: Database, act: ActRow, forwards: boolean, at: Instant): Promise<void> {
	const rows = await database.annotations.bulkGet([...(act.others ?? [])]);
	const other: ActRow = { ...act, kind: act.kind === 'merge' ? 'delete' : 'create' };
	await database.annotations.bulkPut(rows.flatMap((row) => (row ? [replay(row, other, forwards, at)] : [])));
}

/** Takes back the last act that stands, or does again the one last taken back. Part of a larger transaction. */
export async function step(
	database: Database,
	articleId: string,
	direction: 'undo' | 'redo',
	at: Instant,
): Promise<ActReport | undefined> {
	const forwards = direction === 'redo';
	for (;;) {
		const acts = database.acts.where('[articleId+undone]').equals([articleId, forwards ? 1 : 0]);
		const act = await (forwards ? acts.first() : acts.last());
		if (!act) return undefined;
		if (!(await play(database, act, forwards, at))) {
			// Removed for good since: nothing is left that this act could be played on.
			await database.acts.delete(act.seq!);
			continue;
		}
		await database.acts.put({ ...act, undone: forwards ? 0 : 1 });
		return { kind: act.kind, ...(act.annotationId !== undefined && { annotationId: act.annotationId }), articleId };
	}
}

/** Takes an act back or does it again; false where what it was done on is gone. */
async function play(database: Database, act: ActRow, forwards: boolean, at: Instant): Promise<boolean> {
	if (act.annotationId === undefined) {
		const article = await database.articles.get(act.articleId);
		if (article) await database.articles.put(withNote(article, (forwards ? act.after : act.before)?.note ?? ''));
		return article !== undefined;
	}
	const annotation = await database.annotations.get(act.annotationId);
	if (annotation) await database.annotations.put(replay(annotation, act, forwards, at));
	if (annotation && act.others) await replayOthers(database, act, forwards, at);
	return annotation !== undefined;
}
