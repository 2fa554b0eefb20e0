import type { Found } from './found-file.ts';

/** What a walk comes upon, gathered ahead of those who work on it, so that they know how much there is. */
export interface WalkAhead {
	/** Files found so far, those that cannot be read included. */
	readonly found: number;
	readonly passedOver: number;
	/** Whether the walk is over, so that there are no more. */
	readonly isCounted: boolean;
	/** The next one; undefined where none is known yet, or none is left. */
	take(): Found | undefined;
	/** Resolves once there is one more, or the walk is over. */
	more(): Promise<void>;
}

/**
 * @param breathe lets the page do what waits; asked after everything found, it decides by itself when it is time
 * @param isCancelled ends the walk
 */
export function walkAhead(
	walk: AsyncIterable<Found>,
	breathe: () => Promise<void>,
	isCancelled: () => boolean,
): WalkAhead {
	const queue: Found[] = [];
	let [next, found, passedOver, isCounted] = [0, 0, 0, false];
	let wake: (() => void) | undefined;

	async function go(): Promise<void> {
		try {
			for await (const one of walk) {
				if (isCancelled()) break;
				if (one.kind === 'passed-over') passedOver++;
				else {
					found++;
					queue.push(one);
					wake?.();
				}
				await breathe();
			}
		} finally {
			isCounted = true;
			wake?.();
		}
	}
	void go();

	return {
		get found() {
			return found;
		},
		get passedOver() {
			return passedOver;
		},
		get isCounted() {
			return isCounted;
		},
		take() {
			const one = queue[next];
			if (one === undefined) return undefined;
			next++;
			// What was taken is let go in one go now and then.
			if (next > 1000) {
				queue.splice(0, next);
				next = 0;
			}
			return one;
		},
		more() {
			if (next < queue.length || isCounted) return Promise.resolve();
			return new Promise((resolve) => {
				wake = resolve;
			});
		},
	};
}
