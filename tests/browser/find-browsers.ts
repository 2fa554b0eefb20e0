import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { BrowserKind } from './browser-kind.ts';
import { canInstallOnDebian, installOnDebian } from './install-on-debian.ts';
import { refuseOldNode } from './refuse-old-node.ts';

export type BrowserPaths = Readonly<Record<BrowserKind, string>>;

/** Environment variables that name a browser's program outright, for one that stands in an unusual place. */
export const PATH_VARIABLE: Readonly<Record<BrowserKind, string>> = {
	chrome: 'EN_MARGE_CHROME',
	firefox: 'EN_MARGE_FIREFOX',
};

const COMMANDS: Readonly<Record<BrowserKind, readonly string[]>> = {
	chrome: ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser'],
	firefox: ['firefox-esr', 'firefox'],
};

const DEBIAN_PACKAGE: Readonly<Record<BrowserKind, string>> = { chrome: 'chromium', firefox: 'firefox-esr' };

const WHERE_TO_GET: Readonly<Record<BrowserKind, string>> = {
	chrome: 'Chrome (https://www.google.com/chrome/) or Chromium',
	firefox: 'Firefox 140 or later (https://www.mozilla.org/firefox/)',
};

/** Fonts for the scripts of RFI's editions, so that a screenshot on a bare machine shows no empty boxes. */
const DEBIAN_FONTS = ['fonts-noto-core', 'fonts-noto-cjk', 'fonts-noto-color-emoji', 'fonts-khmeros'];

/**
 * The programs of the browsers asked for. On Debian as root what is missing is installed, one printed line a step.
 * Throws an error whose message is the one line to show: what is missing and how to get it.
 */
export function findBrowsers(kinds: readonly BrowserKind[]): Partial<BrowserPaths> {
	refuseOldNode();
	if (canInstallOnDebian()) {
		const missing = kinds.filter((kind) => findBrowser(kind) === undefined);
		installOnDebian([...missing.map((kind) => DEBIAN_PACKAGE[kind]), ...DEBIAN_FONTS]);
	}
	const found: Partial<Record<BrowserKind, string>> = {};
	for (const kind of kinds) {
		const path = findBrowser(kind);
		if (path === undefined) {
			throw new Error(
				`No ${kind === 'chrome' ? 'Chrome or Chromium' : 'Firefox'} found: install ${WHERE_TO_GET[kind]}, ` +
					`or set ${PATH_VARIABLE[kind]} to the path of its program.`,
			);
		}
		found[kind] = path;
	}
	return found;
}

function findBrowser(kind: BrowserKind): string | undefined {
	const named = process.env[PATH_VARIABLE[kind]];
	if (named !== undefined && named !== '') {
		if (isExecutable(named)) return named;
		throw new Error(`${PATH_VARIABLE[kind]} is set to ${named}, which is no program.`);
	}
	return [...onPath(COMMANDS[kind]), ...usualPlaces(kind)].find(isExecutable);
}

function onPath(commands: readonly string[]): string[] {
	if (process.platform === 'win32') return [];
	const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
	return commands.flatMap((command) => folders.map((folder) => join(folder, command)));
}

function usualPlaces(kind: BrowserKind): string[] {
	if (process.platform === 'darwin') {
		const inApplications =
			kind === 'chrome'
				? ['Google Chrome.app/Contents/MacOS/Google Chrome', 'Chromium.app/Contents/MacOS/Chromium']
				: ['Firefox.app/Contents/MacOS/firefox'];
		const roots = ['/Applications', join(process.env.HOME ?? '', 'Applications')];
		return roots.flatMap((root) => inApplications.map((path) => join(root, path)));
	}
	if (process.platform === 'win32') {
		const inProgramFiles =
			kind === 'chrome'
				? ['Google\\Chrome\\Application\\chrome.exe', 'Chromium\\Application\\chrome.exe']
				: ['Mozilla Firefox\\firefox.exe'];
		const roots = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].map((name) => process.env[name] ?? '');
		return roots.filter((root) => root !== '').flatMap((root) => inProgramFiles.map((path) => join(root, path)));
	}
	return [];
}

function isExecutable(path: string): boolean {
	try {
		accessSync(path, constants.X_OK);
		return true;
	} catch {
		return false;
	}
}
