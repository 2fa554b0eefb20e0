import type { Result } from '../../../utils/domain/fault.ts';

/** Acts on their way to the store: one after the other, in the order of the reader's hand. */
export interface WriteQueue {
	/** How many were begun so far; tells whether one was begun meanwhile. */
	readonly begun: number;
	/** Does an act when those before it are done. */
	write<T>(act: () => Promise<T>): Promise<T>;
	/** Resolves when the acts begun so far are done. */
	settled(): Promise<unknown>;
}

export function createWriteQueue(): WriteQueue {
	let last: Promise<unknown> = Promise.resolve();
	let begun = 0;
	return {
		get begun() {
			return begun;
		},
		write(act) {
			begun++;
			const result = last.then(act);
			last = result;
			return result;
		},
		settled: () => last,
	};
}

/**
 * Sends an act that may be sent twice, and does so where no answer came: the background may have been killed after it
 * stored the act and before it said so. Only what was not stored may be called so.
 */
export async function surely<T>(act: () => Promise<Result<T>>): Promise<Result<T>> {
	const result = await act();
	return !result.ok && result.fault === 'unreachable' ? await act() : result;
}
