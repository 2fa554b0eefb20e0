/** A day of the reader's calendar, whatever the hour: `YYYY-MM-DD`, Gregorian. */
export type CivilDay = string;

const DAY_MS = 86_400_000;

/** Days are counted at midnight UTC: there no clock is ever put forward. */
const at = (day: CivilDay): number => Date.parse(`${day}T00:00:00Z`);

/** The day that many days later; earlier where negative. */
export function dayAfter(day: CivilDay, days: number): CivilDay {
	return new Date(at(day) + days * DAY_MS).toISOString().slice(0, 10);
}

/** 1 for Monday to 7 for Sunday. */
export function weekdayOf(day: CivilDay): number {
	return new Date(at(day)).getUTCDay() || 7;
}

/** From one day to another; negative where it lies before. */
export function daysBetween(from: CivilDay, to: CivilDay): number {
	return Math.round((at(to) - at(from)) / DAY_MS);
}

/** The day of a moment, where the reader is. */
export function civilDayOf(moment: Date): CivilDay {
	const [year, month, day] = [moment.getFullYear(), moment.getMonth() + 1, moment.getDate()];
	return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** How days are written in a language, in the calendar that it is written with. */
export function dayFormat(locale: string, options: Intl.DateTimeFormatOptions): (day: CivilDay) => string {
	const format = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
	return (day) => format.format(at(day));
}
