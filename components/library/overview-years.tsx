import { plural, useTranslation } from '../translation.ts';
import { type CivilDay, dayFormat } from './civil-day.ts';

/** A year, by a day that lies in it. */
export interface YearTally {
	readonly day: CivilDay;
	readonly count: number;
}

interface OverviewYearsProps {
	/** The earliest first. */
	readonly years: readonly YearTally[];
	readonly chosen: CivilDay;
	readonly choose: (day: CivilDay) => void;
}

/** How much was annotated in each year, as bars; the one chosen is the one whose calendar is shown. */
export function OverviewYears({ years, chosen, choose }: OverviewYearsProps) {
	const translation = useTranslation();
	const { translate, locale } = translation;
	const most = Math.max(1, ...years.map(({ count }) => count));
	const nameOf = dayFormat(locale, { year: 'numeric' });
	if (years.length === 1) return <p class="only-year">{nameOf(chosen)}</p>;
	return (
		<fieldset class="years" aria-label={translate('year')}>
			{years.map(({ day, count }) => (
				<button
					key={day}
					type="button"
					class="plain"
					aria-pressed={day === chosen}
					title={plural(translation, 'annotations', count)}
					onClick={() => choose(day)}
				>
					<span class="year-bar" aria-hidden="true">
						<span style={{ blockSize: `${(100 * count) / most}%` }} />
					</span>
					<span>{nameOf(day)}</span>
					<span class="visually-hidden">{plural(translation, 'annotations', count)}</span>
				</button>
			))}
		</fieldset>
	);
}
