import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'puppeteer-core';

const AXE = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface AxeResults {
	readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[];
}

/** What axe finds wrong, one line each. Its source comes over the debugging protocol: no page lets it in. */
export async function violationsIn(page: Page): Promise<string[]> {
	await page.evaluate(`void (0, () => { ${AXE} })()`);
	const { violations } = await page.evaluate(async () => {
		const { axe } = window as unknown as { axe: { run(): Promise<AxeResults> } };
		const results = await axe.run();
		return { violations: results.violations };
	});
	return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}
