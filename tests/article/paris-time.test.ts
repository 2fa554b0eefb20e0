import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isDateLine, readInstant } from '../../utils/article/paris-time.ts';

describe('a moment', () => {
	it.each([
		['18/09/2023 - 16:36', '2023-09-18T14:36:00.000Z', 'summer time'],
		['30/11/2025 - 10:13', '2025-11-30T09:13:00.000Z', 'winter time'],
		['29/03/2020 - 01:59', '2020-03-29T00:59:00.000Z', 'before the clocks go forward'],
		['29/03/2020 - 03:00', '2020-03-29T01:00:00.000Z', 'after the clocks have gone forward'],
		['29/03/2020 - 02:30', '2020-03-29T01:30:00.000Z', 'the hour that is left out'],
		['25/10/2020 - 02:30', '2020-10-25T00:30:00.000Z', 'the hour that comes twice'],
		['25/10/2020 - 03:00', '2020-10-25T02:00:00.000Z', 'after the clocks have gone back'],
		['01/01/2021 - 00:30', '2020-12-31T23:30:00.000Z', 'the first hour of a year'],
		['۱۸/۰۹/۲۰۲۳ - ۱۶:۳۶', '2023-09-18T14:36:00.000Z', 'Persian digits'],
		['发表时间： 18/09/2023 - 16:36', '2023-09-18T14:36:00.000Z', 'a label before it'],
		['18/09/2023 16h36', '2023-09-18T14:36:00.000Z', 'French hours'],
		['2025-11-30T09:13:47+00:00', '2025-11-30T09:13:47.000Z', 'ISO with zone'],
		['2020-09-27 20:56:20.000000000 +08:00', '2020-09-27T12:56:20.000Z', 'front matter of Jekyll'],
		['2020-07-21T06:55:15.000Z', '2020-07-21T06:55:15.000Z', 'ISO in UTC'],
		['2018-11-30T09:13:00', '2018-11-30T08:13:00.000Z', 'ISO without zone'],
		['Tue, 23 Jun 2020 20:46:50 +0000', '2020-06-23T20:46:50.000Z', 'mail'],
	])('%s is read as %s: %s', (written, instant) => {
		expect(readInstant(written)).toBe(instant);
	});

	it.each([
		'',
		'yesterday',
		'18/09/2023',
		'2023年9月18日',
		'31/02/2023 - 10:00',
		'10/13/2023 - 10:00',
		'18/09/2023 - 25:00',
		'12:30',
		'18/09/0023 - 10:00',
		undefined,
		null,
	])('is not made up of %j', (written) => {
		expect(readInstant(written)).toBeUndefined();
	});
});

it('clocks in Paris show what was read', () => {
	const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris', dateStyle: 'short', timeStyle: 'short' });
	fc.assert(
		fc.property(fc.integer({ min: Date.UTC(1997) / 60_000, max: Date.UTC(2040) / 60_000 }), (minutes) => {
			const ms = minutes * 60_000;
			const [date = '', time = ''] = clock.format(ms).split(' ');
			const read = Date.parse(readInstant(`${date.split('-').reverse().join('/')} - ${time}`)!);
			// The hour that comes twice is taken the first time.
			expect([ms, ms - 3_600_000]).toContain(read);
			expect(clock.format(read)).toBe(clock.format(ms));
		}),
		{ numRuns: 3000 },
	);
});

it('a line is a date, or holds words', () => {
	for (const line of ['18/09/2023 - 16:36', '18/09/2023', '2023年9月18日', '2020年 7月 15日', '2020-07-16T01:33:39'])
		expect([line, isDateLine(line)]).toEqual([line, true]);
	for (const line of [
		'',
		'2023',
		'In 2023 everything changed',
		'800',
		'18 September 2023 in Paris',
		'（法新社纽约12日电）',
	]) {
		expect([line, isDateLine(line)]).toEqual([line, false]);
	}
});
