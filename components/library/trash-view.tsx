import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Instant } from '../../utils/domain/annotation.ts';
import type { TrashEntry } from '../../utils/domain/trash.ts';
import { useTranslation } from '../translation.ts';
import { civilDayOf, dayFormat, daysBetween } from './civil-day.ts';
import { EmptyTrash } from './empty-trash.tsx';
import { byDayOfGoing, contentsOf } from './trash-data.ts';
import { TrashItem } from './trash-item.tsx';

interface TrashProps {
	/** Undefined until it is read. */
	readonly entries: readonly TrashEntry[] | undefined;
	readonly now: Instant;
	/** One act. */
	readonly restore: (entries: readonly TrashEntry[]) => void;
	readonly empty: () => void;
	/** The buttons that take acts back. */
	readonly steps: ComponentChildren;
}

/** Shown at first, and more whenever more is asked for. */
const PAGE = 100;

/** What was deleted and can still be had back, by the day it goes for ever. */
export function Trash({ entries, now, restore, empty, steps }: TrashProps) {
	const { translate, locale } = useTranslation();
	const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
	const [limit, setLimit] = useState(PAGE);
	const frame = useRef<HTMLDivElement>(null);
	/** The place of the item that was restored by its own button, which goes with it. */
	const left = useRef<number | undefined>(undefined);
	useLayoutEffect(() => {
		if (left.current === undefined) return;
		const buttons = frame.current?.querySelectorAll<HTMLElement>('.trash-item > button') ?? [];
		const heir = buttons[Math.min(left.current, buttons.length - 1)] ?? frame.current?.querySelector('h2');
		left.current = undefined;
		heir?.focus();
	}, [entries]);

	if (entries === undefined) return <h2 aria-busy="true">{translate('viewTrash')}</h2>;
	const chosen = entries.filter(({ id }) => selected.has(id));
	const number = new Intl.NumberFormat(locale);
	const dayName = dayFormat(locale, { dateStyle: 'long' });
	const inDays = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
	const today = civilDayOf(new Date(now));

	function giveBack(which: readonly TrashEntry[], first: TrashEntry | undefined): void {
		left.current = Math.max(0, first === undefined ? 0 : (entries?.indexOf(first) ?? 0));
		const gone = new Set(which.map(({ id }) => id));
		setSelected((before) => new Set([...before].filter((id) => !gone.has(id))));
		restore(which);
	}

	return (
		<div class="trash" ref={frame}>
			<div class="trash-head">
				<h2 tabIndex={-1}>{translate('viewTrash')}</h2>
				{steps}
			</div>
			<p class="quiet">{translate('trashLong')}</p>
			{entries.length === 0 ? (
				<p class="hint">{translate('trashEmpty')}</p>
			) : (
				<div class="trash-bar">
					<label>
						<input
							type="checkbox"
							checked={chosen.length === entries.length}
							ref={(box) => {
								if (box) box.indeterminate = chosen.length > 0 && chosen.length < entries.length;
							}}
							onChange={({ currentTarget: { checked } }) =>
								setSelected(new Set(checked ? entries.map(({ id }) => id) : []))
							}
						/>
						{translate('selectAll')}
					</label>
					<button type="button" disabled={chosen.length === 0} onClick={() => giveBack(chosen, chosen[0])}>
						{translate('restoreSelected', number.format(chosen.length))}
					</button>
					<EmptyTrash
						contents={contentsOf(entries)}
						empty={() => {
							left.current = 0;
							empty();
						}}
					/>
				</div>
			)}
			{byDayOfGoing(entries.slice(0, limit)).map(({ goes, entries: those }) => (
				<section key={goes} class="trash-day">
					<h3>{translate('goesOn', dayName(goes), inDays.format(Math.max(0, daysBetween(today, goes)), 'day'))}</h3>
					<ul>
						{those.map((entry) => (
							<TrashItem
								key={entry.id}
								entry={entry}
								isSelected={selected.has(entry.id)}
								select={(isSelected) =>
									setSelected((before) => new Set([...before, entry.id].filter((id) => isSelected || id !== entry.id)))
								}
								restore={() => giveBack([entry], entry)}
							/>
						))}
					</ul>
				</section>
			))}
			{entries.length > limit && (
				<button type="button" onClick={() => setLimit(limit + PAGE)}>
					{translate('showMore')}
				</button>
			)}
		</div>
	);
}
