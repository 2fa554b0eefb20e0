import { mkdir, mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import type { BrowserKind } from './browser-kind.ts';
import { findBrowsers } from './find-browsers.ts';
import { launchChrome } from './launch-chrome.ts';
import { launchFirefox } from './launch-firefox.ts';
import type { LaunchOptions, RunningBrowser, StorageChoice } from './running-browser.ts';
import type { Site } from './start-site.ts';

export interface SessionOptions {
	readonly extensionDir: string;
	readonly site?: Site;
	readonly siteHosts?: readonly string[];
	/** Kept after the session when given; else a temporary one, removed. */
	readonly profileDir?: string;
	readonly headless?: boolean;
	readonly fileAccess?: boolean;
	/** See `LaunchOptions`. */
	readonly locale?: string;
	/** See `LaunchOptions`. */
	readonly storage?: StorageChoice;
	/** See `LaunchOptions`. */
	readonly dark?: boolean;
}

/** One reader's browser, over as many restarts as the test wants. */
export interface Session extends RunningBrowser {
	readonly kind: BrowserKind;
	/** Where the browser puts downloads, without asking. */
	readonly downloadsDir: string;
	openPage(url: string): Promise<Page>;
	/** Quits the browser and starts it again on the same profile. Pages of before are gone. */
	restart(): Promise<void>;
	/** Kills the browser as a crash of the machine would, and starts it again on the same profile. Pages of before are gone. */
	killAndRestart(): Promise<void>;
	/** Quits the browser and removes what it left on the disk. */
	close(): Promise<void>;
}

export async function openSession(kind: BrowserKind, options: SessionOptions): Promise<Session> {
	const executablePath = findBrowsers([kind])[kind];
	if (executablePath === undefined) throw new Error(`no ${kind}`);
	const folder = await mkdtemp(join(await realpath(tmpdir()), 'en-marge-session-'));
	const launchOptions: LaunchOptions = {
		executablePath,
		extensionDir: options.extensionDir,
		profileDir: options.profileDir ?? join(folder, 'profile'),
		downloadsDir: join(folder, 'downloads'),
		headless: options.headless ?? true,
		fileAccess: options.fileAccess ?? true,
		...(options.locale && { locale: options.locale }),
		...(options.storage && { storage: options.storage }),
		...(options.dark && { dark: true }),
		...(options.site && { site: options.site }),
		...(options.siteHosts && { siteHosts: options.siteHosts }),
	};
	await mkdir(launchOptions.profileDir, { recursive: true });
	await mkdir(launchOptions.downloadsDir, { recursive: true });
	const launch = () => (kind === 'chrome' ? launchChrome(launchOptions) : launchFirefox(launchOptions));
	const removeFolder = () => rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
	let running = await launch().catch(async (error: unknown) => {
		await removeFolder();
		throw error;
	});
	return {
		kind,
		downloadsDir: launchOptions.downloadsDir,
		get browser() {
			return running.browser;
		},
		get extensionOrigin() {
			return running.extensionOrigin;
		},
		newPage: () => running.newPage(),
		openExtensionPage: (pathAndQuery) => running.openExtensionPage(pathAndQuery),
		tabIdOf: (page) => running.tabIdOf(page),
		killBackground: () => running.killBackground(),
		crash: (page) => running.crash(page),
		reloadExtension: () => running.reloadExtension(),
		openPopup: (page) => running.openPopup(page),
		setSiteAccess: (isAllowed) => running.setSiteAccess(isAllowed),
		async openPage(url) {
			const page = await running.newPage();
			await page.goto(url);
			return page;
		},
		async restart() {
			await quit(running.browser);
			running = await launch();
		},
		async killAndRestart() {
			await killed(running.browser);
			// Puppeteer may still be putting the preferences of Firefox back.
			running = await launch().catch(async () => {
				await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
				return await launch();
			});
		},
		async close() {
			await quit(running.browser);
			await removeFolder();
		},
	};
}

const QUIT_LIMIT_MS = 10_000;
const SETTLE_MS = 1_000;

/** Nothing of it runs on, and nothing is written any more. */
async function killed(browser: Browser): Promise<void> {
	const child = browser.process();
	child?.kill('SIGKILL');
	await goneOf(browser);
	await browser.disconnect().catch(() => undefined);
}

function goneOf(browser: Browser): Promise<void> {
	const child = browser.process();
	return new Promise<void>((resolve) => {
		if (child === null || child.exitCode !== null || child.signalCode !== null) resolve();
		else child.once('exit', () => resolve());
	});
}

/** Quits as a reader would, so that the profile is written; a browser that hangs is killed. */
async function quit(browser: Browser): Promise<void> {
	const child = browser.process();
	const timer = setTimeout(() => child?.kill('SIGKILL'), QUIT_LIMIT_MS);
	const gone = goneOf(browser);
	await browser.close().catch(() => child?.kill('SIGKILL'));
	await gone;
	clearTimeout(timer);
}
