import { copyFile, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { buildExtension, copyOfExtension } from '../browser/build-extension.ts';
import { openSession } from '../browser/open-session.ts';
import { writeContactSheet } from './contact-sheet.ts';
import { ROOT } from './repository-files.ts';
import { SCENES } from './screenshot-scenes.ts';
import { takePictures } from './take-pictures.ts';

/**
 * Pictures of every surface in every scene, light, dark and narrow, and one sheet with all of them to be looked at. Those
 * that the README shows are put there, unless only the sheet is asked for (`--sheet`).
 */
const FOLDER = join(ROOT, '.output', 'screenshots');
const README_FOLDER = join(ROOT, 'docs', 'screenshots');
const IN_README = ['en-US-light-card', 'en-US-light-popup', 'en-US-dark-reader'];

const extensionDir = await copyOfExtension(await buildExtension('chrome'));
try {
	await rm(FOLDER, { recursive: true, force: true });
	await mkdir(FOLDER, { recursive: true });
	for (const scene of SCENES) await takePictures(scene, extensionDir, FOLDER);
	const session = await openSession('chrome', { extensionDir });
	const sheet = await writeContactSheet(await session.newPage(), FOLDER).finally(() => session.close());
	console.log(`Pictures of every surface are in ${FOLDER}, all of them on ${sheet}`);
	if (!process.argv.includes('--sheet')) {
		for (const name of IN_README) await copyFile(join(FOLDER, `${name}.png`), join(README_FOLDER, `${name}.png`));
	}
} finally {
	await rm(extensionDir, { recursive: true, force: true });
}
