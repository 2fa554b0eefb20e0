import type { Pace } from '../../../utils/domain/import-progress.ts';

/** So far back the pace is measured, in milliseconds: it follows files that are larger, and does not jump. */
const WINDOW_MS = 15_000;
/** Before that nothing is said: the first files tell little. */
const LEAST_MS = 1500;

/** Measures a pace from how much was done when. */
export interface Pacer {
	/** @param left undefined where it is not known */
	at(now: number, done: number, left: number | undefined): Pace | undefined;
	/** Forgets what was measured: there was a pause. */
	restart(): void;
}

export function createPacer(): Pacer {
	let samples: { readonly at: number; readonly done: number }[] = [];
	return {
		at(now, done, left) {
			samples.push({ at: now, done });
			// The newest one that is old enough stays, to be measured from.
			const from = samples.findLastIndex(({ at }) => at <= now - WINDOW_MS);
			if (from > 0) samples = samples.slice(from);
			const first = samples[0]!;
			if (now - first.at < LEAST_MS || done <= first.done) return undefined;
			const perSecond = ((done - first.done) * 1000) / (now - first.at);
			return { perSecond, ...(left !== undefined && { secondsLeft: left / perSecond }) };
		},
		restart() {
			samples = [];
		},
	};
}
