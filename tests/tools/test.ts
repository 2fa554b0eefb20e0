import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BROWSER_KINDS } from '../browser/browser-kind.ts';
import { buildExtension } from '../browser/build-extension.ts';
import { findBrowsers } from '../browser/find-browsers.ts';
import { refuseOldNode } from '../browser/refuse-old-node.ts';
import { failInOneLine } from './fail-in-one-line.ts';
import { runProgram } from './run-program.ts';
import { tallyEnvironment, tallyLines } from './tally.ts';
import { type Counts, countVitest, type VitestReport } from './vitest-counts.ts';

const FAILED: Counts = { passed: 0, failed: 1 };
const NOTHING: Counts = { passed: 0, failed: 0 };

/**
 * Everything that must hold, one step after the other, whatever the ones before gave. Ends with the line
 * `N passed, N failed`, in which a step that is no test counts as one failure, or not at all.
 */
await failInOneLine(async () => {
	refuseOldNode();
	const temporary = await mkdtemp(join(tmpdir(), 'en-marge-test-'));
	const counts: Counts[] = [];
	const tallies = join(temporary, 'tallies');
	Object.assign(process.env, tallyEnvironment(tallies));
	const step = async (heading: string, run: () => Promise<Counts>): Promise<boolean> => {
		console.log(`\n== ${heading}`);
		const count = await run().catch((error: unknown) => {
			console.error(error instanceof Error ? error.message : String(error));
			return FAILED;
		});
		counts.push(count);
		return count.failed === 0;
	};
	const vitest =
		(projects: readonly [string, ...string[]], ...more: string[]) =>
		async (): Promise<Counts> => {
			const file = join(temporary, `${projects[0]}.json`);
			const config = ['--config', 'tests/vitest.config.ts', ...projects.flatMap((name) => ['--project', name])];
			const reporters = ['default', 'json', ...more].flatMap((name) => ['--reporter', name]);
			const succeeded = await runProgram(
				'vitest/vitest.mjs',
				'run',
				...config,
				...reporters,
				`--outputFile.json=${file}`,
			);
			const report: VitestReport | undefined = await readFile(file, 'utf8').then(JSON.parse, () => undefined);
			return countVitest(report, succeeded);
		};

	const hasBrowsers = await step('browsers', async () => {
		for (const [kind, path] of Object.entries(findBrowsers(BROWSER_KINDS))) console.log(`${kind}: ${path}`);
		return NOTHING;
	});
	await step('types', async () => {
		const isPrepared = await runProgram('wxt/bin/wxt.mjs', 'prepare');
		return isPrepared && (await runProgram('typescript/bin/tsc', '--noEmit')) ? NOTHING : FAILED;
	});
	await step('lint', async () => ((await runProgram('@biomejs/biome/bin/biome', 'ci', '.')) ? NOTHING : FAILED));
	await step('unit', vitest(['unit', 'unit-hearts']));
	let isBuilt = true;
	for (const kind of BROWSER_KINDS) {
		const succeeded = await step(`build for ${kind}`, async () => {
			await buildExtension(kind);
			return NOTHING;
		});
		isBuilt &&= succeeded;
	}
	if (hasBrowsers && isBuilt)
		await step('end to end, in both browsers', vitest(['e2e'], './tests/tools/report-flaky.ts'));
	else console.log('\n== end to end, in both browsers: not run, for what failed above');

	console.log(`\n== counted\n${tallyLines(tallies).join('\n')}`);
	await rm(temporary, { recursive: true, force: true });
	const sum = (of: (count: Counts) => number): number => counts.reduce((total, count) => total + of(count), 0);
	const failed = sum((count) => count.failed);
	console.log(`\n${sum((count) => count.passed)} passed, ${failed} failed`);
	if (failed > 0) process.exitCode = 1;
});
