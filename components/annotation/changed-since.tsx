import type { Instant } from '../../utils/domain/annotation.ts';
import type { Difference } from '../../utils/domain/outcome.ts';
import { formatSince } from '../format-date.ts';
import { useTranslation } from '../translation.ts';
import { Differences } from './differences.tsx';

interface ChangedSinceProps {
	/** When the version that the annotation was made on was read. */
	readonly since: Instant;
	/** From then to now; absent where there is too much of it to be told. */
	readonly differences?: readonly Difference[] | undefined;
	readonly lang?: string | undefined;
}

/** That a passage says something else than when it was annotated, since when, and what. */
export function ChangedSince({ since, differences, lang }: ChangedSinceProps) {
	const { translate, locale } = useTranslation();
	return (
		<div class="changed-since">
			<p class="label">{translate('changedSince', formatSince(since, locale, new Date()))}</p>
			{differences !== undefined && (
				<p class="differences" dir="auto" lang={lang}>
					<Differences differences={differences} />
				</p>
			)}
		</div>
	);
}
