import type { AnchorOutcome } from '../domain/outcome.ts';
import type { Selectors } from '../domain/selector.ts';
import type { Anchorer } from './anchor.ts';

export interface SliceOptions {
	/** Longest slice; the page's own work gets its turn after it. */
	readonly budgetMs: number;
	/** A clock in milliseconds, e.g. `performance.now`. */
	readonly now: () => number;
	/** Runs the callback in a later task, when the page is idle: `requestIdleCallback`, a scheduler, a timer. */
	readonly schedule: (callback: () => void) => void;
	/** Indices to anchor before the others: the passages the reader sees. */
	readonly first?: readonly number[];
	readonly versionTextOf?: (index: number) => string | undefined;
	readonly onOutcome: (index: number, outcome: AnchorOutcome) => void;
	readonly signal?: AbortSignal;
}

/**
 * Anchors many selectors without blocking the page: in slices of at most `budgetMs` (plus the one anchoring that
 * crosses it). Resolves when all are done, or when the signal aborts; then the rest is left undone.
 */
export function anchorInSlices(anchorer: Anchorer, list: readonly Selectors[], options: SliceOptions): Promise<void> {
	const order = inOrder(list.length, options.first ?? []);
	let done = 0;
	return new Promise((resolve, reject) => {
		function slice(): void {
			try {
				const until = options.now() + options.budgetMs;
				while (done < order.length) {
					if (options.signal?.aborted) return resolve();
					const index = order[done++]!;
					const versionText = options.versionTextOf?.(index);
					options.onOutcome(index, anchorer.anchor(list[index]!, versionText === undefined ? {} : { versionText }));
					if (options.now() >= until) break;
				}
			} catch (error) {
				return reject(error);
			}
			if (done < order.length) options.schedule(slice);
			else resolve();
		}
		options.schedule(slice);
	});
}

/** All indices below `length`, those of `first` before the rest, each once. */
function inOrder(length: number, first: readonly number[]): number[] {
	const order = new Set(first.filter((index) => Number.isInteger(index) && index >= 0 && index < length));
	for (let index = 0; index < length; index++) order.add(index);
	return [...order];
}
