import { rm } from 'node:fs/promises';
import type { TestProject } from 'vitest/node';
import { BROWSER_KINDS, type BrowserKind } from '../browser/browser-kind.ts';
import { buildExtension, copyOfExtension } from '../browser/build-extension.ts';
import { findBrowsers } from '../browser/find-browsers.ts';

declare module 'vitest' {
	interface ProvidedContext {
		/** Folder of the built extension for each browser: `inject('extensionDirs')[kind]`. */
		extensionDirs: Record<BrowserKind, string>;
	}
}

/** Before the first end-to-end test: both browsers are there, and the extension is built for both, once. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
	findBrowsers(BROWSER_KINDS);
	const extensionDirs = { chrome: '', firefox: '' };
	for (const kind of BROWSER_KINDS) extensionDirs[kind] = await copyOfExtension(await buildExtension(kind));
	project.provide('extensionDirs', extensionDirs);
	return async () => {
		for (const kind of BROWSER_KINDS) await rm(extensionDirs[kind], { recursive: true, force: true });
	};
}
