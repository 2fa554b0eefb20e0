import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

interface FocusKeeping {
	readonly ref: RefObject<HTMLDivElement | null>;
	readonly onFocusIn: () => void;
	readonly onFocusOut: (event: FocusEvent) => void;
}

/**
 * Keeps the focus where a list is while all its rows go, or come back: on what says that there are none (`.hint`), or on the row
 * that keys walk from. For the element that holds both.
 */
export function useFocusKept(isEmpty: boolean): FocusKeeping {
	const ref = useRef<HTMLDivElement>(null);
	const wasIn = useRef(false);
	useLayoutEffect(() => {
		if (!wasIn.current || document.activeElement !== document.body) return;
		ref.current?.querySelector<HTMLElement>('.hint, [data-row][tabindex="0"]')?.focus({ preventScroll: true });
	}, [isEmpty]);
	return {
		ref,
		onFocusIn() {
			wasIn.current = true;
		},
		// What goes with the focus in it names nothing that has it next.
		onFocusOut({ relatedTarget }) {
			if (relatedTarget !== null && !ref.current?.contains(relatedTarget as Node)) wasIn.current = false;
		},
	};
}
