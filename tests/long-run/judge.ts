import type { Sample } from './measure.ts';

/** Of all samples, those before which everything is loaded and every cache filled: what grows then is no leak. */
const WARM_UP_SHARE = 0.1;
const MOST_GROWTH = 0.1;

export const MEASURED = ['page', 'background', 'panel'] as const;

/** The samples after the warm-up. */
export function warm(samples: readonly Sample[]): readonly Sample[] {
	return samples.slice(Math.ceil(samples.length * WARM_UP_SHARE));
}

/** What does not hold: memory that is not flat within ten per cent, and what was left behind; empty where all is well. */
export function judge(samples: readonly Sample[]): string[] {
	const judged = warm(samples);
	const [first] = judged;
	if (first === undefined) return ['nothing was measured'];
	const complaints: string[] = [];
	for (const name of MEASURED) {
		const growth = growthOf(judged, name);
		if (Math.abs(growth) > MOST_GROWTH) complaints.push(`memory of the ${name}: ${percent(growth)}`);
	}
	for (const name of ['listeners', 'documents'] as const) {
		const growth = growthOf(judged, name);
		if (growth > MOST_GROWTH) complaints.push(`${name}: ${percent(growth)}`);
	}
	for (const { acts, ports, registryEntries, hosts } of judged) {
		if (ports > 1) complaints.push(`${ports} connections open after ${acts} acts`);
		if (registryEntries > 0) complaints.push(`${registryEntries} entries in the registry after ${acts} acts`);
		if (hosts > 0) complaints.push(`${hosts} elements of En marge's after ${acts} acts`);
	}
	return complaints;
}

/** From the mean of the first fifth to the mean of the last. */
export function growthOf(samples: readonly Sample[], name: Exclude<keyof Sample, 'acts'>): number {
	const share = Math.max(1, Math.floor(samples.length / 5));
	const mean = (of: readonly Sample[]) => of.reduce((sum, sample) => sum + sample[name], 0) / of.length;
	const before = mean(samples.slice(0, share));
	return before === 0 ? 0 : mean(samples.slice(-share)) / before - 1;
}

export const percent = (share: number): string => `${share >= 0 ? '+' : ''}${(share * 100).toFixed(1)} %`;
