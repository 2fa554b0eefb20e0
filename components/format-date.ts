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

function format(instant: Instant, locale: string, options: Intl.DateTimeFormatOptions): string {
	const date = new Date(instant);
	return Number.isNaN(date.getTime()) ? '' : new Intl.DateTimeFormat(locale, options).format(date);
}
