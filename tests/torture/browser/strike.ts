import { setTimeout as pause } from 'node:timers/promises';
import type { Result } from '../../../utils/domain/fault.ts';
import type { Way } from '../acts.ts';
import { oneOf, type Random } from '../seeded-random.ts';
import { openTorturePage } from './torture-page.ts';
import type { Victim } from './victim.ts';

export const REQUEST_FAULTS = [
	'quota full',
	'disk error',
	'transaction aborted before',
	'transaction aborted after',
] as const;

export type StrikeKind =
	| (typeof REQUEST_FAULTS)[number]
	| 'background killed'
	| 'tab closed'
	| 'page left'
	| 'browser killed'
	| 'access revoked';

export interface Strike {
	readonly kind: StrikeKind;
	/** Which request of those that write, from 1; of faults of requests. */
	readonly at: number;
	/** How long after the act was begun; of all other faults. */
	readonly ms: number;
}

/** The longest an act may take once it is made slow, in milliseconds, as a rule. */
const LONGEST_MS = 60;

export function drawStrike(random: Random, way: Way, requests: number): Strike {
	const rest = { at: 1 + random(requests), ms: random(LONGEST_MS) };
	const lot = random(100);
	if (lot < 5) return { kind: 'browser killed', ...rest };
	if (lot < 7) return { kind: 'access revoked', ...rest };
	if (lot < 25) return { kind: 'tab closed', ...rest };
	if (lot < 40) return { kind: 'page left', ...rest };
	if (lot < 60 && way === 'message') return { kind: 'background killed', ...rest };
	return { kind: oneOf(random, REQUEST_FAULTS), ...rest };
}

/**
 * Begins an act and lets a fault befall it; what the reader was told, undefined where the page was gone before. Afterwards
 * there is a page that works, and nothing more is to befall it.
 */
export async function strikeAct(
	victim: Victim,
	strike: Strike,
	begin: () => Promise<void>,
): Promise<Result<unknown> | undefined> {
	const { kind, at, ms } = strike;
	const isOfRequest = REQUEST_FAULTS.includes(kind as never);
	await victim.page.setFault(
		isOfRequest ? { kind: kind as (typeof REQUEST_FAULTS)[number], at } : { kind: 'slow', at },
	);
	await begin();
	const told = await befall(victim, strike);
	await victim.page.setFault();
	return told;

	async function befall({ session }: Victim, strike: Strike): Promise<Result<unknown> | undefined> {
		if (isOfRequest) return await victim.page.outcome();
		if (ms > 0) await pause(ms);
		if (strike.kind === 'background killed') {
			await session.killBackground();
			return await victim.page.outcome();
		}
		if (strike.kind === 'access revoked') {
			await session.setSiteAccess(false);
			const told = await victim.page.outcome();
			await session.setSiteAccess(true);
			return told;
		}
		const toldSoFar = await victim.page.toldSoFar();
		if (strike.kind === 'page left') {
			await victim.page.leave();
			return toldSoFar;
		}
		if (strike.kind === 'browser killed') await session.killAndRestart();
		else await victim.page.page.close();
		victim.page = await openTorturePage(session);
		return toldSoFar;
	}
}
