export interface DateSpan {
	/** Seconds since 1970, the first of the day, month or year in the reader's own time zone. */
	readonly start: number;
	/** The first of the next. */
	readonly end: number;
}

/** The time that `2026`, `2026-05` or `2026-05-03` stands for; undefined where it is no such date. */
export function dateSpan(written: string): DateSpan | undefined {
	const match = /^(\d{4})(?:-(\d\d?)(?:-(\d\d?))?)?$/.exec(written);
	if (match === null) return undefined;
	const [year, month, day] = match.slice(1).map((part) => (part === undefined ? undefined : Number(part)));
	if (year === undefined || year < 1000) return undefined;
	if (month === undefined) return { start: seconds(year, 0, 1), end: seconds(year + 1, 0, 1) };
	if (month < 1 || month > 12) return undefined;
	if (day === undefined) return { start: seconds(year, month - 1, 1), end: seconds(year, month, 1) };
	if (day < 1 || day > new Date(year, month, 0).getDate()) return undefined;
	return { start: seconds(year, month - 1, day), end: seconds(year, month - 1, day + 1) };
}

function seconds(year: number, month: number, day: number): number {
	return Math.floor(new Date(year, month, day).getTime() / 1000);
}
