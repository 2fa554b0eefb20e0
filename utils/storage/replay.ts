import type { Instant } from '../domain/annotation.ts';
import { withNote } from './article-note.ts';
import { dateAgain, putAnnotations, putArticle } from './put-rows.ts';
import type { ActRow, AnnotationRow, ArticleRow, Edit } from './rows.ts';
import type { Database } from './schema.ts';

const later = (a: Instant, b: Instant) => (a > b ? a : b);

const justBefore = (at: Instant): Instant => new Date(Date.parse(at) - 1).toISOString();

/** A row with other members; `undefined` takes one away. */
function withMembers<Row extends object>(row: Row, members: object): Row {
	const entries = Object.entries({ ...row, ...members });
	return Object.fromEntries(entries.filter(([, value]) => value !== undefined)) as Row;
}

/**
 * When a thing that comes to lie in the trash by an act taken back, or done again, went there: now. Its days begin anew, however long
 * ago it lay there before.
 */
function deletedAt(before: Instant | undefined, after: Instant | undefined, at: Instant): Instant | undefined {
	return before === undefined && after !== undefined ? at : after;
}

/** The annotations of an act on many, after (`forwards`) or before it. Taken back, it was last changed when it was before the act. */
export function edited(row: AnnotationRow, edit: Edit, forwards: boolean, at: Instant): AnnotationRow {
	const next = withMembers(row, forwards ? edit.after : edit.before);
	const modified = (forwards ? undefined : edit.before.modified) ?? later(row.modified, at);
	return withMembers(next, { deleted: deletedAt(row.deleted, next.deleted, at), modified });
}

/** The article in the trash as of a time, or out of it. */
export function withDeleted(row: ArticleRow, deleted: Instant | undefined): ArticleRow {
	return withMembers(row, { deleted });
}

/** The annotation after an act is taken back (`forwards` false) or done again. */
function replayed(annotation: AnnotationRow, act: ActRow, forwards: boolean, at: Instant): AnnotationRow {
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
	const found = rows.flatMap((row) => (row ? [replayed(row, other, forwards, at)] : []));
	await putAnnotations(database, found);
}

/** The same for an act on many things of one article. */
async function replayMany(database: Database, act: ActRow, forwards: boolean, at: Instant): Promise<boolean> {
	const { edits = [], articleDeleted } = act;
	const side = forwards ? 'after' : 'before';
	/** What lay there before its article did is not to go with it. */
	const apart = (row: AnnotationRow, edit: Edit): AnnotationRow =>
		row.deleted === at && articleDeleted?.[side] !== undefined && edit[side].deleted !== articleDeleted[side]
			? { ...row, deleted: justBefore(at) }
			: row;
	const rows = await database.annotations.bulkGet(edits.map(({ id }) => id));
	const found = edits.flatMap((edit, index) => {
		const row = rows[index];
		return row ? [apart(edited(row, edit, forwards, at), edit)] : [];
	});
	const note = (forwards ? act.after : act.before)?.note;
	const isOnArticle = articleDeleted !== undefined || note !== undefined;
	const article = isOnArticle ? await database.articles.get(act.articleId) : undefined;
	if (article) {
		const deleted = articleDeleted ? (forwards ? articleDeleted.after : articleDeleted.before) : article.deleted;
		const since = deletedAt(article.deleted, deleted, at);
		if (since !== undefined && since !== deleted) await moveCompanions(database, act.articleId, deleted, since);
		await putArticle(database, withNote(withDeleted(article, since), note ?? article.note ?? ''), article);
	}
	await putAnnotations(database, found);
	if (!forwards) await dateAgain(database, act.articleId);
	return found.length > 0 || article !== undefined;
}

/** What went into the trash with an article before goes with it again. */
async function moveCompanions(
	database: Database,
	articleId: string,
	before: Instant | undefined,
	deleted: Instant,
): Promise<void> {
	const rows = await database.annotations.where('articleId').equals(articleId).toArray();
	// Those that were brought back by themselves, which was taken back since, lie there as of then.
	const takenBack = await database.acts.where('[articleId+undone]').equals([articleId, 1]).toArray();
	const edits = takenBack.flatMap(({ edits = [] }) => edits);
	const again = new Set(edits.flatMap((edit) => (edit.before.deleted === before ? [edit.id] : [])));
	const isCompanion = ({ id, deleted }: AnnotationRow) =>
		deleted !== undefined && (deleted === before || again.has(id));
	const companions = before === undefined ? [] : rows.filter(isCompanion);
	await database.annotations.bulkPut(companions.map((row) => ({ ...row, deleted })));
}

/** Takes an act back or does it again; false where what it was done on is gone. Part of a larger transaction. */
export async function replay(database: Database, act: ActRow, forwards: boolean, at: Instant): Promise<boolean> {
	if (act.batch !== undefined) return await replayMany(database, act, forwards, at);
	if (act.annotationId === undefined) {
		const article = await database.articles.get(act.articleId);
		if (article) await putArticle(database, withNote(article, (forwards ? act.after : act.before)?.note ?? ''));
		return article !== undefined;
	}
	const annotation = await database.annotations.get(act.annotationId);
	if (annotation) await putAnnotations(database, [replayed(annotation, act, forwards, at)]);
	if (annotation && act.others) await replayOthers(database, act, forwards, at);
	return annotation !== undefined;
}
