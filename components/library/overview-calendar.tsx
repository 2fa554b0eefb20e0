import { useId, useRef, useState } from 'preact/hooks';
import { plural, useTranslation } from '../translation.ts';
import type { CalendarMonth } from './calendar-year.ts';
import { type CivilDay, dayFormat } from './civil-day.ts';
import { type Shade, shadeOf } from './day-shades.ts';
import { dayStep } from './day-step.ts';
import { sumOf } from './overview-data.ts';

interface OverviewCalendarProps {
	readonly months: readonly CalendarMonth[];
	readonly counts: ReadonlyMap<CivilDay, number>;
	readonly shades: readonly Shade[];
	readonly today: CivilDay;
	/** Where the annotations of these days are listed. */
	readonly hrefOf: (first: CivilDay, last: CivilDay) => string;
}

/** A year as a calendar on a wall: each day the darker the more was annotated on it. One stop for the tab key. */
export function OverviewCalendar({ months, counts, shades, today, hrefOf }: OverviewCalendarProps) {
	const translation = useTranslation();
	const { translate, locale } = translation;
	const frame = useRef<HTMLDivElement>(null);
	const id = useId();
	const [chosen, setChosen] = useState<CivilDay>();
	const days = months.flatMap((month) => month.days).filter((day) => counts.has(day));
	const stop = chosen !== undefined && days.includes(chosen) ? chosen : days.at(-1);
	const number = new Intl.NumberFormat(locale);
	const nameOf = dayFormat(locale, { dateStyle: 'full' });

	function press(event: KeyboardEvent): void {
		const from = (event.target as HTMLElement).dataset.day;
		if (from === undefined || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
		const isRtl = getComputedStyle(event.currentTarget as HTMLElement).direction === 'rtl';
		const to = dayStep(event.key, from, days, isRtl);
		if (to === undefined) return;
		event.preventDefault();
		setChosen(to);
		frame.current?.querySelector<HTMLElement>(`[data-day="${to}"]`)?.focus();
	}

	return (
		<>
			<p class="visually-hidden" id={id}>
				{translate('calendarKeys')}
			</p>
			{/* biome-ignore lint/a11y/noStaticElementInteractions: keys lead among the links in it */}
			<div class="calendar" ref={frame} onKeyDown={press}>
				{months.map((month) => {
					const sum = sumOf(counts, month.days);
					return (
						<div class="month" key={month.first}>
							<p class="month-name">
								{sum === 0 ? (
									<span>{month.name}</span>
								) : (
									<a href={hrefOf(month.first, month.last)}>
										{month.name} <span class="number">{number.format(sum)}</span>
									</a>
								)}
							</p>
							<div class="days">
								{month.days.map((day, index) => {
									const count = counts.get(day) ?? 0;
									const place = {
										key: day,
										class: `day shade-${shadeOf(count, shades)}${day === today ? ' today' : ''}${day > today ? ' to-come' : ''}`,
										style: index === 0 ? { gridColumnStart: String(month.column) } : undefined,
									};
									if (count === 0) return <span {...place} />;
									const name = `${nameOf(day)} — ${plural(translation, 'annotations', count)}`;
									return (
										<a
											{...place}
											href={hrefOf(day, day)}
											data-day={day}
											tabIndex={day === stop ? 0 : -1}
											title={name}
											aria-label={name}
											aria-describedby={id}
											onFocus={() => setChosen(day)}
										/>
									);
								})}
							</div>
						</div>
					);
				})}
			</div>
			{shades.length > 0 && (
				<p class="shades" aria-hidden="true">
					{shades.map(({ level, least, most }) => (
						<span key={level}>
							<span class={`day shade-${level}`} />{' '}
							{least === most ? number.format(most) : number.formatRange(least, most)}
						</span>
					))}
				</p>
			)}
		</>
	);
}
