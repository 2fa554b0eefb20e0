import type { ComponentChild } from 'preact';
import { useEffect, useLayoutEffect, useReducer, useRef, useState } from 'preact/hooks';
import { rowOffsets, rowsWithin } from './row-offsets.ts';

/** What the element of a row bears, so that the list can be read, walked through and measured. */
export interface RowAttributes {
	readonly ref: (element: HTMLElement | null) => void;
	readonly tabIndex: 0 | -1;
	readonly 'aria-posinset': number;
	readonly 'aria-setsize': number;
	readonly 'aria-current'?: 'true';
	readonly style?: string;
}

/** What a reader does to a row: see it in the page, open it for writing, delete it. */
export type RowAct = 'show' | 'open' | 'remove';

interface VirtualListProps {
	/** Of the rows, in order; the element of a row bears its id as `data-annotation`. */
	readonly ids: readonly string[];
	readonly label?: string;
	readonly labelledBy?: string;
	readonly describedBy?: string;
	/** The row that is being written in: it stays although it is scrolled away. */
	readonly edited?: string | undefined;
	/** The row that the reader has before him in the page. */
	readonly current: string | undefined;
	/** Whether the reader leaves the list alone, so that it may follow the page. */
	readonly isAtRest: () => boolean;
	readonly row: (id: string, attributes: RowAttributes) => ComponentChild;
	readonly act: (act: RowAct, id: string) => void;
}

/** Rows are drawn this far beyond what is seen, in CSS pixels, and again when less than half of it is left. */
const AHEAD_PX = 800;
/** More than a popup can show. */
const FIRST_PX = 1000;
/** The gap below a row, in CSS pixels. */
const GAP_PX = 12;
/** So long a row that is brought into view is looked after, in milliseconds: its neighbours are measured meanwhile. */
const BRINGING_MS = 300;

/**
 * A list of any length of which only what is seen, and a little more, is in the document. Rows are as high as they are:
 * their heights are taken once they are shown, and the others are taken to be alike; what is in view stays where it is
 * meanwhile (the browser anchors the scroll position). One stop for the tab key: arrows, Home and End lead through it.
 */
