import { type Flaw, type FlawKind, isRepairable } from '../../utils/domain/integrity.ts';
import type { MessageKey } from '../translation.ts';
import { useTranslation } from '../translation.ts';
import { HealthCard } from './health-card.tsx';
import type { CheckState } from './health-data.ts';

interface HealthCheckProps {
	readonly check: CheckState;
	readonly begin: () => void;
	readonly repair: () => void;
}

const KEYS: Readonly<Record<FlawKind, MessageKey>> = {
	'without-article': 'flawArticle',
	'in-trashed-article': 'flawTrashed',
	'wrongly-dated': 'flawDate',
	'acts-of-nothing': 'flawAct',
	'without-version': 'flawVersion',
	malformed: 'flawMalformed',
};

/** Whether all that is stored fits together: looked at and repaired when the reader asks. */
export function HealthCheck({ check, begin, repair }: HealthCheckProps) {
	const { translate, locale } = useTranslation();
	const report = 'report' in check ? check.report : undefined;
	const flaws = report?.flaws ?? [];
	const isAtWork = check.kind === 'checking' || check.kind === 'repairing';
	const canRepair = flaws.some(({ kind }) => isRepairable(kind));
	return (
		<HealthCard
			title={translate('checkTitle')}
			state={report === undefined ? 'unknown' : flaws.length === 0 ? 'well' : 'look'}
		>
			<p class="quiet">{translate('checkLong')}</p>
			<div role="status">
				{isAtWork && <p>{translate('checking')}</p>}
				{check.kind === 'repaired' && (
					<p>{translate('repairedCount', new Intl.NumberFormat(locale).format(check.repaired))}</p>
				)}
				{report && flaws.length === 0 && <p>{translate('checkSound')}</p>}
				{flaws.length > 0 && (
					<ul>
						{flaws.map((flaw) => (
							<FlawLine key={flaw.kind} flaw={flaw} />
						))}
					</ul>
				)}
				{flaws.length > 0 && !canRepair && <p class="quiet">{translate('notRepairable')}</p>}
			</div>
			{isAtWork && (
				<progress aria-label={translate('checking')} value={check.kind === 'checking' ? check.share : undefined} />
			)}
			<div class="row">
				{canRepair && (
					<button type="button" class="primary" onClick={repair}>
						{translate('repair')}
					</button>
				)}
				<button type="button" disabled={isAtWork} onClick={begin}>
					{translate('checkNow')}
				</button>
			</div>
		</HealthCard>
	);
}

/** How many there are, and which, for whoever wants to know. */
function FlawLine({ flaw: { kind, count, examples } }: { readonly flaw: Flaw }) {
	const { translate, locale } = useTranslation();
	return (
		<li>
			<details>
				<summary>
					{translate(KEYS[kind])}: {new Intl.NumberFormat(locale).format(count)}
				</summary>
				<pre dir="ltr">{examples.join('\n')}</pre>
			</details>
		</li>
	);
}
