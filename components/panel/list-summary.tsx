import { useKeys } from '../page/keys.ts';
import { plural, useTranslation } from '../translation.ts';

interface ListSummaryProps {
	readonly total: number;
	readonly found: number;
	readonly orphans: number;
	readonly isFiltering: boolean;
	readonly clear: () => void;
}

/** How much the list holds, and the way back where it was narrowed. */
export function ListSummary({ total, found, orphans, isFiltering, clear }: ListSummaryProps) {
	const translation = useTranslation();
	const { translate, locale } = translation;
	const { highlight } = useKeys();
	const number = new Intl.NumberFormat(locale);
	if (total === 0)
		return (
			<p class="empty">
				{highlight === '' ? translate('noAnnotationsYetNoKey') : translate('noAnnotationsYet', highlight)}
			</p>
		);
	return (
		<p class="count quiet">
			<span role="status">
				{found === 0 ? translate('nothingMatches') : plural(translation, 'annotations', found)}
				{isFiltering && ` · ${translate('inAll', number.format(total))}`}
			</span>
			{orphans > 0 && (
				<>
					{' · '}
					<a href="#orphans">{translate('orphansCount', number.format(orphans))}</a>
				</>
			)}
			{isFiltering && (
				<button type="button" class="plain link" onClick={clear}>
					{translate('clearFilters')}
				</button>
			)}
		</p>
	);
}
