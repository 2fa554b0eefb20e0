import { rm } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { BROWSER_KINDS, type BrowserKind } from '../browser/browser-kind.ts';
import { buildExtension } from '../browser/build-extension.ts';
import { findBrowsers } from '../browser/find-browsers.ts';
import { failInOneLine } from '../tools/fail-in-one-line.ts';
import { browserFaults } from './browser/browser-faults.ts';
import { tortureExtension } from './browser/torture-extension.ts';
import { migrationFaults } from './migration-faults.ts';
import { storeFaults } from './store-faults.ts';
import { createTally } from './tally.ts';
import type { Injected } from './verdict.ts';

/**
 * `npm run torture -- --faults 2400 --seed 1 --browser chrome|firefox|both|none`: with both browsers half of the faults befall the
 * stores and messages in memory, beside each request of each upgrade, and a quarter each browser; with one browser all befall
 * that, with none all are in memory.
 */
await failInOneLine(async () => {
	const { values } = parseArgs({
		options: {
			faults: { type: 'string', default: '2400' },
			seed: { type: 'string', default: '1' },
			browser: { type: 'string', default: 'both' },
		},
	});
	const [faults, seed] = [Number(values.faults), Number(values.seed)];
	if (!(faults > 0) || !Number.isInteger(seed)) throw new Error('--faults and --seed are numbers');
	const kinds = kindsOf(values.browser);
	findBrowsers(kinds);
	const tally = createTally();
	const count = async (some: AsyncIterable<Injected>) => {
		for await (const one of some) tally.add(one);
	};
	const inBrowsers = kinds.length === 0 ? 0 : kinds.length === 1 ? faults : Math.floor(faults / 2);
	if (kinds.length !== 1) {
		await count(migrationFaults());
		await count(storeFaults(faults - inBrowsers, seed));
	}
	for (const kind of kinds) {
		const folder = await tortureExtension(await buildExtension(kind));
		try {
			await count(browserFaults(kind, folder, Math.ceil(inBrowsers / kinds.length), seed));
		} finally {
			await rm(folder, { recursive: true, force: true });
		}
	}
	tally.print();
	if (tally.lost > 0) process.exitCode = 1;
});

function kindsOf(browser: string): readonly BrowserKind[] {
	if (browser === 'both') return BROWSER_KINDS;
	if (browser === 'none') return [];
	const kind = BROWSER_KINDS.find((one) => one === browser);
	if (kind === undefined) throw new Error('--browser is chrome, firefox, both or none');
	return [kind];
}
