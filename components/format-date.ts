import type { Instant } from '../utils/domain/annotation.ts';

/** A day as people write it in their language. */
export function formatDate(instant: Instant, locale: string): string {
	return format(instant, locale, { dateStyle: 'medium' });
}

/** A day from which on something is so; on that very day the time of it too, by the reader's clock. */
export function formatSince(instant: Instant, locale: string, now: Date): string {
	const isToday = new Date(instant).toDateString() === now.toDateString();
	return format(instant, locale, isToday ? { dateStyle: 'long', timeStyle: 'short' } : { dateStyle: 'long' });
}

/** A day and the time of it to the second, where the reader is. */
export function formatMoment(instant: Instant, locale: string): string {
	return format(instant, locale, { dateStyle: 'medium', timeStyle: 'medium' });
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

function format(instant: Instant, locale: string, options: Intl.DateTimeFormatOptions): string {
	const date = new Date(instant);
	return Number.isNaN(date.getTime()) ? '' : new Intl.DateTimeFormat(locale, options).format(date);
}
