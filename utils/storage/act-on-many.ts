import type { ActKind, LibraryActReport } from '../domain/act.ts';
import type { Instant } from '../domain/annotation.ts';
import { grouped } from './grouped.ts';
import { record } from './journal.ts';
import { reportOf } from './library-steps.ts';
import { putAnnotations, putArticles } from './put-rows.ts';
import { edited, withDeleted } from './replay.ts';
import type { ActRow, AnnotationRow, ArticleRow, EditedMembers } from './rows.ts';
import type { Database } from './schema.ts';

/** What an act on many things does to one annotation. */
export interface Alteration {
	readonly row: AnnotationRow;
	readonly after: EditedMembers;
}

/** What it does to an article as a whole: into the trash as of a time, or out of it. */
export interface Removal {
	readonly row: ArticleRow;
	readonly deleted: Instant | undefined;
}

/** Does one act on many annotations and articles; undefined, and no act, where there are none. Part of a larger transaction. */
export async function actOnMany(
	database: Database,
	kind: ActKind,
	{
		alterations,
		removals = [],
	}: { readonly alterations: readonly Alteration[]; readonly removals?: readonly Removal[] },
	at: Instant,
): Promise<LibraryActReport | undefined> {
	const batch = crypto.randomUUID();
	const acts = new Map<string, Omit<ActRow, 'seq' | 'undone'>>();
	const actOn = (articleId: string) => acts.get(articleId) ?? { kind, articleId, at, batch };
	for (const { row, deleted } of removals) {
		const articleDeleted = { ...(row.deleted && { before: row.deleted }), ...(deleted && { after: deleted }) };
		acts.set(row.id, { ...actOn(row.id), articleDeleted });
	}
	await putArticles(
		database,
		removals.map(({ row, deleted }) => withDeleted(row, deleted)),
	);
	const changed: AnnotationRow[] = [];
	const byArticle = grouped(alterations, ({ row }) => row.articleId);
	for (const [articleId, ofArticle] of byArticle) {
		const edits = ofArticle.map(({ row, after }) => {
			const names = Object.keys(after) as (keyof EditedMembers)[];
			const before: EditedMembers = Object.fromEntries(names.map((name) => [name, row[name]]));
			return { id: row.id, before: { ...before, modified: row.modified }, after };
		});
		acts.set(articleId, { ...actOn(articleId), edits });
		for (const [index, { row }] of ofArticle.entries()) changed.push(edited(row, edits[index]!, true, at));
	}
	await putAnnotations(database, changed);
	for (const act of acts.values()) await record(database, act);
	return reportOf([...acts.values()].map((act) => ({ ...act, undone: 0 })));
}
