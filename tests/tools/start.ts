import { once } from 'node:events';
import { rm, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildExtension, copyOfExtension } from '../browser/build-extension.ts';
import { findBrowsers } from '../browser/find-browsers.ts';
import { openSession, type Session } from '../browser/open-session.ts';
import { startSite } from '../browser/start-site.ts';
import { SAMPLE_HTML, SAMPLE_URL } from '../fixtures/article/sample-page.ts';
import { failInOneLine } from './fail-in-one-line.ts';
import { doMainJob } from './main-job.ts';
import { ROOT } from './repository-files.ts';
import { type StartTarget, startArguments } from './start-arguments.ts';

/**
 * Shows En marge at work: in a browser to try it in, until that is closed; without a display by doing the main job
 * headlessly and printing what came out.
 */
await failInOneLine(async () => {
	const folder = process.env.INIT_CWD ?? process.cwd();
	const { browser: kind, target, headless } = startArguments(process.argv.slice(2), folder);
	const address = await addressOf(target);
	findBrowsers([kind]);
	say(`Building En marge for ${kind}`);
	const extensionDir = await copyOfExtension(await buildExtension(kind));
	const hasDisplay = !headless && canShowWindows();
	// Headless, nothing is fetched from anywhere: the local site stands in for the whole web, empty but for the sample.
	const site = target.kind === 'url' ? undefined : await startSite([[SAMPLE_URL, SAMPLE_HTML]]);
	try {
		say(`Opening ${address}`);
		const session = await openSession(kind, {
			extensionDir,
			headless: !hasDisplay,
			...(site && (target.kind === 'sample' || !hasDisplay) && { site }),
			...(hasDisplay && { siteHosts: [new URL(SAMPLE_URL).host] }),
		});
		await (hasDisplay ? showUntilClosed(session, address) : printMainJob(session, address)).finally(session.close);
	} finally {
		await site?.close();
		await rm(extensionDir, { recursive: true, force: true });
	}
});

async function showUntilClosed(session: Session, address: string): Promise<void> {
	await session.openPage(address);
	say('Select some words and press h, or n for a note. Close the browser to end.');
	if (session.browser.connected) await once(session.browser as never, 'disconnected');
}

async function printMainJob(session: Session, address: string): Promise<void> {
	const { markdown, file, screenshot } = await doMainJob(session, address, join(ROOT, 'output', 'start'));
	console.log(markdown);
	console.log(`Markdown:   ${relative(process.cwd(), file)}`);
	console.log(`Screenshot: ${relative(process.cwd(), screenshot)}`);
}

/** Progress goes beside the output: what is printed can be piped on. */
function say(line: string): void {
	console.error(line);
}

async function addressOf(target: StartTarget): Promise<string> {
	if (target.kind === 'sample') return SAMPLE_URL;
	if (target.kind === 'url') return target.url;
	const found = await stat(target.path).catch(() => undefined);
	if (found === undefined) throw new Error(`${target.path}: no such file.`);
	if (!found.isFile()) throw new Error(`${target.path}: not a file.`);
	return pathToFileURL(target.path).href;
}

function canShowWindows(): boolean {
	if (process.platform !== 'linux') return true;
	return [process.env.DISPLAY, process.env.WAYLAND_DISPLAY].some((display) => display !== undefined && display !== '');
}
