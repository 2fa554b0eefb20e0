import type { BrowserKind } from '../../browser/browser-kind.ts';
import { openSession } from '../../browser/open-session.ts';
import { type Site, startSite } from '../../browser/start-site.ts';
import { type TortureAct, wayOf } from '../acts.ts';
import { drawAct } from '../draw-act.ts';
import { actedOn } from '../fake-library.ts';
import { isSame, type Rows } from '../rows.ts';
import { seededRandom } from '../seeded-random.ts';
import { notAsConfirmed } from '../store-faults.ts';
import { type Injected, judge } from '../verdict.ts';
import { backupFault } from './backup-fault.ts';
import { migrationFault } from './migration-fault.ts';
import { drawStrike, REQUEST_FAULTS, type Strike, strikeAct } from './strike.ts';
import { openTorturePage } from './torture-page.ts';
import type { Victim } from './victim.ts';

/** After so many faults the library is begun anew, and what was done to the last is done once more without faults. */
const ROUND = 40;
/** Every so manieth fault befalls an upgrade, or a backup, instead of an act. */
const MIGRATION_EVERY = 20;
const BACKUP_EVERY = 15;

/** Faults in a real browser with the extension as it is built, under acts done from a page of it. */
export async function* browserFaults(
	kind: BrowserKind,
	extensionDir: string,
	count: number,
	seed: number,
): AsyncGenerator<Injected> {
	const site: Site = await startSite([]);
	const session = await openSession(kind, { extensionDir, site });
	try {
		const victim: Victim = { session, random: seededRandom(seed), page: await openTorturePage(session) };
		yield* torment(victim, kind, count);
	} finally {
		await session.close();
		await site.close();
	}
}

async function* torment(victim: Victim, layer: string, count: number): AsyncGenerator<Injected> {
	const { random } = victim;
	let rows: Rows = {};
	let confirmed: TortureAct[] = [];
	let isFresh = true;
	for (let n = 1; n <= count; ) {
		if (isFresh || n % ROUND === 1) {
			await victim.page.clear();
			({ rows } = await victim.page.rows());
			confirmed = [];
			isFresh = false;
		}
		if (n % MIGRATION_EVERY === 0) {
			yield { layer, ...(await migrationFault(victim)) };
			isFresh = true;
			n++;
			continue;
		}
		if (n % BACKUP_EVERY === 0) {
			yield { layer, ...(await backupFault(victim, n)) };
			n++;
			continue;
		}
		const act = drawAct(random, rows, n);
		const whole = await actedOn(rows, act);
		if (!whole.isDone || isSame(whole.rows, rows)) continue;
		const strike = drawStrike(random, wayOf(act.name), whole.requests);
		const told = await strikeAct(victim, strike, () => victim.page.begin(act));
		const found = (await victim.page.rows()).rows;
		const integrity = await victim.page.integrity();
		const verdict = judge({ before: rows, whole: whole.rows, found, told, integrity });
		const lost = [...verdict.lost];
		rows = found;
		if (verdict.left === 'all') confirmed.push(act);
		if (n % ROUND === 0 || n === count) lost.push(...(await notAsConfirmed(confirmed, rows)));
		n++;
		yield { layer, act: act.name, fault: describeStrike(strike, whole.requests), ...verdict, lost };
	}
}

function describeStrike(strike: Strike, requests: number): string {
	const place = REQUEST_FAULTS.includes(strike.kind as never)
		? `, request ${strike.at} of ${requests}`
		: ` after ${strike.ms} ms`;
	return `${strike.kind}${place}`;
}
