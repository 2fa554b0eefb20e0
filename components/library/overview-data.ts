import type { CivilDay } from './civil-day.ts';

/** How many annotations there are of something. */
export type Tally = readonly [value: string, count: number];

/** What the overview is drawn from. The trash does not count. */
export interface OverviewData {
	/** Absent where the overview is narrowed to some annotations. */
	readonly articles?: number | undefined;
	readonly annotations: number;
	/** Articles and annotations that are not counted yet. */
	readonly pending: number;
	/** By the day they were made on. */
	readonly days: readonly (readonly [day: CivilDay, count: number])[];
	/** By the path of the edition. */
	readonly editions: readonly Tally[];
	readonly colors: readonly Tally[];
	readonly tags: readonly Tally[];
}

/** The greatest first; of as many, the one whose name comes first. */
export function byCount(tallies: readonly Tally[]): Tally[] {
	return tallies.filter(([, count]) => count > 0).sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
}

/** The number of each day that has any, the earliest first. What is no day is left out. */
export function countsByDay(days: OverviewData['days']): Map<CivilDay, number> {
	const counts = new Map<CivilDay, number>();
	for (const [day, count] of [...days].sort(([a], [b]) => (a < b ? -1 : 1))) {
		if (count > 0 && /^\d{4}-\d\d-\d\d$/.test(day)) counts.set(day, (counts.get(day) ?? 0) + count);
	}
	return counts;
}

/** The sum of some days. */
export function sumOf(counts: ReadonlyMap<CivilDay, number>, days: readonly CivilDay[]): number {
	return days.reduce((sum, day) => sum + (counts.get(day) ?? 0), 0);
}
