import type { ComponentChild } from 'preact';
import { useEffect, useLayoutEffect, useReducer, useRef, useState } from 'preact/hooks';
import type { ListPlace } from './list-place.ts';
import type { RowAttributes } from './row-attributes.ts';
import { type RowAct, rowKey } from './row-keys.ts';
import { rowsWithin } from './row-offsets.ts';
import { AHEAD_PX, useDrawnSpan } from './use-drawn-span.ts';
import { useRowHeights } from './use-row-heights.ts';
import { useScrolling } from './use-scrolling.ts';

interface VirtualListProps {
	/** Of the rows, in order. */
	readonly ids: readonly string[];
	readonly label?: string;
	readonly labelledBy?: string;
	readonly describedBy?: string;
	/** The row that is being written in: it stays although it is scrolled away. */
	readonly edited?: string | undefined;
	/** The row that the reader has before him in the page. */
	readonly current?: string | undefined;
	/** Whether the reader leaves the list alone, so that it may follow the page. */
	readonly isAtRest?: () => boolean;
	/** Whether rows can be marked, several at once. */
	readonly isSelectable?: boolean;
	/** The height of a row nobody has seen, and the gap below each, in CSS pixels. */
	readonly likelyPx?: number;
	readonly gapPx?: number;
	readonly row: (id: string, attributes: RowAttributes, index: number) => ComponentChild;
	readonly act: (act: RowAct, id: string) => void;
	/** Told which rows are in the document now: from `first`, `end` not included. */
	readonly shown?: (first: number, end: number) => void;
	/** Where to go once that row is there; another object is another journey. */
	readonly place?: ListPlace | undefined;
	/** Told now and then where the reader is. */
	readonly moved?: (place: ListPlace) => void;
}

/** The gap below a row, and its height with it, of an annotation of three lines with what stands below them. */
const GAP_PX = 12;
const LIKELY_PX = 150;
/** So long a row that is brought into view is looked after, in milliseconds: its neighbours are measured meanwhile. */
const BRINGING_MS = 300;
/** The same of a row that is gone back to: what stands in its neighbours may have to be fetched. */
const RETURNING_MS = 1500;

interface Aim {
	readonly id: string;
	/** The row that is to have the focus. */
	readonly focus?: string | undefined;
	readonly until: number;
	/** Where its top is to be in the window; anywhere in view where that is not said. */
	readonly top?: number;
}

/**
 * A list of any length of which only what is seen, and a little more, is in the document. Rows are as high as they are:
 * their heights are taken once they are shown, and the others are taken to be alike; what is in view stays where it is
 * meanwhile (the browser anchors the scroll position). One stop for the tab key: arrows, Home, End and the page keys lead
 * through it.
 */
