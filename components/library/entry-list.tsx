import type { ComponentChild } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Instant } from '../../utils/domain/annotation.ts';
import type { ListPlace } from '../list/list-place.ts';
import type { RowAttributes } from '../list/row-attributes.ts';
import type { RowAct } from '../list/row-keys.ts';
import { allOrNone, extended, NOTHING_SELECTED, type Selection, toggled } from '../list/selection.ts';
import { VirtualList } from '../list/virtual-list.tsx';
import { type MessageKey, useTranslation } from '../translation.ts';
import { type EntryProps, EntryWaiting } from './entry-frame.tsx';
import { groupLabel } from './group-label.ts';
import type { ListGroup } from './library-address.ts';

interface EntryListProps<Row> {
	readonly label: string;
	/** Of all rows, in order. */
	readonly ids: readonly string[];
	/** Those that have been read. */
	readonly rows: ReadonlyMap<string, Row>;
	readonly shown: (first: number, end: number) => void;
	readonly group: ListGroup;
	/** What a row is grouped by. */
	readonly dateOf: (row: Row) => Instant | undefined;
	/** Stands above rows without such a date. */
	readonly undated: MessageKey;
	readonly entry: (row: Row, props: EntryProps) => ComponentChild;
	readonly selection: Selection;
	readonly select: (selection: Selection) => void;
	/** What is selected, in the order of the list. */
	readonly selected: () => readonly string[];
	readonly open: (id: string) => void;
	readonly trash: (ids: readonly string[]) => void;
	readonly place: ListPlace | undefined;
	readonly moved: (place: ListPlace) => void;
}

/** Of an article with its facts and its first line, in CSS pixels. */
const LIKELY_PX = 140;

/** A list of the library, of any length: rows are asked for as they are shown, ticked, and walked through by key. */
export function EntryList<Row>(props: EntryListProps<Row>) {
	const { ids, rows, selection, select } = props;
	const { translate, locale } = useTranslation();
	/** A stretch that no row was ticked for begins where the reader stands. */
	const focused = useRef<string | undefined>(undefined);
	const lastSelection = useRef(selection);
	const list = useRef<HTMLDivElement>(null);

	const labelAt = (index: number): string | undefined => {
		const row = rows.get(ids[index] ?? '');
		return row && groupLabel(props.dateOf(row), props.group, locale);
	};
	function headingOf(index: number): string | undefined {
		const label = labelAt(index);
		const begins = index === 0 || label !== labelAt(index - 1);
		if (!begins) return undefined;
		return label === '' ? translate(props.undated) : label;
	}

	function act(kind: RowAct, id: string): void {
		if (kind === 'open') props.open(id);
		else if (kind === 'mark') select(toggled(selection, id));
		else if (kind === 'extend') select(extended(selection, ids, id, focused.current));
		else if (kind === 'all') select(allOrNone(selection, ids));
		else if (kind === 'remove') props.trash(selection.ids.has(id) ? props.selected() : [id]);
	}

	const row = (id: string, attributes: RowAttributes, index: number): ComponentChild => {
		const read = rows.get(id);
		if (read === undefined) return <EntryWaiting key={id} row={attributes} />;
		return props.entry(read, {
			row: attributes,
			heading: headingOf(index),
			isSelected: selection.ids.has(id),
			toggle: () => select(toggled(selection, id)),
		});
	};

	// Where nothing is selected any more, the focus may have been in what has gone with it.
	useLayoutEffect(() => {
		const hadAny = lastSelection.current.ids.size > 0;
		lastSelection.current = selection;
		if (!hadAny || selection.ids.size > 0 || document.activeElement !== document.body) return;
		list.current?.querySelector<HTMLElement>('[data-row][tabindex="0"]')?.focus({ preventScroll: true });
	}, [selection]);

	return (
		// biome-ignore lint/a11y/noStaticElementInteractions: Escape selects nothing any more, from anywhere inside.
		<div
			ref={list}
			class="entries"
			onFocusIn={({ target }) => {
				focused.current = (target as HTMLElement).closest<HTMLElement>('[data-row]')?.dataset.row;
			}}
			onKeyDown={(event) => {
				if (event.key !== 'Escape' || selection.ids.size === 0) return;
				event.preventDefault();
				select(NOTHING_SELECTED);
			}}
		>
			<p id="list-keys" class="visually-hidden">
				{translate('libraryKeys')}
			</p>
			<VirtualList
				ids={ids}
				label={props.label}
				describedBy="list-keys"
				isSelectable
				likelyPx={LIKELY_PX}
				gapPx={0}
				row={row}
				act={act}
				shown={props.shown}
				place={props.place}
				moved={props.moved}
			/>
		</div>
	);
}
