import { defineConfig } from 'vitest/config';

const root = new URL('..', import.meta.url).pathname;

/** Nothing in these stands in for a module of theirs or leaves anything behind: they share what is loaded. */
const HEARTS = 'tests/{anchoring,article,domain,exchange,locales,matching,painting,search}/**/*.test.{ts,tsx}';

const unit = {
	environment: 'node' as const,
	maxWorkers: '100%',
	// Laws try hundreds of cases each, and other programs may be at work on the machine.
	testTimeout: 30_000,
};

/**
 * `unit-hearts` and `unit`: Node, a worker for each core. `e2e`: real browsers, two files at a time, for each takes a
 * core or so.
 */
export default defineConfig({
	root,
	oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
	test: {
		projects: [
			{ extends: true, test: { ...unit, name: 'unit-hearts', include: [HEARTS], isolate: false } },
			{
				extends: true,
				test: { ...unit, name: 'unit', include: ['tests/**/*.test.{ts,tsx}'], exclude: ['tests/e2e/**', HEARTS] },
			},
			{
				extends: true,
				test: {
					name: 'e2e',
					include: ['tests/e2e/**/*.test.ts'],
					globalSetup: ['tests/e2e/global-setup.ts'],
					maxWorkers: 2,
					// Told by `report-flaky.ts`. The last try is in a browser of its own: see `use-session.ts`.
					retry: 2,
					testTimeout: 240_000,
					hookTimeout: 180_000,
				},
			},
		],
	},
});
