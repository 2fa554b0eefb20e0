import type { LibraryActReport } from '../domain/act.ts';
import type { Instant } from '../domain/annotation.ts';
import { newestAct, play } from './journal.ts';
import type { ActRow } from './rows.ts';
import type { Database } from './schema.ts';

/** What acts that are one were about, all together. */
export function reportOf(acts: readonly ActRow[]): LibraryActReport | undefined {
	const [first] = acts;
	if (!first) return undefined;
	const articleIds = acts.map(({ articleId }) => articleId);
	const report = {
		kind: first.kind,
		articleIds,
		articles: 0,
		annotations: 0,
		...(first.batch && { batch: first.batch }),
	};
	for (const { kind, annotationId, others = [], edits = [], articleDeleted } of acts) {
		if (articleDeleted !== undefined || kind === 'article-note') report.articles++;
		report.annotations += edits.length + others.length + (annotationId === undefined ? 0 : 1);
	}
	return report;
}

/** The newest act that stands, wherever it was made; all rows of an act on many things, the last first. */
async function lastStanding(database: Database): Promise<ActRow[]> {
	const act = await database.acts.where('undone').equals(0).last();
	if (act?.batch === undefined) return act ? [act] : [];
	const rows = await database.acts.where('batch').equals(act.batch).toArray();
	return rows.filter(({ undone }) => undone === 0).reverse();
}

/** What was last taken back, the first act first, unless something was done since. */
async function lastTakenBack(database: Database): Promise<ActRow[]> {
	const last = await database.acts.orderBy('takenBack').last();
	if (last?.takenBack === undefined || last.newest !== (await newestAct(database))) return [];
	return await database.acts.where('takenBack').equals(last.takenBack).sortBy('seq');
}

/**
 * Takes back the newest act in the library, or does again what was last taken back. Part of a larger transaction.
 * @param batch of the act that is meant: nothing is done where another one is the newest by now
 */
export async function stepLast(
	database: Database,
	direction: 'undo' | 'redo',
	at: Instant,
	batch?: string,
): Promise<LibraryActReport | undefined> {
	const forwards = direction === 'redo';
	for (;;) {
		const acts = await (forwards ? lastTakenBack(database) : lastStanding(database));
		if (acts.length === 0 || (batch !== undefined && acts[0]!.batch !== batch)) return undefined;
		const report = reportOf(await play(database, acts, forwards, at));
		if (report) return report;
	}
}
