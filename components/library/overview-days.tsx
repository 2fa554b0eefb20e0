import { useTranslation } from '../translation.ts';
import type { CalendarMonth } from './calendar-year.ts';
import { type CivilDay, dayFormat } from './civil-day.ts';
import { sumOf } from './overview-data.ts';

interface OverviewDaysProps {
	readonly months: readonly CalendarMonth[];
	readonly counts: ReadonlyMap<CivilDay, number>;
	readonly hrefOf: (first: CivilDay, last: CivilDay) => string;
}

/** The days of a year on which something was annotated, under their months, as a table. */
export function OverviewDays({ months, counts, hrefOf }: OverviewDaysProps) {
	const { translate, locale } = useTranslation();
	const number = new Intl.NumberFormat(locale);
	const nameOf = dayFormat(locale, { dateStyle: 'long' });
	const row = (name: string, first: CivilDay, last: CivilDay, count: number) => (
		<tr key={first}>
			<th scope={first === last ? 'row' : 'rowgroup'}>
				<a href={hrefOf(first, last)}>{name}</a>
			</th>
			<td>{number.format(count)}</td>
		</tr>
	);
	return (
		<div class="table-frame">
			<table>
				<thead>
					<tr>
						<th scope="col">{translate('day')}</th>
						<th scope="col">{translate('annotationsList')}</th>
					</tr>
				</thead>
				{months
					.filter((month) => sumOf(counts, month.days) > 0)
					.map((month) => (
						<tbody key={month.first}>
							{row(month.name, month.first, month.last, sumOf(counts, month.days))}
							{month.days
								.filter((day) => counts.has(day))
								.map((day) => row(nameOf(day), day, day, counts.get(day) ?? 0))}
						</tbody>
					))}
			</table>
		</div>
	);
}
