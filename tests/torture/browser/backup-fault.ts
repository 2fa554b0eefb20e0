import { at } from '../../storage/build.ts';
import type { Injected } from '../verdict.ts';
import { drawStrike, strikeAct } from './strike.ts';
import type { Victim } from './victim.ts';

const DAY_MINUTES = 24 * 60;

/** The backup of a day, broken off: the last one is there as before, and none is there that cannot be read. */
export async function backupFault(victim: Victim, n: number): Promise<Omit<Injected, 'layer'>> {
	const strike = drawStrike(victim.random, 'page', 1);
	const before = await victim.page.backups();
	const told = await strikeAct(victim, strike, () => victim.page.beginBackup(n));
	const after = await victim.page.backups();
	const made = at(n * DAY_MINUTES);
	const isMade = after.some((one) => one.made === made);
	const lost = after.flatMap((one) => (one.flaw ? [`the backup of ${one.made}: ${one.flaw}`] : []));
	const [last] = before;
	if (last && !after.some((one) => one.made === last.made)) lost.push(`the backup of ${last.made} is gone`);
	const { flaws } = await victim.page.integrity();
	if (flaws.length > 0) lost.push(`not sound: ${JSON.stringify(flaws)}`);
	return {
		act: 'keep a backup',
		fault: strike.kind,
		told: told === undefined ? undefined : told.ok ? 'stored' : 'not stored',
		left: isMade ? 'all' : 'nothing',
		lost,
	};
}
