import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildExtension, copyOfExtension } from '../browser/build-extension.ts';
import { openSession } from '../browser/open-session.ts';
import { startSite } from '../browser/start-site.ts';
import { unexplainedRequests } from '../browser/unexplained-requests.ts';
import { waitUntil } from '../browser/wait-until.ts';
import { listingPage, listingUrl } from '../fixtures/article/listing-page.ts';
import { failInOneLine } from '../tools/fail-in-one-line.ts';
import { ROOT } from '../tools/repository-files.ts';
import { judge } from './judge.ts';
import { longArticle } from './long-articles.ts';
import { openMeter, type Sample } from './measure.ts';
import { plot } from './plot.ts';
import { ACTS_A_VISIT, KEPT_A_VISIT, visit } from './visit.ts';

const SAMPLES = 50;

/**
 * One long session: `--acts` acts over `--articles` articles, one after the other in one tab of one browser, a panel beside it all
 * the time. What is in use is measured on the way, drawn into `long-run.svg` in a folder, `--draw`, and judged.
 */
await failInOneLine(async () => {
	const { values } = parseArgs({
		options: {
			acts: { type: 'string', default: '10000' },
			articles: { type: 'string', default: '500' },
			draw: { type: 'string', default: join(ROOT, '.output', 'long-run') },
		},
	});
	const articles = Number(values.articles);
	const visits = Math.ceil(Number(values.acts) / ACTS_A_VISIT);
	const perSample = Math.max(1, Math.floor(visits / SAMPLES));
	const rest = longArticle(articles);
	const other = listingUrl('fr', 'section');
	const site = await startSite([
		[rest.url, rest.html],
		[other, listingPage('fr', 'section')],
	]);
	for (let n = 0; n < articles; n++) site.pages.set(longArticle(n).url, longArticle(n).html);
	const extensionDir = await copyOfExtension(await buildExtension('chrome'));
	const session = await openSession('chrome', { extensionDir, site });
	const samples: Sample[] = [];
	const started = Date.now();
	try {
		const page = await session.openPage(rest.url);
		const panel = await session.openExtensionPage(`sidepanel.html?tab=${await session.tabIdOf(page)}`);
		const meter = await openMeter(session, panel);
		await visit(page, panel, articles, 0);
		for (let done = 0; done < visits; done++) {
			const turn = Math.floor(done / articles);
			await visit(page, panel, done % articles, turn);
			if ((done + 1) % perSample !== 0) continue;
			samples.push(await meter.sample(page, (done + 1) * ACTS_A_VISIT, rest.url, other));
			const seconds = Math.round((Date.now() - started) / 1000);
			console.log(`${seconds} s ${JSON.stringify(samples.at(-1))}`);
		}
		const kept = (visits + 1) * KEPT_A_VISIT;
		await page.close();
		await checkLibrary(await session.openExtensionPage('library.html?view=health'), kept);
		const unexplained = unexplainedRequests(site.requests);
		if (unexplained.length > 0) throw new Error(`requests that nobody accounts for: ${JSON.stringify(unexplained)}`);
		console.log(`requests looked at: ${site.requests.length}, unexplained: 0`);
	} finally {
		await session.close();
		await site.close();
		await rm(extensionDir, { recursive: true, force: true });
	}
	await mkdir(values.draw, { recursive: true });
	await writeFile(
		join(values.draw, 'long-run.svg'),
		plot(samples, `${visits * ACTS_A_VISIT} acts, ${articles} articles`),
	);
	await writeFile(join(values.draw, 'long-run.json'), JSON.stringify(samples));
	const complaints = judge(samples);
	for (const complaint of complaints) console.error(complaint);
	if (complaints.length > 0) process.exitCode = 1;
	else console.log('flat within 10 %, nothing left behind');
});

/** All that was annotated is there, and fits together. */
async function checkLibrary(health: import('puppeteer-core').Page, kept: number): Promise<void> {
	await health.bringToFront();
	await waitUntil('the library', () =>
		health.evaluate((wanted) => document.body.innerText.includes(`annotations: ${wanted},`), kept),
	);
	await waitUntil('the check', () =>
		health.evaluate(() => {
			if (document.body.innerText.includes('Everything fits together.')) return true;
			const buttons = [...document.querySelectorAll('button')];
			buttons.find(({ textContent }) => textContent === 'Check now')?.click();
			return false;
		}),
	);
}
