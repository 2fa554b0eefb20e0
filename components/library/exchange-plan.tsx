import { useState } from 'preact/hooks';
import type { PartOutcome } from '../../utils/domain/part-outcome.ts';
import type { MessageKey } from '../translation.ts';
import { useTranslation } from '../translation.ts';
import { NotUnderstoodList, type ToldTrouble } from './not-understood-list.tsx';
import { Scrolled } from './scrolled.tsx';

export interface PlanShown {
	readonly fileName: string;
	/** Of the articles that would change. */
	readonly outcomes: readonly PartOutcome[];
	readonly same: number;
	readonly troubles: readonly ToldTrouble[];
	/** Whether the file tells of any article. */
	readonly hasArticles: boolean;
	/** Whether the file holds settings. */
	readonly hasSettings: boolean;
}

interface ExchangePlanProps {
	readonly plan: PlanShown;
	readonly write: (withSettings: boolean) => void;
	readonly cancel: () => void;
}

/** Articles named at most: beyond it their number is told. */
const MOST_NAMED = 100;

const FIGURES: readonly (readonly [MessageKey, (outcome: PartOutcome) => number])[] = [
	['exchangeNew', ({ isNew }) => Number(isNew)],
	['exchangeAdded', ({ added }) => added],
	['exchangeUpdated', ({ updated }) => updated],
	['exchangeKept', ({ kept }) => kept],
	['exchangeTexts', ({ versions }) => versions],
	['exchangeTextless', ({ isNew, versions }) => Number(isNew && versions === 0)],
	['articleNote', ({ note }) => Number(note)],
];

/** Of one article, said without a number. */
const ALONE: readonly MessageKey[] = ['exchangeNew', 'exchangeTextless', 'articleNote'];

/** What bringing a file in would change, before it is done: in figures, and article by article. */
export function ExchangePlan({ plan, write, cancel }: ExchangePlanProps) {
	const { translate, locale } = useTranslation();
	const [withSettings, setWithSettings] = useState(false);
	const { fileName, outcomes, same, troubles, hasArticles, hasSettings } = plan;
	const number = new Intl.NumberFormat(locale);
	const sum = (count: (outcome: PartOutcome) => number) => outcomes.reduce((total, one) => total + count(one), 0);
	const figures = [...FIGURES.map(([key, count]) => [key, sum(count)] as const), ['exchangeSame', same] as const];
	const hasConflicts = sum(({ updated, kept }) => updated + kept) > 0;
	const isUseful = outcomes.length > 0 || withSettings;
	return (
		<section class="exchange-plan" aria-labelledby="exchange-file">
			<h4 id="exchange-file">
				<bdi>{fileName}</bdi>
			</h4>
			<dl class="exchange-figures">
				{figures
					.filter(([, count]) => count > 0)
					.map(([key, count]) => (
						<div key={key}>
							<dt>{translate(key)}</dt>
							<dd>{number.format(count)}</dd>
						</div>
					))}
			</dl>
			{outcomes.length === 0 && <p>{translate(hasArticles ? 'exchangeNothing' : 'exchangeEmpty')}</p>}
			{hasConflicts && <p class="quiet">{translate('exchangeConflicts')}</p>}
			{outcomes.length > 0 && (
				<Scrolled label={fileName}>
					<ul class="exchange-articles">
						{outcomes.slice(0, MOST_NAMED).map((outcome) => (
							<li key={outcome.article.id}>
								<bdi lang={outcome.article.lang} dir={outcome.article.dir}>
									{outcome.article.title || outcome.article.url}
								</bdi>
								<span class="quiet">
									{FIGURES.filter(([, count]) => count(outcome) > 0)
										.map(([key, count]) =>
											ALONE.includes(key) ? translate(key) : `${translate(key)}: ${number.format(count(outcome))}`,
										)
										.join(' · ')}
								</span>
							</li>
						))}
						{outcomes.length > MOST_NAMED && (
							<li class="quiet">{translate('exchangeMore', number.format(outcomes.length - MOST_NAMED))}</li>
						)}
					</ul>
				</Scrolled>
			)}
			<NotUnderstoodList troubles={troubles} isOpen={!hasArticles} />
			{hasSettings && (
				<label class="exchange-settings">
					<input
						type="checkbox"
						checked={withSettings}
						onChange={({ currentTarget }) => setWithSettings(currentTarget.checked)}
					/>
					{translate('exchangeSettings')}
				</label>
			)}
			<div class="exchange-buttons">
				<button type="button" class="primary" disabled={!isUseful} onClick={() => write(withSettings)}>
					{translate('exchangeWrite')}
				</button>
				<button type="button" onClick={cancel}>
					{translate('cancel')}
				</button>
			</div>
		</section>
	);
}
