import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { copyOfExtension } from '../../browser/build-extension.ts';
import { FAULT_SCRIPT } from './fault-script.ts';

export const TORTURE_PAGE = 'torture.html';

const HTML = `<!doctype html><meta charset="utf-8"><title>torture</title>
<script src="torture-faults.js"></script><script src="torture-page.js"></script>`;

/**
 * A copy of a built extension that faults can be told to, with a page in it that acts as its own pages do. The caller removes
 * the folder.
 */
export async function tortureExtension(built: string): Promise<string> {
	const folder = await copyOfExtension(built);
	const background = join(folder, 'background.js');
	await writeFile(background, FAULT_SCRIPT + (await readFile(background, 'utf8')));
	await writeFile(join(folder, 'torture-faults.js'), FAULT_SCRIPT);
	await writeFile(join(folder, TORTURE_PAGE), HTML);
	await build({
		entryPoints: [fileURLToPath(new URL('page.ts', import.meta.url))],
		outfile: join(folder, 'torture-page.js'),
		bundle: true,
		format: 'iife',
		logLevel: 'error',
	});
	return folder;
}
