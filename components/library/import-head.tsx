import { IMPORT_OUTCOMES, type ImportSummary } from '../../utils/domain/import-record.ts';
import { formatMoment } from '../format-date.ts';
import { useTranslation } from '../translation.ts';

interface ImportHeadProps {
	readonly summary: ImportSummary;
	/** Whether its report stands below. */
	readonly isShown: boolean;
	readonly canResume: boolean;
	readonly show: () => void;
	readonly resume: () => void;
	readonly forget: () => void;
}

/** What an import came to: finished, or stopped and to be resumed. */
export function ImportHead({ summary, isShown, canResume, show, resume, forget }: ImportHeadProps) {
	const { translate, locale } = useTranslation();
	const { name, started, ended, total, passedOver = 0, counts } = summary;
	const number = (count: number): string => count.toLocaleString(locale);
	const done = IMPORT_OUTCOMES.reduce((sum, outcome) => sum + counts[outcome], 0);
	const isStopped = ended === undefined;
	const said = isStopped
		? total === undefined
			? translate('importStoppedEarly', number(done))
			: translate('importStopped', number(done), number(total))
		: translate('importFinished', number(done));
	return (
		<div class="import-head">
			<p>
				{name !== undefined && <bdi>{name}</bdi>} <span role={isShown ? 'status' : undefined}>{said}</span>
			</p>
			<p class="quiet">
				{formatMoment(started, locale)}
				{passedOver > 0 && ` · ${translate('importPassedOver', number(passedOver))}`}
			</p>
			<div class="import-buttons">
				{!isShown && (
					<button type="button" onClick={show}>
						{translate('importShowReport')}
					</button>
				)}
				{isStopped && canResume && (
					<button type="button" class="primary" onClick={resume}>
						{translate('importResumeChoose')}
					</button>
				)}
				<button type="button" class="plain" onClick={forget}>
					{translate('importForget')}
				</button>
			</div>
		</div>
	);
}
