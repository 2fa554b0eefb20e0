import { formatWithAge } from '../format-date.ts';
import { useTranslation } from '../translation.ts';
import { HealthCard } from './health-card.tsx';
import { HealthChanges } from './health-changes.tsx';
import { HealthCheck } from './health-check.tsx';
import type { HealthActions, HealthState } from './health-data.ts';
import { HealthDiagnostics } from './health-diagnostics.tsx';
import { HealthIndex } from './health-index.tsx';
import { HealthStorage } from './health-storage.tsx';
import { libraryAddress } from './library-address.ts';

interface HealthProps {
	readonly state: HealthState;
	readonly actions: HealthActions;
}

/** Whether all that is stored is well, and what can be done where it is not. */
export function Health({ state, actions }: HealthProps) {
	const { translate, locale } = useTranslation();
	const { storage, lastBackup, changes, index, check, diagnostics } = state;
	return (
		<div class="health">
			<h2>{translate('viewHealth')}</h2>
			<div class="health-cards">
				<HealthCard
					title={translate('backupTitle')}
					state={lastBackup === undefined ? 'unknown' : lastBackup === 'never' ? 'look' : 'well'}
				>
					{lastBackup !== undefined && (
						<p>{lastBackup === 'never' ? translate('backupNever') : formatWithAge(lastBackup, locale, new Date())}</p>
					)}
					<p>
						<a href={libraryAddress({ view: 'backup' })}>{translate('viewBackup')}</a>
					</p>
				</HealthCard>
				<HealthStorage storage={storage} keep={actions.keepStorage} />
				<HealthChanges changes={changes} />
				<HealthCheck check={check} begin={actions.check} repair={actions.repair} />
				<HealthIndex index={index} rebuild={actions.rebuildIndex} />
				<HealthDiagnostics diagnostics={diagnostics} copy={actions.copy} />
			</div>
		</div>
	);
}
