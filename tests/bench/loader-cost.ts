import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Session } from '../browser/open-session.ts';
import { scriptTimeOf } from './script-time.ts';
import { type Figure, median, ms } from './stats.ts';

const ROUNDS = 25;
const MOST_GZIP_BYTES = 6 * 1024;
const MOST_EXTRA_MS = 1;

/** What En marge costs a page that is no article, beside an extension whose content script is empty. */
export async function loaderCost(
	ours: { session: Session; extensionDir: string },
	baseline: Session,
	pages: readonly { name: string; url: string }[],
): Promise<Figure[]> {
	const packed = gzipSync(await readFile(join(ours.extensionDir, 'loader.js')), { level: 9 }).length;
	const figures: Figure[] = [
		{
			what: 'script on a page that is no article, gzip',
			ours: `${packed} bytes`,
			beside: 'an empty content script: 0',
			wanted: `at most ${MOST_GZIP_BYTES} bytes`,
			holds: packed <= MOST_GZIP_BYTES,
		},
	];
	const [ourPage, basePage] = [await ours.session.browser.newPage(), await baseline.browser.newPage()];
	for (const { name, url } of pages) {
		const [with_, without]: [number[], number[]] = [[], []];
		for (let round = -2; round < ROUNDS; round++) {
			const measures = [
				async () => with_.push(await scriptTimeOf(ourPage, url)),
				async () => without.push(await scriptTimeOf(basePage, url)),
			];
			// In turn first and second: whoever comes second finds the machine warmer.
			for (const measure of round % 2 === 0 ? measures : measures.reverse()) await measure();
			if (round === -1) with_.length = without.length = 0;
		}
		const extra = median(with_) - median(without);
		figures.push({
			what: `script time on ${name}, median of ${ROUNDS}`,
			ours: ms(median(with_)),
			beside: `empty content script ${ms(median(without))}, difference ${ms(extra)}`,
			wanted: `difference at most ${MOST_EXTRA_MS} ms`,
			holds: extra <= MOST_EXTRA_MS,
		});
	}
	await Promise.all([ourPage.close(), basePage.close()]);
	return figures;
}
