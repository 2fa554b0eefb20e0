import { useRef } from 'preact/hooks';

/** Of a place whose controls go when they are pressed: remembers from where the focus came into it. */
export interface FocusReturn {
	readonly onFocusIn: (event: FocusEvent & { readonly currentTarget: Element }) => void;
	/** Gives the focus back to where it came from; where that is not known, or is gone, to the page's main part. */
	readonly giveBack: () => void;
}

export function useFocusReturn(): FocusReturn {
	const origin = useRef<Element | null>(null);
	return {
		onFocusIn({ relatedTarget, currentTarget }) {
			const from = relatedTarget as Element | null;
			if (!currentTarget.contains(from)) origin.current = from;
		},
		giveBack() {
			const { current } = origin;
			const heir = current?.isConnected ? current : document.querySelector('main');
			(heir as HTMLElement | null)?.focus({ preventScroll: true });
		},
	};
}
