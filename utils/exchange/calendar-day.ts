import type { Instant } from '../domain/annotation.ts';

/**
 * The calendar day of an instant in a time zone, as `YYYY-MM-DD` in the Gregorian calendar, whatever the reader's own.
 * Undefined where the instant is not a date; a zone unknown to the engine counts as UTC.
 */
export function calendarDay(instant: Instant, timeZone: string): string | undefined {
	const date = new Date(instant);
	if (Number.isNaN(date.getTime())) return undefined;
	// Read from the whole: the parts, asked for one by one, take several times as long.
	const [month, day, year] = dayFormat(timeZone).format(date).split('/');
	return `${year?.padStart(4, '0')}-${month}-${day}`;
}

/** The last two that were made: making one takes long, and an export asks by turns for Paris and for where the reader is. */
let lastMade: readonly { readonly timeZone: string; readonly format: Intl.DateTimeFormat }[] = [];

function dayFormat(timeZone: string): Intl.DateTimeFormat {
	const known = lastMade.find((one) => one.timeZone === timeZone);
	if (known) return known.format;
	const format = createFormat(timeZone);
	lastMade = [{ timeZone, format }, ...lastMade.slice(0, 1)];
	return format;
}

function createFormat(timeZone: string): Intl.DateTimeFormat {
	const fields = { year: 'numeric', month: '2-digit', day: '2-digit' } as const;
	try {
		return new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', { ...fields, timeZone });
	} catch {
		return new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', { ...fields, timeZone: 'UTC' });
	}
}
