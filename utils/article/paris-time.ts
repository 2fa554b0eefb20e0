import type { Instant } from '../domain/annotation.ts';

/** Digits as Persian and Arabic pages write them. */
const OTHER_DIGITS = /[\u0660-\u0669\u06f0-\u06f9]/g;

const PARIS_LINE = /(?:^|[^\d])(\d{1,2})\/(\d{1,2})\/(\d{4})\s*(?:-|–|,|à|at)?\s*(\d{1,2})[:hH](\d{2})(?!\d)/;
const ISO = /^(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?$/i;
const MAIL = /^(?:\w{3},\s*)?\d{1,2} \w{3} \d{4} \d{2}:\d{2}(?::\d{2})? (?:GMT|UTC|Z|[+-]\d{4})$/;

/**
 * Reads a moment as RFI's pages and their archives write it: `DD/MM/YYYY - HH:MM` and ISO without a zone in Paris time, ISO and mail dates
 * with their zone. Undefined for everything else, also for a day without an hour: no hour is invented.
 */
export function readInstant(written: string | null | undefined): Instant | undefined {
	const text = (written ?? '')
		.slice(0, 200)
		.replace(OTHER_DIGITS, (digit) => String(digit.charCodeAt(0) & 15))
		.trim();
	const line = PARIS_LINE.exec(text);
	if (line) return parisInstant(Number(line[3]), Number(line[2]), Number(line[1]), Number(line[4]), Number(line[5]));
	const iso = ISO.exec(text);
	if (iso) {
		const [year, month, day, hour, minute, second] = iso.slice(1, 7).map((part) => Number(part ?? 0));
		if (iso[7] === undefined) return parisInstant(year!, month!, day!, hour!, minute!, second);
		const local = utc(year!, month!, day!, hour!, minute!, second!);
		const zone = /([+-])(\d{2}):?(\d{2})/.exec(iso[7]);
		const offset = zone ? (zone[1] === '-' ? -1 : 1) * (Number(zone[2]) * 60 + Number(zone[3])) : 0;
		return local === undefined ? undefined : new Date(local - offset * 60_000).toISOString();
	}
	return MAIL.test(text) ? instantOf(Date.parse(text)) : undefined;
}

/** Milliseconds since 1970, unless that was before RFI or is not in this life. */
export function instantOf(ms: number): Instant | undefined {
	return ms > Date.UTC(1990) && ms < Date.UTC(2200) ? new Date(ms).toISOString() : undefined;
}

/** Whether a line is nothing but a date, in whatever form. */
export function isDateLine(text: string): boolean {
	if (text.length > 40 || !/\d/.test(text)) return false;
	if (readInstant(text) !== undefined) return true;
	return /^[\d\s年月日:：/.,+–-]{6,}$/.test(text) && /\d{4}/.test(text);
}

/**
 * The moment that clocks in Paris showed. The hour that comes twice in October is taken the first time, the hour
 * that is left out in March as if the clocks had not yet been changed.
 */
function parisInstant(
	year: number,
	month: number,
	day: number,
	hour: number,
	minute: number,
	second = 0,
): Instant | undefined {
	const local = utc(year, month, day, hour, minute, second);
	if (local === undefined) return undefined;
	const summer = local - 2 * HOUR;
	return instantOf(parisOffset(summer) === 2 * HOUR ? summer : local - HOUR);
}

const HOUR = 3_600_000;

/**
 * How far Paris is ahead of UTC. Summer time as the European Union keeps it since 1996, from the last Sunday of March to the last Sunday of
 * October, 01:00 UTC (directive 2000/84/EC).
 */
function parisOffset(ms: number): number {
	const year = new Date(ms).getUTCFullYear();
	return ms >= lastSunday(year, 3) + HOUR && ms < lastSunday(year, 10) + HOUR ? 2 * HOUR : HOUR;
}

function lastSunday(year: number, month: number): number {
	const last = new Date(Date.UTC(year, month, 0));
	return last.getTime() - last.getUTCDay() * 24 * HOUR;
}

/** Undefined for a day or hour that no calendar has. */
function utc(
	year: number,
	month: number,
	day: number,
	hour: number,
	minute: number,
	second: number,
): number | undefined {
	const ms = Date.UTC(year, month - 1, day, hour, minute, second);
	const date = new Date(ms);
	const same =
		date.getUTCMonth() === month - 1 &&
		date.getUTCDate() === day &&
		date.getUTCHours() === hour &&
		date.getUTCMinutes() === minute;
	return same ? ms : undefined;
}
