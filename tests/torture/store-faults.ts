import 'fake-indexeddb/auto';
import type { Result } from '../../utils/domain/fault.ts';
import type { Transport } from '../../utils/messaging/channel.ts';
import { openLibraryStore } from '../../utils/storage/library-store.ts';
import { type Failure, failRequest } from '../storage/fail-request.ts';
import { perform, type TortureAct, wayOf } from './acts.ts';
import { drawAct } from './draw-act.ts';
import { actedOn, factoryWith, handsOn, rowsOf } from './fake-library.ts';
import { killedAt } from './killed-at.ts';
import { differences, isSame, type Rows } from './rows.ts';
import { oneOf, type Random, seededRandom } from './seeded-random.ts';
import { type Injected, judge } from './verdict.ts';

const FAILURES: readonly Failure[] = ['refused', 'aborted before', 'aborted after'];
const ERRORS = {
	'quota full': 'QuotaExceededError',
	'transaction aborted': 'AbortError',
	'disk error': 'UnknownError',
};
const ON_THE_WAY = ['killed before the message', 'killed before the answer', 'tab closed'] as const;

/** After so many faults a library is begun anew, and what was done to the last is done once more without faults. */
const ROUND = 40;

const EMPTY: Rows = {};

/**
 * Faults in an IndexedDB in memory, under the stores and the messages as they are: at a request of a transaction, or at a
 * message. The same for the same seed.
 */
export async function* storeFaults(count: number, seed: number): AsyncGenerator<Injected> {
	const random = seededRandom(seed);
	let rows = EMPTY;
	let confirmed: TortureAct[] = [];
	for (let n = 1; n <= count; ) {
		if (n % ROUND === 1) {
			rows = await rowsOf(await factoryWith(EMPTY));
			confirmed = [];
		}
		const act = drawAct(random, rows, n);
		const whole = await actedOn(rows, act);
		// Refused also where nothing befalls it, or without anything to write: another is drawn.
		if (!whole.isDone || isSame(whole.rows, rows)) continue;
		const found = await befall(random, rows, act, whole.requests);
		const verdict = judge({ before: rows, whole: whole.rows, ...found });
		const lost = [...verdict.lost];
		rows = found.found;
		if (verdict.left === 'all') confirmed.push(act);
		if (n % ROUND === 0 || n === count) lost.push(...(await notAsConfirmed(confirmed, rows)));
		n++;
		yield { layer: 'store', act: act.name, fault: found.fault, ...verdict, lost };
	}
}

/** The acts that count, done one after the other to an empty library, give what is stored. */
export async function notAsConfirmed(confirmed: readonly TortureAct[], rows: Rows): Promise<string[]> {
	const indexedDB = await factoryWith(EMPTY);
	const hands = handsOn(indexedDB);
	for (const act of confirmed) await perform(hands, act);
	hands.close();
	const wanted = await rowsOf(indexedDB);
	return isSame(wanted, rows) ? [] : ['not what the acts together leave', ...differences(wanted, rows)];
}

async function befall(random: Random, rows: Rows, act: TortureAct, requests: number) {
	const indexedDB = await factoryWith(rows);
	const [fault, told] = await (wayOf(act.name) === 'message' && random(4) === 0
		? onTheWay(random, indexedDB, act)
		: inTransaction(random, indexedDB, act, requests));
	const restarted = openLibraryStore({ indexedDB });
	const integrity = await restarted.checkIntegrity();
	restarted.close();
	return { fault, told, found: await rowsOf(indexedDB), integrity };
}

type Befallen = readonly [fault: string, told: Result<unknown> | undefined];

async function onTheWay(random: Random, indexedDB: IDBFactory, act: TortureAct): Promise<Befallen> {
	const fault = oneOf(random, ON_THE_WAY);
	let isStruck = false;
	let close = () => {};
	const closed = new Promise<undefined>((resolve) => {
		close = () => resolve(undefined);
	});
	const strike =
		(deliver: Transport): Transport =>
		async (message) => {
			if (isStruck) return await deliver(message);
			isStruck = true;
			if (fault !== 'killed before the message') await deliver(message);
			if (fault !== 'tab closed') throw new Error('the message port closed before a response was received');
			close();
			return await new Promise(() => {});
		};
	const hands = handsOn(indexedDB, strike);
	const told = await Promise.race([perform(hands, act), closed]);
	hands.close();
	return [fault, told];
}

async function inTransaction(
	random: Random,
	indexedDB: IDBFactory,
	act: TortureAct,
	requests: number,
): Promise<Befallen> {
	const n = 1 + random(requests);
	const hands = handsOn(indexedDB);
	try {
		if (random(4) === 0) {
			await killedAt(n, () => perform(hands, act));
			return [`killed at request ${n} of ${requests}`, undefined];
		}
		const name = oneOf(random, Object.keys(ERRORS) as (keyof typeof ERRORS)[]);
		const failure = oneOf(random, FAILURES);
		let told: Result<unknown> | undefined;
		const work = async () => {
			told = await perform(hands, act);
		};
		await failRequest(n, failure, work, ERRORS[name]);
		return [`${name}, request ${n} of ${requests} ${failure}`, told];
	} finally {
		hands.close();
	}
}
