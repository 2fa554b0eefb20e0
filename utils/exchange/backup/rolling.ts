import type { Instant } from '../../domain/annotation.ts';

/** A backup is kept of so many days, and of so many weeks, on which one was made. */
const DAYS = 7;
const WEEKS = 4;

const DAY_MS = 86_400_000;
/** 1970-01-01 was a Thursday: weeks begin on Monday, in UTC. */
const FIRST_MONDAY_MS = 4 * DAY_MS;

const dayOf = (at: Instant): string => at.slice(0, 10);
const weekOf = (at: Instant): number => Math.floor((Date.parse(at) - FIRST_MONDAY_MS) / (7 * DAY_MS));

/** Whether there is none yet of this day. */
export function isBackupDue(made: readonly Instant[], now: Instant): boolean {
	return !made.some((at) => dayOf(at) === dayOf(now));
}

/** Those that are no longer kept: all but the last of each of the newest days and weeks. */
export function surplusBackups(made: readonly Instant[]): Instant[] {
	const newestFirst = [...made].sort().reverse();
	const kept = new Set([...lastOfEach(newestFirst, dayOf, DAYS), ...lastOfEach(newestFirst, weekOf, WEEKS)]);
	return newestFirst.filter((at) => !kept.has(at));
}

function lastOfEach(newestFirst: readonly Instant[], periodOf: (at: Instant) => unknown, most: number): Instant[] {
	const last = new Map<unknown, Instant>();
	for (const at of newestFirst) if (!last.has(periodOf(at))) last.set(periodOf(at), at);
	return [...last.values()].slice(0, most);
}

/** After so many days without one saved outside, the reader is reminded. */
const REMINDER_DAYS = 30;

/** Whether the reader is to be reminded; never of an empty library. */
export function isReminderDue(lastSaved: Instant | undefined, articles: number, now: Instant): boolean {
	if (articles === 0) return false;
	return lastSaved === undefined || Date.parse(now) - Date.parse(lastSaved) > REMINDER_DAYS * DAY_MS;
}
