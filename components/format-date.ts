import type { Instant } from '../utils/domain/annotation.ts';
import { oncePerLocale } from './once-per-locale.ts';

const formatter = (options: Intl.DateTimeFormatOptions) =>
	oncePerLocale((locale) => new Intl.DateTimeFormat(locale, options));
const DAY = formatter({ dateStyle: 'medium' });
const LONG_DAY = formatter({ dateStyle: 'long' });
const DAY_AND_MINUTE = formatter({ dateStyle: 'long', timeStyle: 'short' });
const DAY_AND_SECOND = formatter({ dateStyle: 'medium', timeStyle: 'medium' });

/** A day as people write it in their language. */
export function formatDate(instant: Instant, locale: string): string {
	return format(instant, DAY(locale));
}

/** A day from which on something is so; on that very day the time of it too, by the reader's clock. */
export function formatSince(instant: Instant, locale: string, now: Date): string {
	const isToday = new Date(instant).toDateString() === now.toDateString();
	return format(instant, (isToday ? DAY_AND_MINUTE : LONG_DAY)(locale));
}

/** A day and the time of it to the second, where the reader is. */
export function formatMoment(instant: Instant, locale: string): string {
	return format(instant, DAY_AND_SECOND(locale));
}

const DAY_MS = 86_400_000;
const MONTH_DAYS = 30;

/** A day, and how long ago it is: in days of the reader's calendar, or in months. */
export function formatWithAge(instant: Instant, locale: string, now: Date): string {
	const midnight = (date: Date) => new Date(date).setHours(0, 0, 0, 0);
	// Rounded, since some days have 23 hours; a clock that went back makes nothing be to come.
	const days = Math.max(0, Math.round((midnight(now) - midnight(new Date(instant))) / DAY_MS));
	if (Number.isNaN(days)) return '';
	const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
	const age =
		days < 2 * MONTH_DAYS ? relative.format(-days, 'day') : relative.format(-Math.floor(days / MONTH_DAYS), 'month');
	return `${formatDate(instant, locale)} (${age})`;
}

function format(instant: Instant, formatter: Intl.DateTimeFormat): string {
	const date = new Date(instant);
	return Number.isNaN(date.getTime()) ? '' : formatter.format(date);
}
