import { useMemo } from 'preact/hooks';
import { isColor } from '../../utils/domain/color.ts';
import { colorLabel } from '../page/color-label.ts';
import { plural, useTranslation } from '../translation.ts';
import { type CivilDay, dayAfter } from './civil-day.ts';
import { libraryAddress } from './library-address.ts';
import { type Bar, OverviewBars } from './overview-bars.tsx';
import { byCount, countsByDay, type OverviewData, type Tally } from './overview-data.ts';
import { OverviewHighlights } from './overview-highlights.tsx';
import { OverviewOverTime } from './overview-over-time.tsx';

/** What the overview narrows a query by. `after` counts the day it names, `before` does not. */
export type OverviewCondition = 'edition' | 'color' | 'tag' | 'after' | 'before';

interface OverviewProps {
	/** Undefined until it is counted. */
	readonly data: OverviewData | undefined;
	/** What the overview is narrowed to; what it leads to is narrowed so too. */
	readonly query: string;
	/** A query with a condition more. */
	readonly narrowed: (query: string, by: OverviewCondition, value: string) => string;
	readonly today: CivilDay;
	/** The name of an edition in the reader's language. */
	readonly editionName: (path: string) => string;
}

/** What was annotated when, where and how: to be looked at rather than read. */
export function Overview({ data, query, narrowed, today, editionName }: OverviewProps) {
	const translation = useTranslation();
	const { translate, locale } = translation;
	const counts = useMemo(() => countsByDay(data?.days ?? []), [data]);
	const hrefTo = (narrower: string) => libraryAddress({ view: 'passages', query: narrower });
	const daysHref = (first: CivilDay, last: CivilDay) =>
		hrefTo(narrowed(narrowed(query, 'after', first), 'before', dayAfter(last, 1)));
	const bars = (condition: OverviewCondition, tallies: readonly Tally[], nameOf: (value: string) => string): Bar[] =>
		byCount(tallies).map(([value, count]) => ({
			name: nameOf(value),
			count,
			href: hrefTo(narrowed(query, condition, value)),
			...(condition === 'color' && { color: value }),
		}));
	if (data === undefined) return <h2 aria-busy="true">{translate('viewOverview')}</h2>;
	const whole = data.annotations;
	return (
		<div class="overview">
			<h2>{translate('viewOverview')}</h2>
			<p class="headline">
				{plural(translation, 'annotations', whole)}
				{data.articles !== undefined && ` · ${plural(translation, 'articles', data.articles)}`}
			</p>
			{whole === 0 ? (
				<p class="hint">{translate(query === '' ? 'overviewEmpty' : 'nothingMatches')}</p>
			) : (
				<OverviewHighlights counts={counts} hrefOf={daysHref} />
			)}
			{data.pending > 0 && (
				<p class="quiet" role="status">
					{translate('indexPending', new Intl.NumberFormat(locale).format(data.pending))}
				</p>
			)}
			<OverviewOverTime counts={counts} today={today} hrefOf={daysHref} />
			<div class="figures">
				<OverviewBars
					title={translate('colorsTitle')}
					bars={bars('color', data.colors, (value) => (isColor(value) ? colorLabel(translate, value) : value))}
					whole={whole}
				/>
				<OverviewBars
					title={translate('facetEdition')}
					bars={bars('edition', data.editions, editionName)}
					whole={whole}
				/>
				<OverviewBars title={translate('tags')} bars={bars('tag', data.tags, (tag) => tag)} whole={whole} />
			</div>
		</div>
	);
}
