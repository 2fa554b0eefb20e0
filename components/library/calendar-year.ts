import { type CivilDay, dayAfter, dayFormat, weekdayOf } from './civil-day.ts';

/** A month as a calendar on a wall shows it. */
export interface CalendarMonth {
	readonly name: string;
	readonly first: CivilDay;
	readonly last: CivilDay;
	readonly days: readonly CivilDay[];
	/** The column that the first day stands in, from 1 to 7: weeks begin where the language has them begin. */
	readonly column: number;
}

/** Where a year and a month end is the language's affair: those of Persian are not the Gregorian ones. */
interface CalendarPlace {
	readonly year: string;
	readonly month: string;
}

/** Tells in which year and month a day lies: comparable, not to be shown. */
function placeOf(locale: string): (day: CivilDay) => CalendarPlace {
	const format = new Intl.DateTimeFormat(`${locale}-u-nu-latn`, { year: 'numeric', month: 'numeric', timeZone: 'UTC' });
	return (day) => {
		const parts = format.formatToParts(Date.parse(`${day}T00:00:00Z`));
		const part = (type: string): string => parts.find((one) => one.type === type)?.value ?? '';
		return { year: part('year') || part('relatedYear'), month: part('month') };
	};
}

/** The months of the year that a day lies in, in the calendar of a language. */
export function calendarYear(day: CivilDay, locale: string): CalendarMonth[] {
	const place = placeOf(locale);
	const { year } = place(day);
	let first = day;
	while (place(dayAfter(first, -1)).year === year) first = dayAfter(first, -1);
	const months: CivilDay[][] = [];
	let month: string | undefined;
	for (let next = first; place(next).year === year; next = dayAfter(next, 1)) {
		const here = place(next).month;
		if (here !== month) months.push([]);
		month = here;
		months.at(-1)?.push(next);
	}
	const nameOf = dayFormat(locale, { month: 'long' });
	const start = weekStart(locale);
	return months.map((days) => {
		const first = days[0]!;
		const column = ((weekdayOf(first) - start + 7) % 7) + 1;
		return { name: nameOf(first), first, last: days.at(-1)!, days, column };
	});
}

/** One day of each year that any of the days lies in, the earliest year first. */
export function yearsOf(days: readonly CivilDay[], locale: string): CivilDay[] {
	const place = placeOf(locale);
	const years = new Map<string, CivilDay>();
	for (const day of [...days].sort()) {
		const { year } = place(day);
		if (!years.has(year)) years.set(year, day);
	}
	return [...years.values()];
}

/** Browsers disagree on whether this is told by a method, by a property, or not at all. */
interface WeekTellingLocale {
	getWeekInfo?(): { readonly firstDay: number };
	readonly weekInfo?: { readonly firstDay: number };
}

/** The day that weeks begin on, 1 for Monday to 7 for Sunday. */
function weekStart(tag: string): number {
	const locale = new Intl.Locale(tag);
	const telling = locale as WeekTellingLocale;
	const told = (telling.getWeekInfo?.() ?? telling.weekInfo)?.firstDay;
	return told ?? (locale.language === 'fa' ? 6 : 1);
}
