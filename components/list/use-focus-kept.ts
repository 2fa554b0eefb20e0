import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';

interface FocusKeeping {
	readonly ref: RefObject<HTMLDivElement | null>;
	readonly onFocusIn: (event: FocusEvent) => void;
	readonly onFocusOut: (event: FocusEvent) => void;
}

/** In a list: what says that there is nothing, or the row that keys walk from. */
export const LIST_HEIR = '.hint[tabindex], [data-row][tabindex="0"]';

/**
 * Keeps the focus where a list is while what had it goes: all its rows, or those that were acted on, or the bar of acts on
 * them. For the element that holds all these. Rows may come back later than what stood in their place went: the focus waits for them.
 */
export function useFocusKept(): FocusKeeping {
	const ref = useRef<HTMLDivElement>(null);
	const last = useRef<Node>(undefined);
	useEffect(() => {
		// Whoever points at a place where nothing takes the focus is not there any more.
		const leave = (): void => {
			last.current = undefined;
		};
		document.addEventListener('pointerdown', leave, true);
		return () => document.removeEventListener('pointerdown', leave, true);
	}, []);
	useLayoutEffect(() => {
		if (last.current === undefined || last.current.isConnected || document.activeElement !== document.body) return;
		ref.current?.querySelector<HTMLElement>(LIST_HEIR)?.focus({ preventScroll: true });
	});
	return {
		ref,
		onFocusIn({ target }) {
			last.current = target as Node;
		},
		// What goes with the focus in it names nothing that has it next.
		onFocusOut({ relatedTarget }) {
			if (relatedTarget !== null && !ref.current?.contains(relatedTarget as Node)) last.current = undefined;
		},
	};
}
