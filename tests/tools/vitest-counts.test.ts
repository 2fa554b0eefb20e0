import { expect, test } from 'vitest';
import { countVitest } from './vitest-counts.ts';

const file = (status: string, ...tests: string[]) => ({
	status,
	assertionResults: tests.map((each) => ({ status: each })),
});

test('passed and failed tests are counted as vitest counts them', () => {
	const testResults = [file('passed', 'passed', 'passed'), file('failed', 'passed', 'failed', 'skipped')];
	expect(countVitest({ numPassedTests: 3, numFailedTests: 1, testResults }, false)).toEqual({ passed: 3, failed: 1 });
});

test('a file that could not be loaded, or whose hook failed, counts as one failure', () => {
	const testResults = [file('failed'), file('failed', 'skipped'), file('passed', 'passed')];
	expect(countVitest({ numPassedTests: 1, numFailedTests: 0, testResults }, false)).toEqual({ passed: 1, failed: 2 });
});

test('a run that ended badly counts as one failure where nothing else tells why', () => {
	const report = { numPassedTests: 2, numFailedTests: 0, testResults: [file('passed', 'passed', 'passed')] };
	expect(countVitest(report, false)).toEqual({ passed: 2, failed: 1 });
	expect(countVitest(report, true)).toEqual({ passed: 2, failed: 0 });
});

test('a run that left no report counts as one failure', () => {
	expect(countVitest(undefined, true)).toEqual({ passed: 0, failed: 1 });
});
