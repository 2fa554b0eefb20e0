import type { Difference } from '../../utils/domain/outcome.ts';
import type { ChangeOrigin } from '../../utils/domain/passage-change.ts';
import { formatSince } from '../format-date.ts';
import { useTranslation } from '../translation.ts';
import { Differences } from './differences.tsx';

interface ChangedSinceProps extends ChangeOrigin {
	/** Absent where there is too much of it to be told. */
	readonly differences?: readonly Difference[] | undefined;
	readonly lang?: string | undefined;
}

/** That a passage says something else than when it was annotated, since when, and what. */
export function ChangedSince({ since, isEarlier, differences, lang }: ChangedSinceProps) {
	const { translate, locale } = useTranslation();
	return (
		<div class="changed-since">
			<p class="label">
				{translate(isEarlier ? 'differsFrom' : 'changedSince', formatSince(since, locale, new Date()))}
			</p>
			{differences !== undefined && (
				<p class="differences" dir="auto" lang={lang}>
					<Differences differences={differences} />
				</p>
			)}
		</div>
	);
}
