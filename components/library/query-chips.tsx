import { useLayoutEffect, useRef } from 'preact/hooks';
import { useTranslation } from '../translation.ts';

/** A condition of the query in the reader's words. */
export interface QueryChip {
	/** Where it stands in the query. */
	readonly at: number;
	readonly label: string;
	readonly isExcluded: boolean;
	readonly remove: () => void;
}

/** What the query narrows the list to, one by one, to be taken away again. */
export function QueryChips({ chips }: { readonly chips: readonly QueryChip[] }) {
	const { translate } = useTranslation();
	const list = useRef<HTMLUListElement>(null);
	const removed = useRef<number | undefined>(undefined);
	// The focus went with what was taken away: it goes to the next, and after the last to where queries are typed.
	useLayoutEffect(() => {
		const index = removed.current;
		removed.current = undefined;
		if (index === undefined || document.activeElement !== document.body) return;
		const left = [...(list.current?.querySelectorAll<HTMLElement>('button') ?? [])];
		const heir = left[Math.min(index, left.length - 1)] ?? document.querySelector<HTMLElement>('[type="search"]');
		heir?.focus();
	}, [chips.length]);
	if (chips.length === 0) return null;
	return (
		<ul ref={list} class="query-chips" aria-label={translate('queryConditions')}>
			{chips.map(({ at, label, isExcluded, remove }, index) => (
				<li key={at}>
					<button
						type="button"
						class="query-chip"
						aria-label={translate('removeCondition', label)}
						onClick={() => {
							removed.current = index;
							remove();
						}}
					>
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
