import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isBackupDue, isReminderDue, surplusBackups } from '../../../utils/exchange/backup/rolling.ts';

const DAY_MS = 86_400_000;
/** Noon of the n-th day of 2026, a Thursday first. */
const day = (n: number, hours = 12): string => new Date(Date.UTC(2026, 0, 1 + n, hours)).toISOString();
const days = (count: number): string[] => Array.from({ length: count }, (_, n) => day(n));
const kept = (made: readonly string[]): string[] => {
	const surplus = new Set(surplusBackups(made));
	return made.filter((at) => !surplus.has(at));
};

describe('backups inside the browser', () => {
	test('are due once a day, in UTC', () => {
		expect(isBackupDue([], day(3))).toBe(true);
		expect(isBackupDue([day(3, 0)], day(3, 23))).toBe(false);
		expect(isBackupDue([day(2, 23)], day(3, 0))).toBe(true);
	});

	test('are all kept for seven days', () => {
		expect(surplusBackups(days(7))).toEqual([]);
	});

	test('made daily are kept of the last seven days and of the last days of four weeks', () => {
		// Day 59 is a Sunday, and so are 52, 45 and 38.
		expect(kept(days(60))).toEqual([38, 45, 52, 53, 54, 55, 56, 57, 58, 59].map((n) => day(n)).sort());
	});

	test('made now and then are kept of as many days and weeks on which one was made', () => {
		const monthly = Array.from({ length: 10 }, (_, n) => day(30 * n));
		expect(kept(monthly)).toEqual(monthly.slice(-7));
	});

	test('of one day only the last is kept', () => {
		expect(surplusBackups([day(1, 3), day(1, 9), day(1, 6)])).toEqual([day(1, 6), day(1, 3)]);
	});

	test('whatever there is, at most eleven stay, the last among them, and letting go again lets nothing go', () => {
		const instant = fc
			.integer({ min: 0, max: 400 * DAY_MS })
			.map((ms) => new Date(Date.UTC(2026, 0, 1) + ms).toISOString());
		fc.assert(
			fc.property(fc.uniqueArray(instant, { minLength: 1, maxLength: 80 }), (made) => {
				const left = kept(made);
				expect(left.length).toBeLessThanOrEqual(11);
				expect(left).toContain([...made].sort().at(-1));
				expect(surplusBackups(left)).toEqual([]);
			}),
		);
	});
});

describe('a reminder', () => {
	test('is due when none was ever saved outside, or the last is older than thirty days', () => {
		expect(isReminderDue(undefined, 1, day(0))).toBe(true);
		expect(isReminderDue(day(0), 1, day(30))).toBe(false);
		expect(isReminderDue(day(0), 1, day(30, 13))).toBe(true);
	});

	test('is never due of an empty library, nor where the clock went back', () => {
		expect(isReminderDue(undefined, 0, day(0))).toBe(false);
		expect(isReminderDue(day(40), 1, day(0))).toBe(false);
	});
});
