import { useRef } from 'preact/hooks';

/** So long a page may take to scroll to a passage, in milliseconds. */
const ON_THE_WAY_MS = 3000;

/**
 * The passage that is being read. One that the reader went to from the list is it for as long as it can be seen; else the
 * one the page names first.
 */
export function useCurrentPassage(inView: readonly string[]): {
	readonly current: string | undefined;
	readonly wentTo: (id: string) => void;
} {
	const chosen = useRef<{ readonly id: string; readonly at: number; hasArrived: boolean } | undefined>(undefined);
	const one = chosen.current;
	if (one !== undefined) {
		if (inView.includes(one.id)) one.hasArrived = true;
		else if (one.hasArrived || performance.now() - one.at > ON_THE_WAY_MS) chosen.current = undefined;
	}
	return {
		current: chosen.current?.id ?? inView[0],
		wentTo: (id) => {
			chosen.current = { id, at: performance.now(), hasArrived: false };
		},
	};
}
