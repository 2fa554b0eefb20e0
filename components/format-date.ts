import type { Instant } from '../utils/domain/annotation.ts';

/** A day as people write it in their language. */
export function formatDate(instant: Instant, locale: string): string {
	const date = new Date(instant);
	return Number.isNaN(date.getTime()) ? '' : new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }).format(date);
}
