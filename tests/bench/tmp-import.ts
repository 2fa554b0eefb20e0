import { rm } from 'node:fs/promises';
import { buildExtension, copyOfExtension } from '../browser/build-extension.ts';
import { openSession } from '../browser/open-session.ts';
import { libraryImport } from './library-import.ts';
import { printFigures } from './stats.ts';

const extensionDir = await copyOfExtension(await buildExtension('chrome'));
const session = await openSession('chrome', { extensionDir });
try {
	printFigures(await libraryImport(session));
} finally {
	await session.close();
	await rm(extensionDir, { recursive: true, force: true });
}
