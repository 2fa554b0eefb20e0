import { useTranslation } from '../translation.ts';
import { formatBytes } from './format-bytes.ts';
import { HealthCard } from './health-card.tsx';
import type { StorageState } from './health-data.ts';

interface HealthStorageProps {
	readonly storage: StorageState | undefined;
	readonly keep: () => void;
}

/** How much room is taken, and whether the browser keeps it. */
export function HealthStorage({ storage, keep }: HealthStorageProps) {
	const { translate, locale } = useTranslation();
	const { used, granted, isKept, isRefused } = storage ?? { isKept: false, isRefused: false };
	return (
		<HealthCard title={translate('storageTitle')} state={storage === undefined ? 'unknown' : isKept ? 'well' : 'look'}>
			{used !== undefined && granted !== undefined && (
				<>
					<p class="figure-line">{translate('storageUsed', formatBytes(used, locale), formatBytes(granted, locale))}</p>
					<span class="bar" aria-hidden="true">
						<span style={{ inlineSize: `${Math.min(100, (100 * used) / Math.max(1, granted))}%` }} />
					</span>
				</>
			)}
			{storage && <p class="quiet">{translate(isKept ? 'storageKept' : 'storageNotKept')}</p>}
			{storage && !isKept && (
				<>
					<p role="status">{isRefused && translate('storageRefused')}</p>
					<button type="button" onClick={keep}>
						{translate('storageKeep')}
					</button>
				</>
			)}
		</HealthCard>
	);
}
