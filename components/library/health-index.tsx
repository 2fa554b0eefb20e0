import type { IndexState } from '../../utils/domain/search.ts';
import { useTranslation } from '../translation.ts';
import { formatBytes } from './format-bytes.ts';
import { HealthCard } from './health-card.tsx';

interface HealthIndexProps {
	readonly index: IndexState | undefined;
	readonly rebuild: () => void;
}

/** How far the index of the search has come; it can be built anew. */
export function HealthIndex({ index, rebuild }: HealthIndexProps) {
	const { translate, locale } = useTranslation();
	const number = new Intl.NumberFormat(locale);
	const entries = index === undefined ? 0 : index.articles + index.annotations;
	const isBehind = index !== undefined && (index.pending > 0 || index.isRebuilding);
	const id = 'index-progress';
	return (
		<HealthCard title={translate('indexTitle')} state={index === undefined ? 'unknown' : isBehind ? 'look' : 'well'}>
			{index !== undefined && (
				<>
					<p class="figure-line" id={id}>
						{isBehind
							? translate('indexPending', number.format(index.pending))
							: translate('indexReady', number.format(entries), formatBytes(index.bytes, locale))}
					</p>
					{isBehind && <progress aria-labelledby={id} max={entries + index.pending || 1} value={entries} />}
					<button type="button" disabled={index.isRebuilding} onClick={rebuild}>
						{translate('indexRebuild')}
					</button>
				</>
			)}
		</HealthCard>
	);
}
