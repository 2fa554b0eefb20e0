import { launch } from 'puppeteer-core';
import { BidiBrowser } from 'puppeteer-core/internal/bidi/Browser.js';
import type { LaunchOptions, RunningBrowser } from './running-browser.ts';
import { waitUntil } from './wait-until.ts';

/** `browser_specific_settings.gecko.id` of the manifest. */
const GECKO_ID = 'en-marge@en-marge.org';
/** Firefox draws the origin by lot at every installation; this one is fixed by a preference. */
const ORIGIN_ID = '6d617267-656e-4d61-b267-656e6d617267';

/** Firefox with En marge in it, over WebDriver BiDi. */
export async function launchFirefox(options: LaunchOptions): Promise<RunningBrowser> {
	const browser = await launch({
		browser: 'firefox',
		executablePath: options.executablePath,
		headless: options.headless,
		userDataDir: options.profileDir,
		acceptInsecureCerts: options.site !== undefined,
		defaultViewport: options.headless ? { width: 1280, height: 900 } : null,
		args: ['-remote-allow-system-access'],
		extraPrefsFirefox: {
			'extensions.webextensions.uuids': JSON.stringify({ [GECKO_ID]: ORIGIN_ID }),
			// The extension is loaded for one run only: these keep what it stored for the next one.
			'extensions.webextensions.keepStorageOnUninstall': true,
			'extensions.webextensions.keepUuidOnUninstall': true,
			'browser.download.folderList': 2,
			'browser.download.dir': options.downloadsDir,
			'browser.download.alwaysOpenPanel': false,
			'intl.accept_languages': 'en-US, en',
			'intl.locale.requested': 'en-US',
			...(options.dark && { 'ui.systemUsesDarkTheme': 1, 'layout.css.prefers-color-scheme.content-override': 0 }),
			...storagePrefs(options),
			...sitePrefs(options),
		},
	});
	if (!(browser instanceof BidiBrowser)) throw new Error('Firefox is driven over WebDriver BiDi alone');
	const inFirefox = await asFirefoxItself(browser);
	await browser.installExtension(options.extensionDir);
	if (options.fileAccess) await inFirefox(allowFiles, GECKO_ID);
	if (options.storage === 'private' || options.storage === 'no-history') await inFirefox(allowPrivateWindows, GECKO_ID);
	const extensionOrigin = `moz-extension://${ORIGIN_ID}`;

	return {
		browser,
		extensionOrigin,
		async newPage() {
			if (options.storage !== 'private') return await browser.newPage();
			const before = new Set(await browser.pages());
			await inFirefox(openPrivateWindow, GECKO_ID);
			return await waitUntil('a page in a private window', async () =>
				(await browser.pages()).find((page) => !before.has(page) && page.url() === 'about:privatebrowsing'),
			);
		},
		async openExtensionPage(pathAndQuery) {
			const page = await browser.newPage();
			const url = `${extensionOrigin}/${pathAndQuery}`;
			// Over BiDi this never resolves for a page of an extension (seen with Firefox 153).
			page.goto(url).catch(() => undefined);
			await waitUntil(url, () =>
				page.evaluate((wanted) => wanted === location.href && document.readyState === 'complete', url),
			);
			return page;
		},
		async tabIdOf(page) {
			await page.bringToFront();
			return inFirefox(tabIdInFront, GECKO_ID);
		},
		async crash(page) {
			await page.bringToFront();
			process.kill(await inFirefox(processInFront, GECKO_ID), 'SIGKILL');
		},
		async killBackground() {
			await inFirefox(stopBackground, GECKO_ID);
		},
		async reloadExtension() {
			await inFirefox(reload, GECKO_ID);
		},
		async setSiteAccess(isAllowed) {
			await inFirefox(isAllowed ? allowSite : refuseSite, GECKO_ID);
		},
		async openPopup() {
			throw new Error('the popup of Firefox is out of reach: open popup.html?tab=<id>');
		},
	};
}

function storagePrefs({ storage }: LaunchOptions): Record<string, boolean | number> {
	if (storage === 'no-history') return { 'browser.privatebrowsing.autostart': true };
	return storage === 'no-cookies' ? { 'network.cookie.cookieBehavior': 2 } : {};
}

function sitePrefs({ site, siteHosts }: LaunchOptions): Record<string, string> {
	if (site === undefined) return {};
	const ports = { 'network.socket.forcePort': `443=${site.port};80=${site.port}` };
	return siteHosts === undefined
		? { ...ports, 'network.dns.forceResolve': '127.0.0.1' }
		: { ...ports, 'network.dns.localDomains': siteHosts.join(',') };
}

