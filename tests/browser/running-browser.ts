import type { Browser, Page } from 'puppeteer-core';
import type { Site } from './start-site.ts';

/**
 * What a reader chose of what is kept.
 * - `private`: each page in a private window, into which En marge is let
 * - `no-history`: every window is private and nothing is kept at all; Firefox only
 * - `no-cookies`: sites may store nothing
 */
export type StorageChoice = 'private' | 'no-history' | 'no-cookies';

export interface LaunchOptions {
	readonly executablePath: string;
	/** The built extension. */
	readonly extensionDir: string;
	readonly profileDir: string;
	readonly downloadsDir: string;
	readonly headless: boolean;
	/** Where the browser finds the web; without it, the real one. */
	readonly site?: Site;
	/** Host names that lead to the site; every host when left out. */
	readonly siteHosts?: readonly string[];
	/** Whether the reader has let En marge see local files. */
	readonly fileAccess: boolean;
	/** Language of the interface, as the browser spells it (`en-US`, `zh-CN`, `fa`); Chromium only, English unless told. */
	readonly locale?: string;
	readonly storage?: StorageChoice;
	/** Whether the system is dark; Firefox only, Chromium can be told at any time. */
	readonly dark?: boolean;
}

/** A running browser with En marge in it: what only the two browsers' own ways can do. */
export interface RunningBrowser {
	readonly browser: Browser;
	/** Without a trailing slash: `chrome-extension://…`, `moz-extension://…`. */
	readonly extensionOrigin: string;
	/** A page as readers open them: in a private window where the options say so. */
	newPage(): Promise<Page>;
	openExtensionPage(pathAndQuery: string): Promise<Page>;
	tabIdOf(page: Page): Promise<number>;
	killBackground(): Promise<void>;
	/** Ends the process that draws the page in front, as a crash does: nothing of the page runs any more. */
	crash(page: Page): Promise<void>;
	reloadExtension(): Promise<void>;
	/** Takes the access to the site's pages away, or gives it back, as the reader does in the browser's own settings. */
	setSiteAccess(isAllowed: boolean): Promise<void>;
	/** The popup as the toolbar button opens it, over the page in front. Chromium only. */
	openPopup(page: Page): Promise<Page>;
}
