import { useTranslation } from '../translation.ts';

/** A condition of the query in the reader's words. */
export interface QueryChip {
	readonly label: string;
	readonly isExcluded: boolean;
	readonly remove: () => void;
}

/** What the query narrows the list to, one by one, to be taken away again. */
export function QueryChips({ chips }: { readonly chips: readonly QueryChip[] }) {
	const { translate } = useTranslation();
	if (chips.length === 0) return null;
	return (
		<ul class="query-chips" aria-label={translate('queryConditions')}>
			{chips.map(({ label, isExcluded, remove }) => (
				<li key={`${isExcluded}${label}`}>
					<button type="button" class="query-chip" aria-label={translate('removeCondition', label)} onClick={remove}>
						<span dir="auto" class={isExcluded ? 'excluded' : ''}>
							{label}
						</span>
						<span aria-hidden="true">×</span>
					</button>
				</li>
			))}
		</ul>
	);
}
