import { expect, test } from 'vitest';
import { formatSince } from '../../components/format-date.ts';

const NOON = new Date(2026, 2, 15, 12).toISOString();

test('since another day is told by the day, and since today with the time of it', () => {
	expect(formatSince(NOON, 'en-GB', new Date(2026, 2, 16, 9))).toBe('15 March 2026');
	expect(formatSince(NOON, 'en-GB', new Date(2026, 2, 15, 18))).toBe('15 March 2026 at 12:00');
	expect(formatSince(NOON, 'fa', new Date(2026, 2, 16))).toBe('۲۴ اسفند ۱۴۰۴');
});

test('what is no time is told by nothing', () => {
	expect(formatSince('soon', 'en', new Date())).toBe('');
});
