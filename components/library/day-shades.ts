/** Shades that a day can have, the palest first. */
export const SHADES = 4;

/** The shade of days with up to `most` annotations. */
export interface Shade {
	/** 1 to `SHADES`. */
	readonly level: number;
	readonly least: number;
	readonly most: number;
}

/** How many of the days the darkest shade is meant to be reached by, so that one great day does not pale all others. */
const TOP_SHARE = 0.05;

/**
 * The shades of days by their numbers of annotations: steps that widen, since between one and three lies more than between
 * forty and forty-two. Where the numbers leave room for fewer steps there are fewer, and they are the darker ones.
 */
export function dayShades(counts: readonly number[]): Shade[] {
	const sorted = counts.filter((count) => count > 0).sort((a, b) => a - b);
	if (sorted.length === 0) return [];
	const peak = sorted[Math.floor((sorted.length - 1) * (1 - TOP_SHARE))]!;
	const bounds = Array.from({ length: SHADES - 1 }, (_, index) => Math.ceil(peak * ((index + 1) / SHADES) ** 2));
	const steps = [...new Set([...bounds.filter((bound) => bound < sorted.at(-1)!), sorted.at(-1)!])];
	return steps.map((most, index) => ({
		level: SHADES - steps.length + index + 1,
		least: index === 0 ? 1 : steps[index - 1]! + 1,
		most,
	}));
}

/** 0 for a day without annotations. */
export function shadeOf(count: number, shades: readonly Shade[]): number {
	return count === 0 ? 0 : (shades.find(({ most }) => count <= most)?.level ?? SHADES);
}