/** Runs a function in Firefox's own window, with Firefox's own rights. It sees nothing of this file but its argument. */
async function asFirefoxItself(browser: BidiBrowser) {
	const scope = { 'moz:scope': 'chrome' } as object;
	const { result } = await browser.connection.send('browsingContext.getTree', scope);
	const context = result.contexts[0]?.context;
	if (context === undefined) throw new Error('Firefox shows no window of its own');
	return async <T>(run: (extensionId: string) => Promise<T>, extensionId: string): Promise<T> => {
		const { result: answer } = await browser.connection.send('script.callFunction', {
			functionDeclaration: `async (id) => JSON.stringify({ value: await (${run})(id) })`,
			arguments: [{ type: 'string', value: extensionId }],
			awaitPromise: true,
			target: { context },
		});
		if (answer.type === 'exception') throw new Error(answer.exceptionDetails.text);
		if (answer.result.type !== 'string') throw new Error(`Firefox answered with ${answer.result.type}`);
		return JSON.parse(answer.result.value).value;
	};
}

/** The little of Firefox's insides that is used below. */
interface FirefoxExtension {
	readonly tabManager: { getWrapper(tab: unknown): { readonly id: number } };
	terminateBackground(options: object): Promise<void>;
}
declare const WebExtensionPolicy: { getByID(id: string): { readonly extension: FirefoxExtension } };
interface FirefoxWindow {
	readonly gBrowser: {
		readonly selectedTab: unknown;
		readonly selectedBrowser: {
			readonly browsingContext: { readonly currentWindowGlobal: { readonly osPid: number } };
			readonly currentURI: { readonly spec: string };
			readonly webProgress: { readonly isLoadingDocument: boolean };
		};
	};
}
declare const Services: { readonly wm: { getMostRecentWindow(type: string): FirefoxWindow } };
/** Its `gBrowser` is there a moment later. */
declare const OpenBrowserWindow: (options: object) => Partial<FirefoxWindow>;
declare const ChromeUtils: {
	importESModule(url: string): {
		readonly AddonManager: { getAddonByID(id: string): Promise<{ reload(): Promise<void> }> };
		readonly ExtensionPermissions: {
			add(id: string, added: object, extension: unknown): Promise<void>;
			remove(id: string, removed: object, extension: unknown): Promise<void>;
		};
	};
};

async function stopBackground(id: string): Promise<void> {
	const { extension } = WebExtensionPolicy.getByID(id);
	await extension.terminateBackground({ ignoreDevToolsAttached: true, disableResetIdleForTest: true });
}

async function reload(id: string): Promise<void> {
	const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
	await (await AddonManager.getAddonByID(id)).reload();
}

/** What the reader's switch in about:addons does; it counts from the next start of the extension. */
async function allowFiles(id: string): Promise<void> {
	const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
	const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
	const { extension } = WebExtensionPolicy.getByID(id);
	await ExtensionPermissions.add(id, { permissions: ['internal:fileSchemeAllowed'], origins: [] }, extension);
	await (await AddonManager.getAddonByID(id)).reload();
}

/** The switch "Run in Private Windows" in about:addons. */
async function allowPrivateWindows(id: string): Promise<void> {
	const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
	const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
	const { extension } = WebExtensionPolicy.getByID(id);
	await ExtensionPermissions.add(id, { permissions: ['internal:privateBrowsingAllowed'], origins: [] }, extension);
	await (await AddonManager.getAddonByID(id)).reload();
}

async function allowSite(id: string): Promise<void> {
	const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
	const { extension } = WebExtensionPolicy.getByID(id);
	await ExtensionPermissions.add(id, { permissions: [], origins: ['*://*.rfi.fr/*'] }, extension);
}

async function refuseSite(id: string): Promise<void> {
	const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
	const { extension } = WebExtensionPolicy.getByID(id);
	await ExtensionPermissions.remove(id, { permissions: [], origins: ['*://*.rfi.fr/*'] }, extension);
}

/** Resolves once the window shows its own first page: another that is opened before that may be given up for it. */
async function openPrivateWindow(): Promise<void> {
	const opened = OpenBrowserWindow({ private: true });
	const isShown = (): boolean => {
		const shown = opened.gBrowser?.selectedBrowser;
		return shown?.currentURI.spec === 'about:privatebrowsing' && !shown.webProgress.isLoadingDocument;
	};
	while (!isShown()) await new Promise((resolve) => setTimeout(resolve, 50));
}

async function processInFront(): Promise<number> {
	const { gBrowser } = Services.wm.getMostRecentWindow('navigator:browser');
	return gBrowser.selectedBrowser.browsingContext.currentWindowGlobal.osPid;
}

async function tabIdInFront(id: string): Promise<number> {
	return WebExtensionPolicy.getByID(id).extension.tabManager.getWrapper(
		Services.wm.getMostRecentWindow('navigator:browser').gBrowser.selectedTab,
	).id;
}
