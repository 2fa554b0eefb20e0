/** What is read of the report that vitest's JSON reporter writes. */
export interface VitestReport {
	readonly numPassedTests: number;
	readonly numFailedTests: number;
	readonly testResults: readonly {
		readonly status: string;
		readonly assertionResults: readonly { readonly status: string }[];
	}[];
}

export interface Counts {
	readonly passed: number;
	readonly failed: number;
}

/**
 * Counts one run of vitest. What failed outside any test counts as well, once each: a file that could not be loaded, a
 * hook; and the run itself where it ended badly and nothing else tells why.
 * @param report undefined where the run left none
 */
export function countVitest(report: VitestReport | undefined, succeeded: boolean): Counts {
	if (report === undefined) return { passed: 0, failed: 1 };
	const failedOutside = report.testResults.filter(
		({ status, assertionResults }) =>
			status === 'failed' && assertionResults.every((assertion) => assertion.status !== 'failed'),
	);
	const failed = report.numFailedTests + failedOutside.length;
	return { passed: report.numPassedTests, failed: failed === 0 && !succeeded ? 1 : failed };
}
