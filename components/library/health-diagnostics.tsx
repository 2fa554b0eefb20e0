import { useState } from 'preact/hooks';
import { useTranslation } from '../translation.ts';
import { HealthCard } from './health-card.tsx';

interface HealthDiagnosticsProps {
	readonly diagnostics: string;
	/** Rejects where the browser refuses. */
	readonly copy: (text: string) => Promise<void>;
}

/** Facts for the report of a fault, to be looked at before they are copied. */
export function HealthDiagnostics({ diagnostics, copy }: HealthDiagnosticsProps) {
	const { translate } = useTranslation();
	const [said, setSaid] = useState<'copied' | 'notCopied'>();
	return (
		<HealthCard title={translate('diagnosticsTitle')} state="unknown">
			<p class="quiet">{translate('diagnosticsLong')}</p>
			<pre dir="ltr">{diagnostics}</pre>
			<p role="status">{said && translate(said)}</p>
			<button
				type="button"
				onClick={() =>
					void copy(diagnostics).then(
						() => setSaid('copied'),
						() => setSaid('notCopied'),
					)
				}
			>
				{translate('copy')}
			</button>
		</HealthCard>
	);
}
