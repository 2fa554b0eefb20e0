import { expect, test } from 'vitest';
import { formatSince, formatWithAge } from '../../components/format-date.ts';

const NOON = new Date(2026, 2, 15, 12).toISOString();

test('since another day is told by the day, and since today with the time of it', () => {
	expect(formatSince(NOON, 'en-GB', new Date(2026, 2, 16, 9))).toBe('15 March 2026');
	expect(formatSince(NOON, 'en-GB', new Date(2026, 2, 15, 18))).toBe('15 March 2026 at 12:00');
	expect(formatSince(NOON, 'fa', new Date(2026, 2, 16))).toBe('۲۴ اسفند ۱۴۰۴');
});

test('a day is told with its age, in days of the calendar and then in months', () => {
	expect(formatWithAge(NOON, 'en-GB', new Date(2026, 2, 15, 23))).toBe('15 Mar 2026 (today)');
	expect(formatWithAge(NOON, 'en-GB', new Date(2026, 2, 16, 1))).toBe('15 Mar 2026 (yesterday)');
	expect(formatWithAge(NOON, 'en-GB', new Date(2026, 3, 14))).toBe('15 Mar 2026 (30 days ago)');
	expect(formatWithAge(NOON, 'en-GB', new Date(2026, 5, 20))).toBe('15 Mar 2026 (3 months ago)');
	expect(formatWithAge(NOON, 'zh-CN', new Date(2026, 2, 18))).toBe('2026年3月15日 (3天前)');
	expect(formatWithAge(NOON, 'en-GB', new Date(2026, 2, 10))).toBe('15 Mar 2026 (today)');
	expect(formatWithAge('soon', 'en', new Date())).toBe('');
});

test('what is no time is told by nothing', () => {
	expect(formatSince('soon', 'en', new Date())).toBe('');
});
