import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calendarYear, yearsOf } from '../../components/library/calendar-year.ts';
import { type CivilDay, civilDayOf, dayAfter, daysBetween, weekdayOf } from '../../components/library/civil-day.ts';

const anyDay = fc
	.date({ min: new Date('1900-01-01'), max: new Date('2200-12-31'), noInvalidDate: true })
	.map((date): CivilDay => date.toISOString().slice(0, 10));

test('a day is that of the reader’s own clock', () => {
	expect(civilDayOf(new Date(2026, 10, 5, 0, 0, 1))).toBe('2026-11-05');
	expect(civilDayOf(new Date(2026, 10, 5, 23, 59, 59))).toBe('2026-11-05');
});

test('days are counted over the ends of months and years', () => {
	expect(dayAfter('2024-02-28', 1)).toBe('2024-02-29');
	expect(dayAfter('2026-01-01', -1)).toBe('2025-12-31');
	expect(daysBetween('2026-11-22', '2026-12-22')).toBe(30);
	expect(weekdayOf('2026-11-22')).toBe(7);
});

describe.each(['en', 'fr', 'zh-CN', 'fa', 'ru', 'sw'])('the calendar of a year in %s', (locale) => {
	test('holds every day from its first to its last once, each in the column of its weekday', () => {
		fc.assert(
			fc.property(anyDay, (day) => {
				const months = calendarYear(day, locale);
				const days = months.flatMap((month) => month.days);
				expect(days).toContain(day);
				for (const [index, one] of days.entries()) expect(one).toBe(dayAfter(days[0]!, index));
				expect([365, 366]).toContain(days.length);
				expect(months).toHaveLength(12);
				const starts = months.map(({ first, column }) => (weekdayOf(first) - column + 8) % 7);
				expect(new Set(starts).size).toBe(1);
				for (const month of months) {
					expect([month.first, month.last]).toEqual([month.days[0], month.days.at(-1)]);
					expect([28, 29, 30, 31]).toContain(month.days.length);
				}
			}),
			{ numRuns: 20 },
		);
	});
});

test('Persian years begin at Nowruz, and their months are named so', () => {
	const [first] = calendarYear('2026-11-22', 'fa');
	expect(first).toMatchObject({ name: 'فروردین', first: '2026-03-21', last: '2026-04-20' });
});

test('weeks begin on the day that they begin on where the language is spoken', () => {
	const columnOf = (locale: string, day: CivilDay) => {
		const month = calendarYear(day, locale).find(({ days }) => days.includes(day))!;
		return (month.column - 1 + month.days.indexOf(day)) % 7;
	};
	// A Monday.
	expect(columnOf('fr', '2026-11-23')).toBe(0);
	expect(columnOf('en', '2026-11-23')).toBe(1);
	expect(columnOf('fa', '2026-11-23')).toBe(2);
});

test('the years that days lie in are those of the language', () => {
	const days = ['2026-03-20', '2024-05-01', '2026-03-21', '2026-12-31'];
	expect(yearsOf(days, 'en')).toEqual(['2024-05-01', '2026-03-20']);
	expect(yearsOf(days, 'fa')).toEqual(['2024-05-01', '2026-03-20', '2026-03-21']);
});
