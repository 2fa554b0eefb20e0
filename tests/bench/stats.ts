/** The middle of some numbers; of an even count, the lower of the two in the middle. */
export function median(numbers: readonly number[]): number {
	return quantile(numbers, 0.5);
}

/** The smallest number that at least `share` of all do not exceed. */
export function quantile(numbers: readonly number[], share: number): number {
	const sorted = [...numbers].sort((a, b) => a - b);
	return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

/** One figure beside what it is compared with, and what it is to keep to. */
export interface Figure {
	readonly what: string;
	readonly ours: string;
	readonly beside: string;
	readonly wanted: string;
	readonly holds: boolean;
}

export function printFigures(figures: readonly Figure[]): void {
	for (const { what, ours, beside, wanted, holds } of figures) {
		console.log(`${holds ? 'ok ' : 'NOT'}  ${what}\n       ${ours}; ${beside}; wanted: ${wanted}`);
	}
}

export const ms = (value: number): string => `${value.toFixed(value < 10 ? 2 : 0)} ms`;
