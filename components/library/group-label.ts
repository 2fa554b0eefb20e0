import type { Instant } from '../../utils/domain/annotation.ts';
import type { ListGroup } from './library-address.ts';

const FORMATS: Readonly<Record<ListGroup, Intl.DateTimeFormatOptions | undefined>> = {
	month: { month: 'long', year: 'numeric' },
	day: { dateStyle: 'full' },
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
	return Number.isNaN(date.getTime()) ? '' : formatterOf(group, format, locale).format(date);
}

/** Making one takes longer than using it a hundred times. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(group: ListGroup, format: Intl.DateTimeFormatOptions, locale: string): Intl.DateTimeFormat {
	const name = `${group} ${locale}`;
	const known = formatters.get(name) ?? new Intl.DateTimeFormat(locale, format);
	formatters.set(name, known);
	return known;
}
