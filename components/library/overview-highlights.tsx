import { plural, useTranslation } from '../translation.ts';
import { type CivilDay, dayFormat } from './civil-day.ts';

interface OverviewHighlightsProps {
	/** Not empty, the earliest first. */
	readonly counts: ReadonlyMap<CivilDay, number>;
	readonly hrefOf: (first: CivilDay, last: CivilDay) => string;
}

/** Since when, on how many days, and on which the most. */
export function OverviewHighlights({ counts, hrefOf }: OverviewHighlightsProps) {
	const translation = useTranslation();
	const { translate, locale } = translation;
	const nameOf = dayFormat(locale, { dateStyle: 'long' });
	const [first] = counts.keys();
	const [best] = [...counts].sort(([, m], [, n]) => n - m);
	if (first === undefined || best === undefined) return null;
	const [bestDay, most] = best;
	return (
		<ul class="highlights">
			<li>{translate('firstOn', nameOf(first))}</li>
			{counts.size > 1 && (
				<>
					<li>{plural(translation, 'onDays', counts.size)}</li>
					<li>
						<a href={hrefOf(bestDay, bestDay)}>
							{translate('mostOn', nameOf(bestDay), new Intl.NumberFormat(locale).format(most))}
						</a>
					</li>
				</>
			)}
		</ul>
	);
}
