import type { Instant } from '../../utils/domain/annotation.ts';
import { oncePerLocale } from '../once-per-locale.ts';
import type { ListGroup } from './library-address.ts';

const FORMATS: Readonly<Record<ListGroup, ((locale: string) => Intl.DateTimeFormat) | undefined>> = {
	month: oncePerLocale((locale) => new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric' })),
	day: oncePerLocale((locale) => new Intl.DateTimeFormat(locale, { dateStyle: 'full' })),
	none: undefined,
};

/**
 * What stands above the rows of a month or a day, in the reader's language, calendar and time zone: rows with the same label
 * are one group, for a month is not the same days in every calendar. Empty for a row without such a date; undefined where
 * nothing is grouped.
 */
export function groupLabel(instant: Instant | undefined, group: ListGroup, locale: string): string | undefined {
	const format = FORMATS[group];
	if (format === undefined) return undefined;
	const date = new Date(instant ?? '');
	if (Number.isNaN(date.getTime())) return '';
	return group === 'month' ? monthOf(date, format(locale), locale) : format(locale).format(date);
}

/** Browsers write the year of a Persian month before it, which nobody does. */
function monthOf(date: Date, format: Intl.DateTimeFormat, locale: string): string {
	if (!/^fa\b/.test(locale)) return format.format(date);
	const parts = format.formatToParts(date);
	return ['month', 'year'].map((name) => parts.find(({ type }) => type === name)?.value).join(' ');
}
