import type { Annotation } from '../domain/annotation.ts';
import { Fault } from '../domain/fault.ts';
import { mergedContent } from '../domain/merged-content.ts';
import type { Selectors } from '../domain/selector.ts';
import { differing, getExisting, pick, type Reattachment } from './annotations.ts';
import { keepForAct } from './articles.ts';
import { record } from './journal.ts';
import { putAnnotations } from './put-rows.ts';
import type { AnnotationRow, ChangedMembers } from './rows.ts';
import type { Database } from './schema.ts';

/** One annotation takes others in; its selectors are of all their words together. */
export interface Merger extends Reattachment {
	/** Ids of the annotations that go. */
	readonly others: readonly string[];
}

/** One annotation becomes two; its selectors are of the first words. */
export interface Division extends Reattachment {
	/** A UUID for the annotation of the other words, given by the page so that a retry is not a third annotation. */
	readonly secondId: string;
	readonly second: Selectors;
}

/** The annotation of an act, after the copy that it was done on is kept; never one in the trash. */
async function standing(database: Database, act: Reattachment): Promise<AnnotationRow> {
	await getExisting(database, act.id);
	const { id: articleId } = await keepForAct(database, act.article, act.version, act.at);
	// Read again: keeping the copy may have joined the annotation's article with another.
	const current = await getExisting(database, act.id);
	if (current.articleId !== articleId) throw new Fault('invalid', `annotation ${act.id} is of another article`);
	if (current.deleted !== undefined) throw new Fault('not-found', `annotation ${act.id} is in the trash`);
	return current;
}

const later = (a: string, b: string): string => (a > b ? a : b);

/**
 * Merges annotations of one article into one: one act. What they say is read here and now, so that a note written
 * elsewhere a moment before is among what is merged; those that are gone already are left out.
 * @throws Fault `invalid` where one is another article's
 */
export async function merge(database: Database, merger: Merger): Promise<Annotation> {
	const { at, version, selectors } = merger;
	const current = await standing(database, merger);
	const rows = await database.annotations.bulkGet([...new Set(merger.others)].filter((id) => id !== current.id));
	const others = rows.filter((row) => row !== undefined && row.deleted === undefined) as AnnotationRow[];
	if (others.some(({ articleId }) => articleId !== current.articleId))
		throw new Fault('invalid', 'annotations of two articles are not merged');
	const merged: ChangedMembers = { selectors, version: version.fingerprint, ...mergedContent(current, others) };
	const after = differing(current, merged);
	if (others.length === 0 && Object.keys(after).length === 0) return current;
	const kept = { ...current, ...after, modified: later(current.modified, at) };
	await putAnnotations(database, [
		kept,
		...others.map((other) => ({ ...other, modified: later(other.modified, at), deleted: at })),
	]);
	await record(database, {
		kind: 'merge',
		articleId: current.articleId,
		annotationId: current.id,
		at,
		before: pick(current, Object.keys(after)),
		after,
		others: others.map(({ id }) => id),
	});
	return kept;
}

/** Splits an annotation in two: one act. The note stays with the first; both have its colour, style and tags. */
export async function split(database: Database, division: Division): Promise<Annotation> {
	const { at, version, selectors, second, secondId } = division;
	if (await database.annotations.get(secondId)) return await getExisting(database, division.id);
	const current = await standing(database, division);
	const after = differing(current, { selectors, version: version.fingerprint });
	const { articleId, color, style, tags } = current;
	const first = { ...current, ...after, modified: later(current.modified, at) };
	const other = { id: secondId, articleId, version: version.fingerprint, selectors: second, color, style, tags };
	await putAnnotations(database, [first, { ...other, note: '', created: at, modified: at }]);
	await record(database, {
		kind: 'split',
		articleId,
		annotationId: current.id,
		at,
		before: pick(current, Object.keys(after)),
		after,
		others: [secondId],
	});
	return first;
}
