import { spawn } from 'node:child_process';
import { cp, mkdtemp, realpath, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { thirdParties, thirdPartyNotices } from '../tools/third-party-notices.ts';
import type { BrowserKind } from './browser-kind.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Builds En marge for a browser, Manifest V3 for both. Answers the folder to load; throws what the build said. */
export async function buildExtension(kind: BrowserKind): Promise<string> {
	const wxt = join(ROOT, 'node_modules', 'wxt', 'bin', 'wxt.mjs');
	await new Promise<void>((resolve, reject) => {
		const child = spawn(process.execPath, [wxt, 'build', '-b', kind, '--mv3'], {
			cwd: ROOT,
			// Vitest's `test` would give a build with JSX for debugging, and this machine's paths in it.
			env: { ...process.env, NODE_ENV: 'production', NO_COLOR: '1', FORCE_COLOR: '0' },
		});
		let said = '';
		for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk));
		child.on('error', reject);
		child.on('close', (code) =>
			code === 0 ? resolve() : reject(new Error(`En marge cannot be built for ${kind}:\n${firstLines(said)}`)),
		);
	});
	const folder = join(ROOT, '.output', `${kind}-mv3`);
	await writeFile(join(folder, 'third-party-notices.txt'), thirdPartyNotices(await thirdParties()));
	return folder;
}

const SHOWN_LINES = 25;

function firstLines(text: string): string {
	return text.trim().split('\n').slice(0, SHOWN_LINES).join('\n');
}

/**
 * A copy of a built extension in a temporary folder, which the caller removes: a browser reads its files late, and a
 * build of the next moment must not change them under its feet.
 */
export async function copyOfExtension(folder: string): Promise<string> {
	const copy = await mkdtemp(join(await realpath(tmpdir()), 'en-marge-extension-'));
	await cp(folder, copy, { recursive: true });
	return copy;
}
