import { useState } from 'preact/hooks';
import { useTranslation } from '../translation.ts';
import type { SettingsActions, SettingsState } from './settings-state.ts';

/** What went wrong unexpectedly, as it can be put into a report: to be looked at, copied or cleared. */
export function DiagnosticLog({
	diagnostics: { facts, log },
	copyText,
	clearLog,
}: Pick<SettingsState, 'diagnostics'> & Pick<SettingsActions, 'copyText' | 'clearLog'>) {
	const { translate } = useTranslation();
	const [said, setSaid] = useState<'copied' | 'notCopied'>();
	const copy = (): void =>
		void copyText([facts, log].filter(Boolean).join('\n')).then(
			() => setSaid('copied'),
			() => setSaid('notCopied'),
		);
	return (
		<div class="diagnostic-log">
			<p class="quiet">{translate('diagnosticLogLong')}</p>
			{log === '' ? <p>{translate('diagnosticLogNone')}</p> : <pre dir="ltr">{log}</pre>}
			<p role="status">{said && translate(said)}</p>
			<button type="button" onClick={copy}>
				{translate('copy')}
			</button>
			{log !== '' && (
				<button type="button" onClick={clearLog}>
					{translate('diagnosticLogClear')}
				</button>
			)}
		</div>
	);
}
