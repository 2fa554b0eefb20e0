import type { Instant } from '../utils/domain/annotation.ts';

/** A day as people write it in their language; `long` with the name of the month in full. */
export function formatDate(instant: Instant, locale: string, dateStyle: 'medium' | 'long' = 'medium'): string {
	return format(instant, locale, { dateStyle });
}

/** A day and the time of it to the second, where the reader is. */
export function formatMoment(instant: Instant, locale: string): string {
	return format(instant, locale, { dateStyle: 'medium', timeStyle: 'medium' });
}

function format(instant: Instant, locale: string, options: Intl.DateTimeFormatOptions): string {
	const date = new Date(instant);
	return Number.isNaN(date.getTime()) ? '' : new Intl.DateTimeFormat(locale, options).format(date);
}
