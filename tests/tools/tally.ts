import { appendFileSync, existsSync, readFileSync } from 'node:fs';

/** What is counted over a whole run, in whichever of its processes: how often it was tried, and how often it went wrong. */
export const TALLIES = {
	faults: ['faults injected', 'lost'],
	vectors: ['vectors tried', 'run'],
	messages: ['messages fuzzed', 'accepted wrongly'],
	requests: ['requests looked at', 'unexplained'],
	sessions: ['sessions looked through', 'with errors nobody foresaw'],
	tests: ['tests in browsers', 'passed only when tried again'],
} as const;
export type TallyName = keyof typeof TALLIES;

/** The file that a run adds its counts to, where whoever started it wants to know. */
const FILE = 'EN_MARGE_TALLY';

export const tallyEnvironment = (file: string): Record<string, string> => ({ [FILE]: file });

/** Adds to a count; nothing where nobody wants to know. */
export function tally(name: TallyName, tried: number, wrong: number): void {
	const file = process.env[FILE];
	// A line at a time, which the system writes whole.
	if (file !== undefined) appendFileSync(file, `${JSON.stringify([name, tried, wrong])}\n`);
}

/** The sums of what was counted, as they are printed: `requests looked at: 812, unexplained: 0`. */
export function tallyLines(file: string): string[] {
	const sums = new Map<TallyName, [number, number]>();
	for (const line of existsSync(file) ? readFileSync(file, 'utf8').split('\n') : []) {
		if (line === '') continue;
		const [name, tried, wrong] = JSON.parse(line) as [TallyName, number, number];
		const [triedBefore, wrongBefore] = sums.get(name) ?? [0, 0];
		sums.set(name, [triedBefore + tried, wrongBefore + wrong]);
	}
	const counted = Object.keys(TALLIES).filter((name): name is TallyName => sums.has(name as TallyName));
	return counted.map((name) => {
		const [tried, wrong] = sums.get(name)!;
		const [what, bad] = TALLIES[name];
		return `${what}: ${tried.toLocaleString('en')}, ${bad}: ${wrong.toLocaleString('en')}`;
	});
}
