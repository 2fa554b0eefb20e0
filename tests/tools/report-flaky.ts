import type { Reporter, TestCase } from 'vitest/node';
import { tally } from './tally.ts';

/**
 * Counts the tests in real browsers, and tells of each that passed only when it was tried once more, with what it had failed
 * of. Such a test is broken, or what it tests is; but one lost answer of a browser does not hide what all the others say.
 */
export default class ReportFlaky implements Reporter {
	readonly #flaky: TestCase[] = [];

	onTestCaseResult(test: TestCase): void {
		const isFlaky = test.diagnostic()?.flaky === true;
		if (test.result().state !== 'skipped') tally('tests', 1, Number(isFlaky));
		if (isFlaky) this.#flaky.push(test);
	}

	onTestRunEnd(): void {
		for (const test of this.#flaky) {
			console.log(`\nFLAKY ${test.module.relativeModuleId} > ${test.fullName}`);
			// The stack of a test that took too long does not say so.
			for (const { stack = '', message } of test.result().errors ?? [])
				console.log(stack.includes(message) ? stack : `${message}\n${stack}`);
		}
	}
}
