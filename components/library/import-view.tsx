import type { ImportState } from '../../utils/domain/import-progress.ts';
import type { ImportSummary } from '../../utils/domain/import-record.ts';
import { useTranslation } from '../translation.ts';
import { ImportChooser } from './import-chooser.tsx';
import { ImportHead } from './import-head.tsx';
import { ImportReport } from './import-report.tsx';
import { ImportRunning } from './import-running.tsx';

interface ImportProps {
	readonly state: ImportState;
	/** What is said of a single file that cannot be opened. */
	readonly refusal: string | undefined;
	readonly choose: (files: readonly File[]) => void;
	readonly pause: () => void;
	readonly resume: () => void;
	readonly cancel: () => void;
	readonly resumeWithNext: (id: string | undefined) => void;
	readonly showReport: (id: string) => void;
	readonly forget: (id: string) => void;
}

/** Brings in saved articles, and reports what became of them. */
export function Import(props: ImportProps) {
	const { state, refusal } = props;
	const { translate } = useTranslation();
	const { running, isElsewhere, imports, report, resuming } = state;
	const shown = imports.find(({ id }) => id === report?.id);
	const others = imports.filter(({ id }) => id !== report?.id && id !== running?.id);
	return (
		<div class="import">
			<h2>{translate('addSavedArticles')}</h2>
			{running === undefined ? (
				<ImportChooser isResuming={resuming !== undefined} choose={props.choose} />
			) : (
				<ImportRunning running={running} pause={props.pause} resume={props.resume} cancel={props.cancel} />
			)}
			{isElsewhere && (
				<p role="alert" class="hint">
					{translate('importElsewhere')}
				</p>
			)}
			{refusal !== undefined && (
				<p role="alert" class="hint">
					{refusal}
				</p>
			)}
			{report !== undefined && (
				<section class="import-report" aria-label={translate('importReport')}>
					{running === undefined && shown !== undefined && head(shown)}
					<ImportReport key={report.id} groups={report.groups} />
				</section>
			)}
			{running === undefined && others.length > 0 && (
				<section aria-labelledby="import-others">
					<h3 id="import-others">{translate('importOthers')}</h3>
					<ul class="import-others">
						{others.map((one) => (
							<li key={one.id}>{head(one)}</li>
						))}
					</ul>
				</section>
			)}
		</div>
	);

	function head(summary: ImportSummary) {
		const { id } = summary;
		return (
			<ImportHead
				summary={summary}
				isShown={id === report?.id}
				canResume={running === undefined && !isElsewhere && resuming !== id}
				show={() => props.showReport(id)}
				resume={() => props.resumeWithNext(id)}
				forget={() => props.forget(id)}
			/>
		);
	}
}
