import { access, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { launch, type Page, type Target } from 'puppeteer-core';
import type { LaunchOptions, RunningBrowser } from './running-browser.ts';
import { waitUntil } from './wait-until.ts';

/**
 * Chromium with En marge in it. The extension is loaded over the debugging pipe (`Extensions.loadUnpacked`): branded
 * Chrome ignores `--load-extension` since 137. Its id comes from the folder's path, so it stays over a restart.
 */
export async function launchChrome(options: LaunchOptions): Promise<RunningBrowser> {
	await preset(options);
	const browser = await launch({
		browser: 'chrome',
		executablePath: options.executablePath,
		pipe: true,
		enableExtensions: true,
		headless: options.headless,
		// Filling a large library is one command; what takes too long is for who waits to say.
		protocolTimeout: 0,
		userDataDir: options.profileDir,
		acceptInsecureCerts: options.site !== undefined,
		downloadBehavior: { policy: 'allow', downloadPath: options.downloadsDir },
		defaultViewport: options.headless ? { width: 1280, height: 900 } : null,
		...(options.headless ? {} : { ignoreDefaultArgs: ['--enable-automation'] }),
		args: [
			`--lang=${options.locale ?? 'en-US'}`,
			'--disable-quic',
			'--disable-component-update',
			...sandbox(),
			...hostRules(options),
		],
		env: {
			...process.env,
			LANGUAGE: (options.locale ?? 'en-US').replace('-', '_'),
			// Under a locale without UTF-8, as on a bare machine, Chromium names every download `download`.
			LC_ALL: 'C.UTF-8',
		},
	});
	const id = await browser.installExtension(options.extensionDir);
	const extensionOrigin = `chrome-extension://${id}`;
	const isBackground = (target: Target) =>
		target.type() === 'service_worker' && target.url().startsWith(`${extensionOrigin}/`);

	/** A page of the extension that runs nothing of its own: from there its API can be asked, whoever sleeps. */
	const openConsole = async (): Promise<Page> => {
		const connection = await browser.target().createCDPSession();
		const url = `${extensionOrigin}/manifest.json`;
		const { targetId } = await connection.send('Target.createTarget', { url, background: true });
		await connection.detach();
		const page = await waitUntil(
			'a page of the extension',
			async () => {
				const pages = await browser.pages();
				return pages.find((candidate) => candidate.url() === url);
			},
			CONSOLE_LIMIT_MS,
		).catch(() => undefined);
		if (page === undefined) throw new Error('the page of the extension has gone');
		if (await page.evaluate(() => 'tabs' in chrome).catch(() => false)) return page;
		await browser
			.target()
			.createCDPSession()
			.then((session) => session.send('Target.closeTarget', { targetId }));
		throw new Error('the extension is not running');
	};
	const asked = async <T>(question: (page: Page) => Promise<T>): Promise<T> => {
		const page = await openConsole();
		try {
			return await question(page);
		} finally {
			await page.close();
		}
	};

	/** In the browser's one private profile; a browser context of the protocol is another, which messages do not reach. */
	const newPrivatePage = async (): Promise<Page> => {
		const before = new Set(browser.targets());
		await asked((console) => console.evaluate(() => chrome.windows.create({ incognito: true, url: 'about:blank' })));
		const isNew = (target: Target) => !before.has(target) && target.type() === 'page' && target.url() === 'about:blank';
		return (await browser.waitForTarget(isNew)).asPage();
	};

	if (!options.fileAccess) await setSwitch(await browser.newPage(), id, { fileAccess: false });
	if (options.storage === 'private') {
		await setSwitch(await browser.newPage(), id, { incognitoAccess: true });
		// The extension is started anew for it, and closes the page that asks too early.
		await waitUntil('the extension to run again', () => asked(async () => true));
	}

	return {
		browser,
		extensionOrigin,
		newPage: () => (options.storage === 'private' ? newPrivatePage() : browser.newPage()),
		async openExtensionPage(pathAndQuery) {
			const page = await browser.newPage();
			await page.goto(`${extensionOrigin}/${pathAndQuery}`);
			return page;
		},
		async tabIdOf(page) {
			await page.bringToFront();
			return asked((console) =>
				console.evaluate(async (incognito) => {
					const tabs = await chrome.tabs.query({ active: true, ...(!incognito && { lastFocusedWindow: true }) });
					return tabs.find((tab) => tab.incognito === incognito)?.id ?? -1;
				}, options.storage === 'private'),
			);
		},
		async crash(page) {
			const session = await page.createCDPSession();
			// Never answered: who should answer is gone.
			session.send('Page.crash').catch(() => undefined);
			await new Promise((resolve) => page.once('error', resolve));
		},
		async killBackground() {
			const target = browser.targets().find(isBackground);
			if (target === undefined) return;
			// On a busy machine one request to end may be lost while the worker is being woken.
			await waitUntil('the background to be gone', async () => {
				if (!browser.targets().includes(target)) return true;
				const worker = await target.worker();
				await worker?.close();
				return !browser.targets().includes(target);
			});
		},
		async reloadExtension() {
			const before = browser.targets().find(isBackground);
			let isAsked = false;
			await waitUntil('the reload to be asked for', async () => {
				if (isAsked) return true;
				return asked(async (console) => {
					isAsked = true;
					// The page that asks goes before it is answered.
					await console.evaluate(() => chrome.runtime.reload()).catch(() => undefined);
					return true;
				});
			});
			if (before) await waitUntil('the old background to be gone', () => !browser.targets().includes(before));
			await waitUntil('the extension to run again', () => asked(async () => true));
		},
		async setSiteAccess(isAllowed) {
			await setSwitch(await browser.newPage(), id, { hostAccess: isAllowed ? 'ON_ALL_SITES' : 'ON_CLICK' });
		},
		async openPopup(page) {
			await page.bringToFront();
			const before = new Set(browser.targets());
			await asked(async (console) => {
				await page.bringToFront();
				await console.evaluate(() => chrome.action.openPopup());
			});
			const target = await browser.waitForTarget(
				(candidate) => !before.has(candidate) && candidate.url().startsWith(`${extensionOrigin}/popup.html`),
			);
			return target.asPage();
		},
	};
}

const CONSOLE_LIMIT_MS = 4000;

/** The little of the extension API that is asked from an extension page. */
declare const chrome: {
	readonly tabs: { query(filter: object): Promise<readonly { readonly id?: number; readonly incognito: boolean }[]> };
	readonly runtime: { reload(): void };
	readonly windows: { create(options: object): Promise<object> };
	readonly action: { openPopup(): Promise<void> };
	/** On `chrome://extensions` only. */
	readonly developerPrivate: { updateExtensionConfiguration(update: object): Promise<void> };
};

/**
 * Writes the preferences of a profile that is not there yet. Without the developer mode Chromium turns an unpacked
 * extension off when it reloads itself.
 */
async function preset({ profileDir, storage }: LaunchOptions): Promise<void> {
	const preferences = join(profileDir, 'Default', 'Preferences');
	const exists = await access(preferences).then(
		() => true,
		() => false,
	);
	if (exists) return;
	await mkdir(join(profileDir, 'Default'), { recursive: true });
	const blocked = { default_content_setting_values: { cookies: 2 } };
	const chosen = {
		extensions: { ui: { developer_mode: true } },
		...(storage === 'no-cookies' && { profile: blocked }),
	};
	await writeFile(preferences, JSON.stringify(chosen));
}

/** Chromium's sandbox does not start for root. */
function sandbox(): string[] {
	return process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}

function hostRules({ site, siteHosts }: LaunchOptions): string[] {
	if (site === undefined) return [];
	const here = `127.0.0.1:${site.port}`;
	return [`--host-resolver-rules=${(siteHosts ?? ['*']).map((host) => `MAP ${host} ${here}`).join(',')}`];
}

/** Turns a switch of the extension as a reader does on the page of extensions. */
async function setSwitch(page: Page, extensionId: string, change: Record<string, boolean | string>): Promise<void> {
	await page.goto('chrome://extensions');
	await page.evaluate((update) => chrome.developerPrivate.updateExtensionConfiguration(update), {
		extensionId,
		...change,
	});
	await page.close();
}
