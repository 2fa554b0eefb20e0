import { mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildExtension, copyOfExtension } from '../browser/build-extension.ts';
import { openSession } from '../browser/open-session.ts';
import { startSite } from '../browser/start-site.ts';
import { makeBaselineExtension } from './baseline-extension.ts';
import {
	ARTICLE_URL,
	articlePage,
	HOME_URL,
	homePage,
	PLAIN_PAGE,
	SCROLL_URL,
	SECTION_URL,
	SELECTING_URL,
	savedLivePage,
	sectionPage,
	TYPING_URL,
} from './bench-pages.ts';
import { interfaceShown } from './interface-shown.ts';
import { libraryExchange } from './library-exchange.ts';
import { libraryImport } from './library-import.ts';
import { libraryOpen } from './library-open.ts';
import { librarySearch } from './library-search.ts';
import { loaderCost } from './loader-cost.ts';
import { longestTasks } from './long-page.ts';
import { packageSizes } from './package-sizes.ts';
import { panelScroll } from './panel-scroll.ts';
import { popupInLibrary } from './popup-in-library.ts';
import { popupOpen } from './popup-open.ts';
import { type Figure, printFigures } from './stats.ts';
import { timeToPainted } from './time-to-painted.ts';
import { typing } from './typing.ts';

/** The figures that the README quotes, each beside what it is compared with in the same run. */
async function main(): Promise<void> {
	const folder = await mkdtemp(join(await realpath(tmpdir()), 'en-marge-bench-'));
	const plainFile = join(folder, 'plain.html');
	await writeFile(plainFile, PLAIN_PAGE);
	const extensionDir = await copyOfExtension(await buildExtension('chrome'));
	const baselineDir = await makeBaselineExtension();
	const saved = savedLivePage();
	if (saved === undefined)
		console.log('No saved page of the site lies beside the repository: that figure is left out.');
	const site = await startSite([
		...(saved ? [[saved.url, saved.html] as const] : []),
		[ARTICLE_URL, articlePage()],
		[SCROLL_URL, articlePage(SCROLL_URL)],
		[SELECTING_URL, articlePage(SELECTING_URL)],
		[TYPING_URL, articlePage(TYPING_URL)],
		[HOME_URL, homePage()],
		[SECTION_URL, sectionPage()],
	]);
	const ours = await openSession('chrome', { extensionDir, site });
	const baseline = await openSession('chrome', { extensionDir: baselineDir, site });
	const figures: Figure[] = [];
	try {
		const notArticles = [
			{ name: 'a file that is no article', url: pathToFileURL(plainFile).href },
			{ name: "an edition's home page", url: HOME_URL },
			{ name: 'a section of an edition', url: SECTION_URL },
		];
		figures.push(...(await loaderCost({ session: ours, extensionDir }, baseline, notArticles)));
		figures.push(await timeToPainted(ours, 'an article page of our own writing', ARTICLE_URL));
		if (saved !== undefined) figures.push(await timeToPainted(ours, 'a saved page of the site', saved.url));
		figures.push(...(await popupOpen(ours, baseline, ARTICLE_URL)));
		figures.push(await panelScroll(ours, SCROLL_URL));
		figures.push(...(await interfaceShown(ours, SELECTING_URL)));
		figures.push(await typing(ours, TYPING_URL));
		figures.push(...(await longestTasks(ours, site)));
		figures.push(...(await librarySearch(extensionDir)));
		figures.push(await libraryOpen(extensionDir));
		// Last in this session: from here on its database is full.
		figures.push(await popupInLibrary(ours, ARTICLE_URL));
		figures.push(...(await libraryImport(extensionDir)));
		figures.push(...(await libraryExchange(extensionDir)));
		figures.push(...(await packageSizes()));
	} finally {
		await Promise.all([ours.close(), baseline.close()]);
		await site.close();
		for (const dir of [folder, extensionDir, baselineDir]) await rm(dir, { recursive: true, force: true });
	}
	printFigures(figures);
	process.exitCode = figures.every(({ holds }) => holds) ? 0 : 1;
}

await main();
