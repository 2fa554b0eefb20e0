import type { ActReport } from '../domain/act.ts';
import type { Instant } from '../domain/annotation.ts';
import { replay } from './replay.ts';
import type { ActRow } from './rows.ts';
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

/** Takes back the last act on an article that stands, or does again the one last taken back. Part of a larger transaction. */
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
		if ((await play(database, [act], forwards, at)).length === 0) continue;
		return { kind: act.kind, ...(act.annotationId !== undefined && { annotationId: act.annotationId }), articleId };
	}
}

/**
 * Takes acts back, or does them again, as one step; they are in the order in which that is done. The acts of which
 * something was left. Part of a larger transaction.
 */
export async function play(
	database: Database,
	acts: readonly ActRow[],
	forwards: boolean,
	at: Instant,
): Promise<ActRow[]> {
	const played: ActRow[] = [];
	for (const act of acts) {
		if (await replay(database, act, forwards, at)) played.push(act);
		// Removed for good since: nothing is left that this act could be played on.
		else await database.acts.delete(act.seq!);
	}
	const step = forwards || played.length === 0 ? undefined : await nextStep(database);
	await database.acts.bulkPut(
		played.map(({ takenBack, newest, ...act }) => ({ ...act, undone: forwards ? 0 : 1, ...step })),
	);
	return played;
}

/** What is written down of acts taken back now. */
async function nextStep(database: Database): Promise<Required<Pick<ActRow, 'takenBack' | 'newest'>>> {
	const last = await database.acts.orderBy('takenBack').lastKey();
	return { takenBack: (typeof last === 'number' ? last : 0) + 1, newest: await newestAct(database) };
}

/** The number of the newest act that is kept; 0 where there is none. */
export async function newestAct(database: Database): Promise<number> {
	const [newest = 0] = await database.acts.orderBy(':id').reverse().limit(1).primaryKeys();
	return newest;
}
