import type { Annotation, Instant } from '../domain/annotation.ts';
import { type ArticleRecord, NO_VERSION } from '../domain/library-part.ts';
import type { PartOutcome } from '../domain/part-outcome.ts';
import { withNote } from './article-note.ts';
import type { ComparedPart } from './known-parts.ts';
import { mergeArticles } from './merge-article.ts';
import {
	type ActRow,
	type AnnotationRow,
	type ArticleRow,
	EDITED_MEMBERS,
	type Edit,
	type EditedMembers,
} from './rows.ts';
import { isSameData } from './same-data.ts';

/** What is written where a part is brought in, and what is said of it. */
export interface PartPlan {
	readonly outcome: PartOutcome;
	/** Absent where the library has it just so. */
	readonly article?: ArticleRow;
	readonly before?: ArticleRow;
	readonly annotations: readonly AnnotationRow[];
	/** Fingerprints of versions that are new. */
	readonly versions: ReadonlySet<string>;
	/** What undoing takes back. */
	readonly edits: readonly Edit[];
}

/**
 * What is to be done with a part, given what the library knows of it. Of two states of an annotation the one changed last
 * stands; the other is what undoing leads to. Nothing is done twice: brought in again, all of it is the same.
 */
export function comparePart(compared: ComparedPart, at: Instant): PartPlan {
	const { part, articleId, article: before } = compared;
	const outcome = { added: 0, same: 0, updated: 0, kept: 0 };
	const [annotations, edits]: [AnnotationRow[], Edit[]] = [[], []];
	for (const given of part.annotations) {
		const row = { ...given, articleId };
		const known = compared.annotations.get(given.id);
		const { kind, edit } = known ? compareAnnotation(known, row, compared.acts) : added(row, at);
		outcome[kind]++;
		if (edit) edits.push(edit);
		if (kind === 'added') annotations.push(row);
		else if (kind === 'updated') annotations.push(withMembers(known!, edit!.after, row.modified));
	}
	const article = mergedArticle(compared, annotations);
	const isChanged = before === undefined || !isSameData(before, article);
	const versions = new Set(part.versions.map(({ fingerprint }) => fingerprint));
	for (const fingerprint of compared.versions) versions.delete(fingerprint);
	const { id, title, lang, dir, url } = article;
	return {
		outcome: {
			article: { id, title, dir, ...(lang !== undefined && { lang }), ...(url !== undefined && { url }) },
			isNew: before === undefined,
			...outcome,
			versions: versions.size,
			note: article.note !== undefined && article.note !== before?.note,
		},
		...(isChanged && { article }),
		...(before && { before }),
		annotations,
		versions,
		edits,
	};
}

/** Undoing puts it into the trash. */
function added(row: AnnotationRow, at: Instant): { kind: 'added'; edit: Edit } {
	return { kind: 'added', edit: { id: row.id, before: { deleted: at }, after: { deleted: row.deleted } } };
}

/** What another program's file knows of an annotation. */
const WORDS_ALONE = ['note', 'tags'] as const;

function compareAnnotation(
	known: AnnotationRow,
	given: Annotation,
	acts: readonly ActRow[],
): { kind: 'same' | 'updated' | 'kept'; edit?: Edit } {
	const compared = given.version === NO_VERSION ? WORDS_ALONE : EDITED_MEMBERS;
	const names = compared.filter((name) => !isSameData(known[name], given[name]));
	if (names.length === 0) return { kind: 'same' };
	const pick = (row: Annotation): EditedMembers => Object.fromEntries(names.map((name) => [name, row[name]]));
	const [id, theirs, ours] = [known.id, pick(given), pick(known)];
	if (given.modified > known.modified) return { kind: 'updated', edit: { id, before: ours, after: theirs } };
	if (acts.some((act) => held(act, id).some((state) => holds(state, theirs)))) return { kind: 'same' };
	return { kind: 'kept', edit: { id, before: theirs, after: ours } };
}

/** The states of an annotation that an act leads to or from. */
function held({ annotationId, before, after, edits = [] }: ActRow, id: string): object[] {
	const own = annotationId === id ? [before, after] : [];
	const ofMany = edits.filter((edit) => edit.id === id).flatMap((edit) => [edit.before, edit.after]);
	return [...own, ...ofMany].filter((state) => state !== undefined);
}

function holds(state: object, members: EditedMembers): boolean {
	return Object.entries(members).every(
		([name, value]) => name in state && isSameData((state as Record<string, unknown>)[name], value),
	);
}

function withMembers(row: AnnotationRow, members: EditedMembers, modified: Instant): AnnotationRow {
	const entries = Object.entries({ ...row, ...members, modified });
	return Object.fromEntries(entries.filter(([, value]) => value !== undefined)) as unknown as AnnotationRow;
}

/** The article as it is then; one in the trash comes out of it only with an annotation that stands. */
function mergedArticle(
	{ part, articleId, article: known }: ComparedPart,
	written: readonly AnnotationRow[],
): ArticleRow {
	const { note = '', ...given } = part.article;
	const last = written.reduce((latest, { modified }) => (modified > latest ? modified : latest), '');
	const row = known ? merged(known, given, note) : { ...part.article, id: articleId };
	const annotated = [last, row.annotated ?? ''].sort().at(-1)!;
	const { deleted, ...standing } = { ...row, ...(annotated !== '' && { annotated }) };
	const inTrash = known ? known.deleted : part.article.deleted;
	const comesOut = written.some((one) => one.deleted === undefined);
	return inTrash === undefined || comesOut ? standing : { ...standing, deleted: inTrash };
}

function merged(known: ArticleRow, given: Omit<ArticleRecord, 'note'>, note: string): ArticleRow {
	const row = mergeArticles(known, given);
	const own = known.note ?? '';
	if (note === '' || own.includes(note)) return withNote(row, own);
	return withNote(row, own === '' || note.includes(own) ? note : `${own}\n\n${note}`);
}
