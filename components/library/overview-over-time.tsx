import { useMemo, useState } from 'preact/hooks';
import { useTranslation } from '../translation.ts';
import { calendarYear, yearsOf } from './calendar-year.ts';
import type { CivilDay } from './civil-day.ts';
import { dayShades } from './day-shades.ts';
import { OverviewCalendar } from './overview-calendar.tsx';
import { sumOf } from './overview-data.ts';
import { OverviewDays } from './overview-days.tsx';
import { OverviewFigure } from './overview-figure.tsx';
import { OverviewYears } from './overview-years.tsx';

interface OverviewOverTimeProps {
	/** The earliest first. */
	readonly counts: ReadonlyMap<CivilDay, number>;
	readonly today: CivilDay;
	readonly hrefOf: (first: CivilDay, last: CivilDay) => string;
}

/** When annotations were made: years to choose from, and the calendar of the year chosen. */
export function OverviewOverTime({ counts, today, hrefOf }: OverviewOverTimeProps) {
	const { translate, locale } = useTranslation();
	const [chosen, choose] = useState<CivilDay>();
	const shades = useMemo(() => dayShades([...counts.values()]), [counts]);
	const years = useMemo(
		() =>
			yearsOf([...counts.keys(), today], locale).map((day) => {
				const months = calendarYear(day, locale);
				const days = months.flatMap((month) => month.days);
				return { day, months, count: sumOf(counts, days) };
			}),
		[counts, today, locale],
	);
	const year = years.find(({ day }) => day === chosen) ?? years.findLast(({ count }) => count > 0) ?? years.at(-1)!;
	const { months } = year;
	const chooser = <OverviewYears years={years} chosen={year.day} choose={choose} />;
	return (
		<OverviewFigure
			title={translate('calendar')}
			picture={() => (
				<>
					{chooser}
					<OverviewCalendar {...{ months, counts, shades, today, hrefOf }} />
				</>
			)}
			table={() => (
				<>
					{chooser}
					<OverviewDays {...{ months, counts, hrefOf }} />
				</>
			)}
		/>
	);
}
