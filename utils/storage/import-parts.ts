import { Dexie } from 'dexie';
import type { Instant } from '../domain/annotation.ts';
import type { LibraryPart } from '../domain/library-part.ts';
import { comparePart, type PartPlan } from './compare-part.ts';
import { createFreshParts, type FreshParts } from './fresh-parts.ts';
import { record } from './journal.ts';
import { asNew, type ComparedPart, lookUpParts } from './known-parts.ts';
import { markAnnotations, markAnnotationsOf, markArticles } from './pending.ts';
import type { ActRow } from './rows.ts';
import type { Database } from './schema.ts';

/** Hands out parts, some at a time; undefined at the end. */
export type PartSource = () => readonly LibraryPart[] | undefined | PromiseLike<readonly LibraryPart[] | undefined>;

export interface ImportOptions {
	readonly at: Instant;
	/** Whether the parts are a whole library: then an empty one becomes the same, its undo journal included. */
	readonly isWhole?: boolean;
	/** Told after every few parts how many are in. */
	readonly progress?: (parts: number) => void;
}

/** So many parts are written at a time, where there are: of fewer rows Dexie notes every key in every index, for those who observe. */
const LEAST_AT_ONCE = 50;

/**
 * Brings parts into the library: one act, which undoing takes back whole. All of it belongs to one transaction; where that
 * ends, also by the tab's closing, nothing was written. Answers the batch of the act that can be undone; undefined where an
 * empty library became another one, for it has that one's journal instead.
 */
export async function importParts(
	database: Database,
	next: PartSource,
	{ at, isWhole = false, progress }: ImportOptions,
): Promise<string | undefined> {
	const isEmpty = (await database.articles.limit(1).primaryKeys()).length === 0;
	const batch = isWhole && isEmpty ? undefined : crypto.randomUUID();
	const hasNothing = isEmpty && (await database.annotations.limit(1).primaryKeys()).length === 0;
	const target: Target = { database, at, batch, ...(hasNothing && { fresh: createFreshParts() }) };
	let done = 0;
	let upcoming = ask(next);
	for (;;) {
		const parts = await answered(database, upcoming);
		if (parts === undefined) return batch;
		upcoming = ask(next);
		for (let from = 0, to = 0; from < parts.length; from = to) {
			to = parts.length - from < 2 * LEAST_AT_ONCE ? parts.length : from + LEAST_AT_ONCE;
			await importSome(target, parts.slice(from, to));
			done += to - from;
			progress?.(done);
		}
	}
}

/** What a source was asked for, once it has answered. */
interface Asked {
	answer?: { readonly parts: readonly LibraryPart[] | undefined } | { readonly error: unknown };
}

/** Asks for the next parts, outside of the transaction: what a source awaits is none of its business. */
function ask(next: PartSource): Asked {
	const asked: Asked = {};
	Dexie.ignoreTransaction(() => {
		const given = next();
		if (given === undefined || !('then' in given)) asked.answer = { parts: given };
		else
			given.then(
				(parts) => {
					asked.answer = { parts };
				},
				(error) => {
					asked.answer = { error };
				},
			);
	});
	return asked;
}

/**
 * Waits for an answer without the transaction's ending: it has a request of ours to serve all the while. (Dexie's own
 * `waitFor` lets it end where what is waited for takes its time.)
 */
async function answered(database: Database, asked: Asked): Promise<readonly LibraryPart[] | undefined> {
	while (asked.answer === undefined) await database.pending.get('');
	if ('error' in asked.answer) throw asked.answer.error;
	return asked.answer.parts;
}

/** Where parts are brought in. */
interface Target {
	readonly database: Database;
	readonly at: Instant;
	/** Undefined where the journal itself is brought in. */
	readonly batch: string | undefined;
	/** There where the library had nothing: most parts need not be looked up in it then. */
	readonly fresh?: FreshParts;
}

async function importSome(target: Target, parts: readonly LibraryPart[]): Promise<void> {
	const isFresh = parts.map((part) => target.fresh?.take(part) ?? false);
	const fresh = parts.filter((_, n) => isFresh[n]).map(asNew);
	if (fresh.length > 0) await write(target, fresh);
	await mergeSome(
		target,
		parts.filter((_, n) => !isFresh[n]),
	);
}

async function mergeSome(target: Target, parts: readonly LibraryPart[]): Promise<void> {
	if (parts.length === 0) return;
	const compared = await lookUpParts(target.database, parts);
	// Two parts that are one article: the second is compared with what the first has made of it.
	const first = compared.filter(({ articleId }, n) => compared.findIndex((one) => one.articleId === articleId) === n);
	for (const { articleId, part } of first) target.fresh?.note(articleId, part);
	await write(target, first);
	for (const part of parts.filter((_, n) => !first.includes(compared[n]!))) await mergeSome(target, [part]);
}

async function write({ database, at, batch }: Target, compared: readonly ComparedPart[]): Promise<void> {
	const planned = compared.map((one) => ({ ...one, plan: comparePart(one, at) }));
	const articles = planned.flatMap(({ plan }) => plan.article ?? []);
	const annotations = planned.flatMap(({ plan }) => plan.annotations);
	const versions = planned.flatMap(({ part, articleId, plan }) =>
		part.versions
			.filter(({ fingerprint }) => plan.versions.has(fingerprint))
			.map((version) => ({ ...version, articleId })),
	);
	const touched = planned.filter(({ plan }) => plan.article ?? plan.versions.size > 0);
	const acts = planned.map(({ part, articleId, plan }) =>
		batch === undefined ? [...(part.acts ?? [])] : actsOf(plan, articleId, at, batch),
	);
	// None waits for another: the database works through them one after the other anyway.
	await Promise.all([
		database.articles.bulkPut(articles),
		database.annotations.bulkPut(annotations),
		database.versions.bulkPut(versions),
		markArticles(
			database,
			touched.map(({ articleId }) => articleId),
		),
		markAnnotations(
			database,
			annotations.map(({ id }) => id),
		),
		// A new article has no acts that these could be put behind or thinned with.
		database.acts.bulkAdd(acts.filter((_, n) => !planned[n]!.article).flat()),
	]);
	for (const { articleId, article, plan } of planned)
		if (article && plan.versions.size > 0) await markAnnotationsOf(database, articleId);
	for (const act of acts.filter((_, n) => planned[n]!.article).flat()) await record(database, act);
}

function actsOf(
	{ article, before, edits, outcome }: PartPlan,
	articleId: string,
	at: Instant,
	batch: string,
): ActRow[] {
	const note = outcome.note && before && { before: { note: before.note ?? '' }, after: { note: article?.note ?? '' } };
	const isMoved = before === undefined || (article !== undefined && before.deleted !== article.deleted);
	if (edits.length === 0 && !note && !isMoved) return [];
	// An article that came with this act was, as it were, in the trash before.
	const deletedBefore = before === undefined ? at : before.deleted;
	const articleDeleted = {
		...(deletedBefore !== undefined && { before: deletedBefore }),
		...(article?.deleted !== undefined && { after: article.deleted }),
	};
	const act = { kind: 'import', articleId, at, undone: 0, batch, edits, ...note } as const;
	return [isMoved ? { ...act, articleDeleted } : act];
}
