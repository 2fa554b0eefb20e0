import { useState } from 'preact/hooks';
import { useTranslation } from '../translation.ts';
import { OverviewFigure } from './overview-figure.tsx';

/** One bar: what it stands for, and where a click on it leads. */
export interface Bar {
	readonly name: string;
	readonly count: number;
	readonly href: string;
	/** A class that gives the bar a colour of its own. */
	readonly color?: string;
}

interface OverviewBarsProps {
	readonly title: string;
	/** The longest first. */
	readonly bars: readonly Bar[];
	/** What the bars are shares of. */
	readonly whole: number;
}

/** Bars shown before the reader asks for all. */
const FEW = 10;

/** How many annotations there are of each of several things, as bars that lead to them. */
export function OverviewBars({ title, bars, whole }: OverviewBarsProps) {
	const { translate, locale } = useTranslation();
	const [areAll, setAll] = useState(false);
	const number = new Intl.NumberFormat(locale);
	const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
	if (bars.length === 0) return null;
	const longest = bars[0]?.count ?? 1;
	const shown = areAll ? bars : bars.slice(0, FEW);
	return (
		<OverviewFigure
			title={title}
			picture={() => (
				<>
					<ul class="bars">
						{shown.map(({ name, count, href, color }) => (
							<li key={href}>
								<a href={href}>
									<span class="bar-name">
										<bdi>{name}</bdi>
									</span>
									<span class="bar-count">{number.format(count)}</span>
									<span class="bar" aria-hidden="true">
										<span class={color} style={{ inlineSize: `${(100 * count) / longest}%` }} />
									</span>
								</a>
							</li>
						))}
					</ul>
					{shown.length < bars.length && (
						<button type="button" onClick={() => setAll(true)}>
							{translate('showAll', number.format(bars.length))}
						</button>
					)}
				</>
			)}
			table={() => (
				<div class="table-frame">
					<table>
						<thead>
							<tr>
								<th scope="col">{title}</th>
								<th scope="col">{translate('annotationsList')}</th>
								<th scope="col">{translate('share')}</th>
							</tr>
						</thead>
						<tbody>
							{bars.map(({ name, count, href }) => (
								<tr key={href}>
									<th scope="row">
										<a href={href}>
											<bdi>{name}</bdi>
										</a>
									</th>
									<td>{number.format(count)}</td>
									<td>{percent.format(count / whole)}</td>
								</tr>
							))}
						</tbody>
					</table>
				</div>
			)}
		/>
	);
}
