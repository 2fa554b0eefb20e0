import type { Session } from '../../browser/open-session.ts';
import type { Random } from '../seeded-random.ts';
import type { TorturePage } from './torture-page.ts';

/** A browser that is tortured: its page may be another one after each fault. */
export interface Victim {
	readonly session: Session;
	readonly random: Random;
	page: TorturePage;
}
