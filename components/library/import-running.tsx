import type { ImportProgress, Pace, RunningImport } from '../../utils/domain/import-progress.ts';
import { faultMessage } from '../fault-message.ts';
import { type Translation, useTranslation } from '../translation.ts';
import { formatSpan } from './format-span.ts';

interface ImportRunningProps {
	readonly running: RunningImport;
	readonly pause: () => void;
	readonly resume: () => void;
	readonly cancel: () => void;
}

/** How far an import is, and what can be done about it. */
export function ImportRunning({ running, pause, resume, cancel }: ImportRunningProps) {
	const translation = useTranslation();
	const { translate, locale } = translation;
	const { name, phase, fault, progress } = running;
	const { done, found, isCounted } = progress;
	const number = (count: number): string => count.toLocaleString(locale);
	const text = isCounted
		? translate('importDone', number(done), number(found))
		: translate('importCounting', number(done), number(found));
	return (
		<section class="import-running" aria-labelledby="import-name">
			<h3 id="import-name">{translate('importOf', name)}</h3>
			<div
				role="progressbar"
				aria-labelledby="import-name"
				aria-valuemin={0}
				aria-valuemax={found}
				aria-valuenow={isCounted ? done : undefined}
				aria-valuetext={text}
				tabIndex={-1}
				class={`import-bar ${phase}`}
			>
				<span style={`inline-size: ${isCounted && found > 0 ? (100 * done) / found : 0}%`} />
			</div>
			<p class="import-figures">
				{text} <span class="quiet">{statusOf(translation, running)}</span>
			</p>
			<ImportAsides progress={progress} />
			{fault !== undefined && <p role="alert">{faultMessage(translate, fault)}</p>}
			<div class="import-buttons">
				{phase === 'running' && (
					<button key="pause" type="button" onClick={pause}>
						{translate('importPause')}
					</button>
				)}
				{phase === 'paused' && (
					<button key="resume" type="button" class="primary" onClick={resume}>
						{translate(fault === undefined ? 'importResume' : 'retry')}
					</button>
				)}
				<button key="cancel" type="button" disabled={phase === 'ending'} onClick={cancel}>
					{translate('cancel')}
				</button>
			</div>
		</section>
	);
}

/** So long a file alone must take to be worth a word, in milliseconds. */
const LONG_MS = 2000;

function ImportAsides({ progress: { passedOver, longest } }: { readonly progress: ImportProgress }) {
	const { translate, locale } = useTranslation();
	const asides = [
		passedOver > 0 && translate('importPassedOver', passedOver.toLocaleString(locale)),
		longest !== undefined &&
			longest.ms > LONG_MS &&
			translate('importLongest', longest.path, formatSpan(longest.ms / 1000, locale)),
	].filter((aside) => aside !== false);
	return asides.length === 0 ? null : <p class="quiet">{asides.join(' · ')}</p>;
}

function statusOf(translation: Translation, { phase, fault, pace }: RunningImport): string {
	if (phase === 'ending') return translation.translate('importEnding');
	if (phase === 'paused') return fault === undefined ? translation.translate('importPaused') : '';
	return pace === undefined ? '' : paceWords(translation, pace);
}

function paceWords({ translate, locale }: Translation, { perSecond, secondsLeft }: Pace): string {
	const rate = translate('importRate', Math.max(1, Math.round(perSecond)).toLocaleString(locale));
	return secondsLeft === undefined ? rate : `${rate} · ${translate('importLeft', formatSpan(secondsLeft, locale))}`;
}
