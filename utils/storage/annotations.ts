import { type Annotation, compareByPosition, type Draft, type Instant } from '../domain/annotation.ts';
import type { ArticleCandidate, VersionCandidate } from '../domain/article.ts';
import { Fault } from '../domain/fault.ts';
import type { Selectors } from '../domain/selector.ts';
import { keepForAct } from './articles.ts';
import { record } from './journal.ts';
import { putAnnotations } from './put-rows.ts';
import type { AnnotationRow, ChangedMembers } from './rows.ts';
import { isSameData } from './same-data.ts';
import type { Database } from './schema.ts';

/**
 * How far an edit's time may lie before the last one's and still mean that it was made earlier and came late, from a
 * page whose background had to wake up. Beyond it the clock was set back, and the order of arrival counts.
 */
const LATEST_ARRIVAL_MS = 10_000;

export interface Creation {
	readonly article: ArticleCandidate;
	readonly version: VersionCandidate;
	readonly draft: Draft;
	/** A UUID, given by the page so that a retry is not a second annotation. */
	readonly id: string;
	readonly at: Instant;
}

/** Creates an annotation with its article, version and act. The same id again is the same annotation. */
export async function create(database: Database, { article, version, draft, id, at }: Creation): Promise<Annotation> {
	const known = await database.annotations.get(id);
	if (known) {
		// Whoever stored it may have been killed before it told the other pages: writing it again does.
		await database.annotations.put(known);
		return known;
	}
	const { id: articleId } = await keepForAct(database, article, version, at);
	const annotation = { ...draft, id, articleId, version: version.fingerprint, created: at, modified: at };
	await putAnnotations(database, [annotation]);
	await record(database, { kind: 'create', articleId, annotationId: id, at });
	return annotation;
}

export async function getExisting(database: Database, id: string): Promise<AnnotationRow> {
	const annotation = await database.annotations.get(id);
	if (!annotation) throw new Fault('not-found', `annotation ${id}`);
	return annotation;
}

/** Only the members of `changes` that differ from the annotation. */
export function differing(annotation: AnnotationRow, changes: ChangedMembers): ChangedMembers {
	return Object.fromEntries(
		Object.entries(changes).filter(([name, value]) => !isSameData(annotation[name as keyof ChangedMembers], value)),
	);
}

export function pick(from: ChangedMembers, names: Iterable<string>): ChangedMembers {
	return Object.fromEntries([...names].map((name) => [name, from[name as keyof ChangedMembers]]));
}

/** The members that an edit made after `at` has set already. */
async function setLater(database: Database, annotation: AnnotationRow, at: Instant): Promise<Set<string>> {
	const lateMs = Date.parse(annotation.modified) - Date.parse(at);
	if (lateMs <= 0 || lateMs > LATEST_ARRIVAL_MS) return new Set();
	const acts = await database.acts.where('annotationId').equals(annotation.id).toArray();
	return new Set(acts.filter((act) => act.undone === 0 && act.at > at).flatMap((act) => Object.keys(act.after ?? {})));
}

/**
 * Changes an annotation, also one in the trash (what two views do at once must not lose a note). Of two edits of the
 * same member the later wins, whichever arrives first; the other is in the journal, one undo away.
 * @param session of what is typed in one sitting, which is one act however often it is stored
 */
export async function edit(
	database: Database,
	id: string,
	changes: ChangedMembers,
	at: Instant,
	session?: string,
): Promise<Annotation> {
	const current = await getExisting(database, id);
	const after = differing(current, changes);
	const names = Object.keys(after);
	if (names.length === 0) return current;
	const act = { kind: 'edit', articleId: current.articleId, annotationId: id } as const;
	await record(database, { ...act, at, before: pick(current, names), after, ...(session && { session }) });
	const overtaken = await setLater(database, current, at);
	const restored = names.filter((name) => overtaken.has(name));
	if (restored.length > 0) {
		const back = { before: pick(after, restored), after: pick(current, restored) };
		await record(database, { ...act, at: current.modified, ...back });
	}
	const edited = {
		...current,
		...after,
		...pick(current, restored),
		modified: at > current.modified ? at : current.modified,
	};
	await putAnnotations(database, [edited]);
	return edited;
}

export interface Reattachment {
	readonly id: string;
	readonly article: ArticleCandidate;
	/** The state of the article in which the words stand. */
	readonly version: VersionCandidate;
	readonly selectors: Selectors;
	readonly at: Instant;
}

/**
 * Gives an annotation other words to stand on, and keeps the state of the article that they are taken from. One act:
 * undone, it has its former words and the version they were taken from again.
 * @throws Fault `invalid` where the words are another article's
 */
export async function reattach(database: Database, reattachment: Reattachment): Promise<Annotation> {
	const { id, article, version, selectors, at } = reattachment;
	await getExisting(database, id);
	const { id: articleId } = await keepForAct(database, article, version, at);
	// Read again: keeping the copy may have joined the annotation's article with another.
	const current = await getExisting(database, id);
	if (current.articleId !== articleId) throw new Fault('invalid', `annotation ${id} is of another article`);
	return await edit(database, id, { selectors, version: version.fingerprint }, at);
}

/** Puts an annotation into the trash; one that is there already stays as it is. */
export async function discard(database: Database, id: string, at: Instant): Promise<Annotation> {
	const current = await getExisting(database, id);
	if (current.deleted !== undefined) return current;
	const modified = at > current.modified ? at : current.modified;
	const discarded = { ...current, modified, deleted: at };
	await putAnnotations(database, [discarded]);
	await record(database, { kind: 'delete', articleId: current.articleId, annotationId: id, at });
	return discarded;
}

/** The annotations of an article in reading order: those that stand, or those in the trash. */
export async function list(database: Database, articleId: string, trashed: boolean): Promise<Annotation[]> {
	const annotations = await database.annotations.where('articleId').equals(articleId).toArray();
	return annotations.filter((one) => (one.deleted !== undefined) === trashed).sort(compareByPosition);
}
