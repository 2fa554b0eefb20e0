import { copyFile, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { buildExtension, copyOfExtension } from '../browser/build-extension.ts';
import { openSession } from '../browser/open-session.ts';
import { writeContactSheet } from './contact-sheet.ts';
import type { StudioOptions } from './open-studio.ts';
import { ROOT } from './repository-files.ts';
import { SCENES } from './screenshot-scenes.ts';
import { takeLibraryPictures } from './take-library-pictures.ts';
import { takePictures } from './take-pictures.ts';

/**
 * Pictures of every surface in every scene, light, dark and narrow, in Chromium and in Firefox, and one sheet with all of
 * them to be looked at. Those that the README shows are put there, unless only the sheet is asked for (`--sheet`).
 */
const FOLDER = join(ROOT, '.output', 'screenshots');
const README_FOLDER = join(ROOT, 'docs', 'screenshots');
const IN_README = ['en-US-light-card', 'en-US-light-popup', 'en-US-dark-reader', 'en-US-light-library'];

const extensionDirs = {
	chrome: await copyOfExtension(await buildExtension('chrome')),
	firefox: await copyOfExtension(await buildExtension('firefox')),
};
/** Firefox shows one theme in one session: there it is light in one script and dark in the others. */
const inFirefox = (locale: string): StudioOptions['themes'] => (locale === 'en-US' ? ['light'] : ['dark']);
try {
	await rm(FOLDER, { recursive: true, force: true });
	await mkdir(FOLDER, { recursive: true });
	for (const scene of SCENES) {
		const shared = { locale: scene.locale, extensionDirs, folder: FOLDER };
		for (const options of [
			{ kind: 'chrome', themes: ['light', 'dark'], ...shared },
			{ kind: 'firefox', themes: inFirefox(scene.locale), ...shared },
		] as const satisfies StudioOptions[]) {
			await takePictures(scene, options);
			await takeLibraryPictures(scene, options);
		}
	}
	const session = await openSession('chrome', { extensionDir: extensionDirs.chrome });
	const sheet = await writeContactSheet(await session.newPage(), FOLDER).finally(() => session.close());
	console.log(`Pictures of every surface are in ${FOLDER}, all of them on ${sheet}`);
	if (!process.argv.includes('--sheet')) {
		for (const name of IN_README) await copyFile(join(FOLDER, `${name}.png`), join(README_FOLDER, `${name}.png`));
	}
} finally {
	for (const dir of Object.values(extensionDirs)) await rm(dir, { recursive: true, force: true });
}
