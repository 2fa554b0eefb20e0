import type { ManyJoiner } from './many-file.ts';

/** What stands around articles that stand one after the other. */
interface Surrounding {
	readonly head: string;
	/** Before the first article, and before each other. */
	readonly first: string;
	readonly between: string;
	readonly tail: string;
}

export function joinInTurn<Bytes>({ head, first, between, tail }: Surrounding): ManyJoiner<Bytes> {
	let before = head + first;
	let isEmpty = true;
	return {
		next({ bytes }) {
			const parts = [before, bytes];
			[before, isEmpty] = [between, false];
			return parts;
		},
		end: () => [isEmpty ? head + tail : tail],
	};
}