export function VirtualList(props: VirtualListProps) {
	const { ids, current, edited } = props;
	const frame = useRef<HTMLDivElement>(null);
	const heights = useRef(new Map<string, number>());
	const [, remeasure] = useReducer((count: number) => count + 1, 0);
	const [span, setSpan] = useState({ from: 0, to: FIRST_PX });
	const [focused, setFocused] = useState<string>();
	/** The row that had the focus last, and where it stood: it may be taken away. */
	const last = useRef<{ readonly id: string; readonly index: number } | undefined>(undefined);
	const target = useRef<{ readonly id: string; readonly withFocus: boolean; readonly until: number } | undefined>(
		undefined,
	);
	const lastEdited = useRef<string | undefined>(undefined);

	const offsets = rowOffsets(ids, (id) => heights.current.get(id));
	const total = offsets.at(-1) ?? 0;
	const { first, end } = rowsWithin(offsets, Math.min(span.from, total - 1), Math.max(span.to, 1));
	const kept = [focused, edited, current, target.current?.id].map((id) => (id === undefined ? -1 : ids.indexOf(id)));
	const beyond = [...new Set(kept)].filter((index) => index >= 0 && (index < first || index >= end));
	const shown = Array.from({ length: end - first }, (_, index) => first + index);
	const indexes = [...shown, ...beyond].sort((a, b) => a - b);
	const stop = [focused, current].find((id) => id !== undefined && ids.includes(id)) ?? ids[firstSeen()];

	/** What is seen of the list, in pixels from its top. */
	function seen(): { from: number; to: number } {
		const y = frame.current?.getBoundingClientRect().top ?? 0;
		return { from: -y, to: window.innerHeight - y };
	}

	function firstSeen(): number {
		const whole = shown.find((index) => offsets[index]! >= span.from + AHEAD_PX);
		return whole ?? first;
	}

	function keepUp(): void {
		const { from, to } = seen();
		const isTopDrawn = span.from <= 0 || from - AHEAD_PX / 2 >= span.from;
		const isBottomDrawn = span.to >= total || to + AHEAD_PX / 2 <= span.to;
		if (!isTopDrawn || !isBottomDrawn) setSpan({ from: from - AHEAD_PX, to: to + AHEAD_PX });
	}

	const [observer] = useState(() => {
		return new ResizeObserver((entries) => {
			let changed = false;
			for (const { target: element, borderBoxSize } of entries) {
				const height = borderBoxSize[0]?.blockSize ?? 0;
				const id = (element as HTMLElement).dataset.annotation;
				// It has left the document.
				if (height === 0 || id === undefined) observer.unobserve(element);
				else if (heights.current.get(id) !== height + GAP_PX) {
					heights.current.set(id, height + GAP_PX);
					changed = true;
				}
			}
			if (changed) remeasure(undefined);
		});
	});
	const [measured] = useState(() => (element: HTMLElement | null) => {
		if (element !== null) observer.observe(element);
	});
	useEffect(() => () => observer.disconnect(), [observer]);

	const latest = useRef(keepUp);
	latest.current = keepUp;
	useEffect(() => {
		const follow = (): void => latest.current();
		// The reader goes elsewhere himself.
		const letGo = (): void => {
			target.current = undefined;
		};
		document.addEventListener('scroll', follow, { passive: true });
		for (const by of HANDS) document.addEventListener(by, letGo, { passive: true });
		window.addEventListener('resize', follow);
		return () => {
			document.removeEventListener('scroll', follow);
			for (const by of HANDS) document.removeEventListener(by, letGo);
			window.removeEventListener('resize', follow);
		};
	}, []);

	const rowOf = (id: string): HTMLElement | undefined =>
		[...(frame.current?.querySelectorAll<HTMLElement>('[data-annotation]') ?? [])].find(
			({ dataset }) => dataset.annotation === id,
		);

	/** Has a row in the document and in view with the next drawing. */
	function bring(id: string, withFocus: boolean): void {
		target.current = { id, withFocus, until: performance.now() + BRINGING_MS };
		remeasure(undefined);
	}

	useLayoutEffect(() => {
		keepUp();
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
		if (aim.withFocus && !element.contains(document.activeElement)) element.focus({ preventScroll: true });
		element.scrollIntoView({ block: 'nearest' });
	});

	useEffect(() => {
		if (current !== undefined && edited === undefined && props.isAtRest()) bring(current, false);
	}, [current]);

	function walk(event: KeyboardEvent): void {
		const element = event.target as HTMLElement;
		if (event.ctrlKey || event.metaKey || event.altKey || element.closest('form, input, textarea')) return;
		const row = element.closest<HTMLElement>('[data-annotation]');
		const id = row?.dataset.annotation ?? '';
		const index = ids.indexOf(id);
		if (index < 0) return;
		const to = { ArrowDown: index + 1, ArrowUp: index - 1, Home: 0, End: ids.length - 1 }[event.key];
		const act = element === row ? ROW_KEYS[event.key] : undefined;
		if (to === undefined && act === undefined) return;
		event.preventDefault();
		if (to !== undefined) bring(ids[Math.max(0, Math.min(ids.length - 1, to))]!, true);
		if (act !== undefined) props.act(act, id);
	}

	function click({ target }: MouseEvent): void {
		const row = (target as HTMLElement).closest<HTMLElement>('[data-annotation]');
		if (row === null || (target as HTMLElement).closest('a, button, form, summary')) return;
		// Words are being selected, to be copied.
		if (document.getSelection()?.isCollapsed === false) return;
		props.act('show', row.dataset.annotation ?? '');
	}

	return (
		<div ref={frame} class="rows">
			<div style={`block-size: ${offsets[first] ?? 0}px`} />
			<ul
				class="annotations"
				// biome-ignore lint/a11y/noRedundantRoles: Safari and VoiceOver drop the role of a list without bullets.
				role="list"
				aria-label={props.label}
				aria-labelledby={props.labelledBy}
				aria-describedby={props.describedBy}
				style={`row-gap: ${GAP_PX}px`}
				onKeyDown={walk}
				onClick={click}
				onFocusIn={({ target }) => {
					const id = (target as HTMLElement).closest<HTMLElement>('[data-annotation]')?.dataset.annotation ?? '';
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
					return props.row(id, {
						ref: measured,
						tabIndex: id === stop ? 0 : -1,
						'aria-posinset': index + 1,
						'aria-setsize': ids.length,
						...(id === current && { 'aria-current': 'true' }),
						...(isBeyond && { style: `position: absolute; inset-inline: 0; inset-block-start: ${offsets[index]}px` }),
					});
				})}
			</ul>
			<div style={`block-size: ${total - (offsets[end] ?? total)}px`} />
		</div>
	);
}

/** What a reader scrolls with, keys aside. */
const HANDS = ['wheel', 'touchmove', 'pointerdown'] as const;

const ROW_KEYS: Readonly<Record<string, RowAct | undefined>> = {
	Enter: 'open',
	' ': 'show',
	Delete: 'remove',
	Backspace: 'remove',
};
