import { tally } from '../tools/tally.ts';
import type { Injected } from './verdict.ts';

interface Counts {
	injected: number;
	survived: number;
	lost: number;
	all: number;
}

/** Prints a line for each fault, and a table at the end. */
export function createTally(print: (line: string) => void = console.log) {
	const byLayer = new Map<string, Counts>();
	let lost = 0;
	return {
		get lost() {
			return lost;
		},
		add(one: Injected): void {
			const counts = byLayer.get(one.layer) ?? { injected: 0, survived: 0, lost: 0, all: 0 };
			byLayer.set(one.layer, counts);
			counts.injected++;
			if (one.left === 'all') counts.all++;
			const isLost = one.lost.length > 0;
			if (isLost) lost++;
			counts[isLost ? 'lost' : 'survived']++;
			const told = one.told === undefined ? 'nobody was told' : `told: ${one.told}`;
			const outcome = isLost ? 'LOST' : `ok, ${one.left} of it is there`;
			print(`${one.layer} ${counts.injected}: ${one.act}; ${one.fault}; ${told}; ${outcome}`);
			for (const line of one.lost) print(`    ${line}`);
		},
		print(): void {
			print('');
			print('| faults | injected | the act was there | survived | lost |');
			print('|---|--:|--:|--:|--:|');
			const all = together([...byLayer.values()]);
			tally('faults', all.injected, all.lost);
			const rows = [...byLayer, ['together', all] as const];
			for (const [layer, { injected, all, survived, lost }] of rows)
				print(`| ${layer} | ${injected} | ${all} | ${survived} | ${lost} |`);
		},
	};
}

function together(counts: readonly Counts[]): Counts {
	const sum = (member: keyof Counts) => counts.reduce((total, one) => total + one[member], 0);
	return { injected: sum('injected'), survived: sum('survived'), lost: sum('lost'), all: sum('all') };
}
