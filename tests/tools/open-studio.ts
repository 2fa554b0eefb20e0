import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import type { BrowserKind } from '../browser/browser-kind.ts';
import { openSession, type Session } from '../browser/open-session.ts';
import { type Site, startSite } from '../browser/start-site.ts';

/** Animations and the interface's own answers are over by then, in milliseconds. */
const SETTLED_MS = 400;

export const SIZES = {
	wide: { width: 1200, height: 760 },
	/** All of a page that is worth seeing at once. */
	long: { width: 900, height: 1500 },
	narrow: { width: 360, height: 700 },
	narrowest: { width: 320, height: 900 },
	popup: { width: 400, height: 600 },
	paper: { width: 720, height: 1020 },
} as const;

export interface StudioOptions {
	readonly kind: BrowserKind;
	/** As the browser spells it. Firefox is told in the settings, where it has other names (`zh_CN`). */
	readonly locale: string;
	/** Over BiDi only the look that the browser was started with can be had. */
	readonly themes: readonly Theme[];
	readonly extensionDirs: Readonly<Record<BrowserKind, string>>;
	readonly folder: string;
}
export type Theme = 'light' | 'dark';

/** A browser in one language in which pictures are taken. */
export interface Studio {
	readonly kind: BrowserKind;
	readonly session: Session;
	readonly site: Site;
	/** A picture in each theme, as `<column>-<theme>-<name>.png`. */
	take(page: Page, name: string, size?: keyof typeof SIZES): Promise<void>;
	close(): Promise<void>;
}

export async function openStudio(options: StudioOptions, pages: readonly [string, string][]): Promise<Studio> {
	const { kind, locale, themes, folder, extensionDirs } = options;
	const site = await startSite(pages);
	const session = await openSession(kind, {
		extensionDir: extensionDirs[kind],
		site,
		locale,
		dark: themes[0] === 'dark',
	}).catch(async (error: unknown) => {
		await site.close();
		throw error;
	});
	if (kind === 'firefox') await speak(session, locale.replace('-', '_'));
	const column = kind === 'firefox' ? `firefox-${locale}` : locale;
	return {
		kind,
		session,
		site,
		async take(page, name, size) {
			if (size) await page.setViewport(SIZES[size]);
			const isPrinted = size === 'paper';
			for (const theme of themes) {
				if (kind === 'chrome') await setTheme(page, theme, isPrinted);
				await settle(page);
				await writeFile(join(folder, `${column}-${theme}-${name}.png`), await page.screenshot());
			}
		},
		async close() {
			await session.close();
			await site.close();
		},
	};
}

export function settle(page: Page): Promise<void> {
	return page.evaluate((ms) => new Promise<void>((resolve) => setTimeout(resolve, ms)), SETTLED_MS);
}

/** The little of the extension's API that is asked from one of its pages. */
declare const chrome: { readonly storage: { readonly sync: { set(items: object): Promise<void> } } };

async function speak(session: Session, language: string): Promise<void> {
	const page = await session.openExtensionPage('options.html');
	await page.evaluate((chosen) => chrome.storage.sync.set({ settings: { language: chosen } }), language);
	await page.close();
}

/** The browser's own command for a theme would undo the medium. */
async function setTheme(page: Page, theme: Theme, isPrinted: boolean): Promise<void> {
	const connection = await page.createCDPSession();
	const features = [{ name: 'prefers-color-scheme', value: theme }];
	await connection.send('Emulation.setEmulatedMedia', { media: isPrinted ? 'print' : '', features });
	if (isPrinted) await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
}
