import { defineConfig } from 'vitest/config';

const root = new URL('..', import.meta.url).pathname;

/** `unit`: Node, one worker a core. `e2e`: real browsers, two files at a time: most of it is waiting for what a browser does. */
export default defineConfig({
	root,
	oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
	test: {
		projects: [
			{
				extends: true,
				test: {
					name: 'unit',
					include: ['tests/**/*.test.{ts,tsx}'],
					exclude: ['tests/e2e/**'],
					environment: 'node',
					// Laws try hundreds of cases each, and other programs may be at work on the machine.
					testTimeout: 30_000,
				},
			},
			{
				extends: true,
				test: {
					name: 'e2e',
					include: ['tests/e2e/**/*.test.ts'],
					globalSetup: ['tests/e2e/global-setup.ts'],
					maxWorkers: 2,
					// Told by `report-flaky.ts`.
					retry: 1,
					testTimeout: 240_000,
					hookTimeout: 180_000,
				},
			},
		],
	},
});
