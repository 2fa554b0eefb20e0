import { type CivilDay, daysBetween } from './civil-day.ts';

/** Days that an arrow key leads on by, where the text runs to the right. */
const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

/**
 * The day that a key leads to from another, among days in order: days on which nothing was done are passed over.
 * Undefined for a key that leads nowhere.
 */
export function dayStep(key: string, from: CivilDay, days: readonly CivilDay[], isRtl: boolean): CivilDay | undefined {
	if (key === 'Home') return days[0];
	if (key === 'End') return days.at(-1);
	const step = STEPS[key];
	if (step === undefined) return undefined;
	const signed = isRtl && Math.abs(step) === 1 ? -step : step;
	return signed > 0
		? days.find((day) => daysBetween(from, day) >= signed)
		: days.findLast((day) => daysBetween(from, day) <= signed);
}
