import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { failInOneLine } from '../tools/fail-in-one-line.ts';
import { runProgram } from '../tools/run-program.ts';
import { tallyEnvironment, tallyLines } from '../tools/tally.ts';

const USAGE = `npm run trust -- [--faults N] [--messages N] [--seed N] [--quick]
Injects faults, tries the vectors, fuzzes the messages and looks at every request of the end-to-end tests; then prints what was counted.
--quick: of the end-to-end tests only those of hostile content and of what a page can learn.`;

/** The numbers that tell how far En marge can be trusted, by one command: every run adds to them, and they are printed together. */
await failInOneLine(async () => {
	const { values } = parseArgs({
		options: {
			faults: { type: 'string', default: '2400' },
			messages: { type: 'string', default: '20000' },
			seed: { type: 'string', default: '1' },
			quick: { type: 'boolean', default: false },
			help: { type: 'boolean', default: false },
		},
	});
	if (values.help) return console.log(USAGE);
	const folder = await mkdtemp(join(tmpdir(), 'en-marge-trust-'));
	const file = join(folder, 'tallies');
	const own = { EN_MARGE_FUZZ: values.messages, EN_MARGE_SEED: values.seed };
	Object.assign(process.env, tallyEnvironment(file), own);
	const vitest = (project: string, ...files: readonly string[]) => {
		const options = ['--config', 'tests/vitest.config.ts', '--project', project, '--reporter', 'default'];
		if (project === 'e2e') options.push('--reporter', './tests/tools/report-flaky.ts');
		return runProgram('vitest/vitest.mjs', 'run', ...options, ...files);
	};
	const runs: [string, () => Promise<boolean>][] = [
		['messages and vectors', () => vitest('unit', 'tests/entrypoints/message-fuzz', 'tests/exchange/hostile-content')],
		['end to end, in both browsers', () => vitest('e2e', ...(values.quick ? QUICK : []))],
		[
			'faults',
			() => runProgram('tsx/dist/cli.mjs', 'tests/torture/index.ts', '--faults', values.faults, '--seed', values.seed),
		],
	];
	const failed: string[] = [];
	for (const [name, run] of runs) {
		console.log(`\n== ${name}`);
		if (!(await run())) failed.push(name);
	}
	console.log(`\n== counted\n${tallyLines(file).join('\n')}`);
	await rm(folder, { recursive: true, force: true });
	if (failed.length > 0) throw new Error(`not all that is wanted holds: ${failed.join(', ')}`);
});

const QUICK = ['tests/e2e/hostile', 'tests/e2e/privacy'];
