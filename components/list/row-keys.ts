/**
 * What a reader does to a row: see it in the page, open it, mark it, delete it; or have the marked ones reach as far as it, or
 * be all there are.
 */
export type RowAct = 'show' | 'open' | 'mark' | 'remove' | 'extend' | 'all';

const ACTS: Readonly<Record<string, RowAct | undefined>> = {
	Enter: 'open',
	' ': 'mark',
	Delete: 'remove',
	Backspace: 'remove',
};

/** What a key asks for: another row (the focus goes there), an act on a row, or both. */
export interface RowKey {
	readonly to?: number;
	readonly act?: RowAct;
}

interface Standing {
	/** Of the row that has the focus, or in which it is. */
	readonly index: number;
	readonly count: number;
	/** Whether the row itself has the focus, and no control within it. */
	readonly isOnRow: boolean;
	/** Whether several rows can be marked. */
	readonly isSelectable: boolean;
	/** The row a screenful further down, or up. */
	readonly pageFrom: (index: number, by: 1 | -1) => number;
}

/** Undefined where the key is none of the list's. */
export function rowKey(event: KeyboardEvent, standing: Standing): RowKey | undefined {
	const { index, count, isOnRow, isSelectable, pageFrom } = standing;
	const { key, shiftKey } = event;
	if (event.altKey) return undefined;
	if (event.ctrlKey || event.metaKey) return isSelectable && key.toLowerCase() === 'a' ? { act: 'all' } : undefined;
	const steps: Readonly<Record<string, (() => number) | undefined>> = {
		ArrowDown: () => index + 1,
		ArrowUp: () => index - 1,
		Home: () => 0,
		End: () => count - 1,
		PageDown: () => pageFrom(index, 1),
		PageUp: () => pageFrom(index, -1),
	};
	const to = steps[key]?.();
	if (to !== undefined) {
		const within = Math.max(0, Math.min(count - 1, to));
		return { to: within, ...(shiftKey && isSelectable && { act: 'extend' as const }) };
	}
	const act = isOnRow ? ACTS[key] : undefined;
	return act && { act: act === 'mark' && shiftKey && isSelectable ? 'extend' : act };
}
