import type { Chosen } from './found-file.ts';

type Taker = (chosen: Chosen) => void;

let waiting: Chosen | undefined;
let taker: Taker | undefined;

/** Hands what was dropped to the view that imports, or keeps it until that view is there. */
export function handDropped(chosen: Chosen): void {
	if (taker === undefined) waiting = chosen;
	else taker(chosen);
}

/**
 * Takes what was dropped, now and from now on.
 * @returns ends the taking
 */
export function takeDropped(take: Taker): () => void {
	taker = take;
	const first = waiting;
	waiting = undefined;
	if (first !== undefined) take(first);
	return () => {
		taker = undefined;
	};
}
