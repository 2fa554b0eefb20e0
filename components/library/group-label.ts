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
	return Number.isNaN(date.getTime()) ? '' : format(locale).format(date);
}