export function VirtualList(props: VirtualListProps) {
	const { ids, current, edited, place, isSelectable = false, gapPx = GAP_PX } = props;
	const frame = useRef<HTMLDivElement>(null);
	const [, redraw] = useReducer((count: number) => count + 1, 0);
	const [focused, setFocused] = useState<string>();
	/** The row that had the focus last, and where it stood: it may be taken away. */
	const last = useRef<{ readonly id: string; readonly index: number } | undefined>(undefined);
	const target = useRef<Aim | undefined>(undefined);
	const lastEdited = useRef<string | undefined>(undefined);
	const returnedTo = useRef<ListPlace | undefined>(undefined);

	const { offsets, measured } = useRowHeights(ids, gapPx, props.likelyPx ?? LIKELY_PX);
	const total = offsets.at(ids.length);
	const { span, keepUp, keepUpOnceDrawn } = useDrawnSpan(frame, total);
	const { first, end } = rowsWithin(offsets, Math.min(span.from, total - 1), Math.max(span.to, 1));
	const kept = [focused, edited, current, target.current?.id].map((id) => (id === undefined ? -1 : ids.indexOf(id)));
	const beyond = [...new Set(kept)].filter((index) => index >= 0 && (index < first || index >= end));
	const shown = Array.from({ length: end - first }, (_, index) => first + index);
	const indexes = [...shown, ...beyond].sort((a, b) => a - b);
	const stop = [focused, current].find((id) => id !== undefined && ids.includes(id)) ?? ids[firstSeen()];

	function firstSeen(): number {
		const whole = shown.find((index) => offsets.at(index) >= span.from + AHEAD_PX);
		return whole ?? first;
	}

	const rows = (): HTMLElement[] => [...(frame.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])];
	const rowOf = (id: string): HTMLElement | undefined => rows().find(({ dataset }) => dataset.row === id);

	/** Tells where the reader is. On the way back to a place nobody is anywhere. */
	function tell(): void {
		if (props.moved === undefined || target.current?.top !== undefined) return;
		const inView = rows().filter((row) => row.getBoundingClientRect().bottom > 0);
		const whole = inView.find((row) => row.getBoundingClientRect().top >= 0) ?? inView[0];
		const id = whole?.dataset.row;
		if (id !== undefined) props.moved({ id, top: whole!.getBoundingClientRect().top, focused });
	}

	useScrolling({
		scrolled: () => void keepUp(),
		settled: tell,
		taken: () => {
			target.current = undefined;
		},
	});

	/** Has a row in the document and in view with the next drawing. */
	function bring(id: string, withFocus: boolean): void {
		target.current = { id, focus: withFocus ? id : undefined, until: performance.now() + BRINGING_MS };
		redraw(undefined);
	}

	useLayoutEffect(() => {
		// What is seen at once; what is ahead once that is shown.
		keepUpOnceDrawn(0);
		props.shown?.(first, end);
		if (place !== undefined && place !== returnedTo.current && ids.includes(place.id)) {
			returnedTo.current = place;
			const { id, top, focused: focus } = place;
			target.current = { id, top, focus, until: performance.now() + RETURNING_MS };
			// It has to be in the document, also where it is scrolled away.
			setFocused(focus);
			return redraw(undefined);
		}
		const isFocusLost = document.activeElement === document.body;
		if (lastEdited.current !== edited) {
			const before = lastEdited.current;
			lastEdited.current = edited;
			if (before !== undefined && isFocusLost && ids.includes(before)) return bring(before, true);
		}
		if (last.current !== undefined && !ids.includes(last.current.id)) {
			const neighbour = ids[Math.min(last.current.index, ids.length - 1)];
			last.current = undefined;
			setFocused(undefined);
			if (isFocusLost && neighbour !== undefined) return bring(neighbour, true);
		}
		const aim = target.current;
		if (aim !== undefined && performance.now() > aim.until) target.current = undefined;
		const element = target.current && rowOf(target.current.id);
		if (aim === undefined || element === undefined) return;
		const toFocus = aim.focus === undefined ? undefined : rowOf(aim.focus);
		if (toFocus && !toFocus.contains(document.activeElement)) toFocus.focus({ preventScroll: true });
		if (aim.top === undefined) element.scrollIntoView({ block: 'nearest' });
		else window.scrollBy({ top: element.getBoundingClientRect().top - aim.top, behavior: 'instant' });
	});

	useEffect(() => {
		if (current !== undefined && edited === undefined && props.isAtRest?.()) bring(current, false);
	}, [current]);

	function pageFrom(index: number, by: 1 | -1): number {
		const { first, end } = rowsWithin(offsets, 0, offsets.at(index) + (by * window.innerHeight * 4) / 5);
		const to = by === 1 ? end - 1 : Math.max(first, end - 1);
		return to === index ? index + by : to;
	}

	function walk(event: KeyboardEvent): void {
		const element = event.target as HTMLElement;
		if (element.closest('form, input:not([type="checkbox"]), textarea')) return;
		const row = element.closest<HTMLElement>('[data-row]');
		const id = row?.dataset.row ?? '';
		const index = ids.indexOf(id);
		if (index < 0) return;
		const asked = rowKey(event, { index, count: ids.length, isOnRow: element === row, isSelectable, pageFrom });
		if (asked === undefined) return;
		event.preventDefault();
		const to = asked.to === undefined ? id : ids[asked.to]!;
		if (asked.to !== undefined) bring(to, true);
		if (asked.act !== undefined) props.act(asked.act, to);
	}

	function click(event: MouseEvent): void {
		const element = event.target as HTMLElement;
		const id = element.closest<HTMLElement>('[data-row]')?.dataset.row;
		if (id === undefined) return;
		if (isSelectable) {
			if (!event.shiftKey || element.closest('button, label, input')) return;
			event.preventDefault();
			props.act('extend', id);
			return;
		}
		if (element.closest('a, button, form, summary')) return;
		// Words are being selected, to be copied.
		if (document.getSelection()?.isCollapsed === false) return;
		props.act('show', id);
	}

	return (
		<div ref={frame} class="rows">
			<div style={`block-size: ${offsets.at(first)}px`} />
			<ul
				class="row-list"
				// biome-ignore lint/a11y/noRedundantRoles: Safari and VoiceOver drop the role of a list without bullets.
				role="list"
				aria-label={props.label}
				aria-labelledby={props.labelledBy}
				aria-describedby={props.describedBy}
				style={`row-gap: ${gapPx}px`}
				onKeyDown={walk}
				onClick={click}
				onFocusIn={({ target }) => {
					const id = (target as HTMLElement).closest<HTMLElement>('[data-row]')?.dataset.row ?? '';
					last.current = { id, index: ids.indexOf(id) };
					setFocused(id);
				}}
				onFocusOut={({ relatedTarget, currentTarget }) => {
					if (relatedTarget === null || currentTarget.contains(relatedTarget as Node)) return;
					last.current = undefined;
					setFocused(undefined);
				}}
			>
				{indexes.map((index) => {
					const id = ids[index]!;
					const isBeyond = index < first || index >= end;
					const top = isBeyond ? offsets.at(index) : 0;
					return props.row(
						id,
						{
							ref: measured,
							'data-row': id,
							tabIndex: id === stop ? 0 : -1,
							'aria-posinset': index + 1,
							'aria-setsize': ids.length,
							...(id === current && { 'aria-current': 'true' }),
							...(isBeyond && { style: `position: absolute; inset-inline: 0; inset-block-start: ${top}px` }),
						},
						index,
					);
				})}
			</ul>
			<div style={`block-size: ${total - offsets.at(end)}px`} />
		</div>
	);
}
