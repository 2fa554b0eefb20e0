import type { AnchorOutcome } from '../domain/outcome.ts';
import type { Selectors } from '../domain/selector.ts';
import type { Anchorer, AnchorOptions } from './anchor.ts';

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
 * Anchors many selectors without blocking the page: in slices of at most `budgetMs` (plus the one step that crosses it).
 * Those that stand letter by letter come first, then those that changed where they stood; for the others the page is prepared. Resolves when
 * all are done, or when the signal aborts; then the rest is left undone.
 */
export function anchorInSlices(anchorer: Anchorer, list: readonly Selectors[], options: SliceOptions): Promise<void> {
	const steps = stepsOf(anchorer, list, options);
	return new Promise((resolve, reject) => {
		function slice(): void {
			try {
				const until = options.now() + options.budgetMs;
				do {
					if (options.signal?.aborted || steps.next().done) return resolve();
				} while (options.now() < until);
			} catch (error) {
				return reject(error);
			}
			options.schedule(slice);
		}
		options.schedule(slice);
	});
}

/** One short step each time it is asked for more. */
function* stepsOf(anchorer: Anchorer, list: readonly Selectors[], options: SliceOptions): Generator<void> {
	const changed: number[] = [];
	const versionOf = (index: number): AnchorOptions => {
		const versionText = options.versionTextOf?.(index);
		return versionText === undefined ? {} : { versionText };
	};
	for (const index of inOrder(list.length, options.first ?? [])) {
		const outcome = anchorer.anchorUnchanged(list[index]!, versionOf(index));
		if (outcome) options.onOutcome(index, outcome);
		else changed.push(index);
		yield;
	}
	if (changed.length === 0) return;
	for (const index of changed) {
		const atHome = anchorer.anchorAtHome(list[index]!, versionOf(index));
		if (atHome) {
			options.onOutcome(index, atHome);
			yield;
			continue;
		}
		while (!anchorer.prepare(versionOf(index))) yield;
		options.onOutcome(index, anchorer.anchorAnywhere(list[index]!, versionOf(index)));
		yield;
	}
}

/** All indices below `length`, those of `first` before the rest, each once. */
function inOrder(length: number, first: readonly number[]): number[] {
	const order = new Set(first.filter((index) => Number.isInteger(index) && index >= 0 && index < length));
	for (let index = 0; index < length; index++) order.add(index);
	return [...order];
}
