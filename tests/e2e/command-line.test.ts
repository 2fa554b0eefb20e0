import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, realpath, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { archiveText } from '../fixtures/article/archive-file.ts';
import { exportedPassages } from '../tools/exported-passages.ts';
import { ROOT } from '../tools/repository-files.ts';

interface Run {
	readonly code: number | null;
	readonly out: string;
	readonly err: string;
}

/** Runs one of our command-line programs as `npm run` does, typed in a folder. */
function run(program: string, words: readonly string[], folder: string, root = ROOT, env = {}): Promise<Run> {
	const tsx = join(ROOT, 'node_modules', 'tsx', 'dist', 'cli.mjs');
	return new Promise((resolve, reject) => {
		const child = spawn(process.execPath, [tsx, join(root, 'tests', 'tools', program), ...words], {
			cwd: root,
			env: { ...process.env, INIT_CWD: folder, ...env },
		});
		let [out, err] = ['', ''];
		child.stdout.on('data', (chunk) => (out += chunk));
		child.stderr.on('data', (chunk) => (err += chunk));
		child.on('error', reject);
		child.on('close', (code) => resolve({ code, out, err }));
	});
}

let folder = '';
beforeAll(async () => {
	folder = await mkdtemp(join(await realpath(tmpdir()), 'en-marge-command-line-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const lastLine = (text: string): string => text.trimEnd().split('\n').at(-1) ?? '';

test.each([
	['the sample in Chrome', ['--headless'], /^# Dans la marge des livres/m],
	['a text copy in Firefox', ['copy é.txt', '--headless', '--firefox'], /^# /m],
	['a text copy that calls itself Markdown, in Chrome', ['copy.md', '--headless'], /^# /m],
])('start does the main job on %s and prints the export', async (_, words, heading) => {
	for (const name of ['copy é.txt', 'copy.md']) await writeFile(join(folder, name), archiveText());
	// The bare locale of a container.
	const { code, out, err } = await run('start.ts', words, folder, ROOT, { LANG: '', LC_ALL: 'C' });
	expect(err).not.toMatch(/in vain/);
	expect(code).toBe(0);
	expect(out).toMatch(heading);
	const [markdown = '', told = ''] = out.split(/^(?=Markdown: )/m);
	expect(exportedPassages(markdown).map(({ note }) => note !== '')).toEqual([false, true]);
	const [file = '', screenshot = ''] = [...told.matchAll(/: +(.+)$/gm)].map(([, path = '']) => join(ROOT, path));
	expect(`${await readFile(file, 'utf8')}\n`).toBe(markdown);
	expect(basename(file)).toMatch(/^\d{4}-\d\d-\d\d-.+\.md$/);
	expect((await stat(screenshot)).size).toBeGreaterThan(5000);
});

test('start says in one line why it cannot begin', async () => {
	await writeFile(join(folder, 'letter.txt'), 'Dear Ann,\n\nthe swallows are back.\n');
	const missing = await run('start.ts', ['missing.txt', '--headless'], folder);
	expect(missing).toMatchObject({ code: 1, out: '', err: `${join(folder, 'missing.txt')}: no such file.\n` });
	const noBrowser = await run('start.ts', ['--headless'], folder, ROOT, { EN_MARGE_CHROME: join(folder, 'chrome') });
	expect(noBrowser).toMatchObject({ code: 1, out: '' });
	expect(noBrowser.err).toBe(`EN_MARGE_CHROME is set to ${join(folder, 'chrome')}, which is no program.\n`);
	const letter = await run('start.ts', ['letter.txt', '--headless'], folder);
	expect(letter).toMatchObject({ code: 1, out: '' });
	expect(lastLine(letter.err)).toMatch(/^Not an RFI article: .+\.$/);
});

test('packages are the same byte for byte when made again from the sources package alone', async () => {
	const first = await run('zip.ts', [], ROOT);
	const names = [...first.out.matchAll(/^output\/(\S+\.zip) /gm)].map(([, name = '']) => name);
	expect(names.map((name) => name.replace(/^en-marge-[\d.]+-/, ''))).toEqual([
		'chrome.zip',
		'firefox.zip',
		'sources.zip',
	]);
	const packed = new Map(
		await Promise.all(names.map(async (name) => [name, await readFile(join(ROOT, 'output', name))] as const)),
	);

	const elsewhere = await mkdtemp(join(folder, 'sources-'));
	for (const [path, bytes] of Object.entries(unzipSync(packed.get(names[2] ?? '') ?? Buffer.of()))) {
		await mkdir(dirname(join(elsewhere, path)), { recursive: true });
		await writeFile(join(elsewhere, path), bytes);
	}
	await symlink(join(ROOT, 'node_modules'), join(elsewhere, 'node_modules'), 'junction');
	const second = await run('zip.ts', [], elsewhere, elsewhere);
	expect(second.code, second.err).toBe(first.code);
	expect(second.out).toBe(first.out);
	for (const [name, bytes] of packed) {
		expect((await readFile(join(elsewhere, 'output', name))).equals(bytes), `${name} twice the same`).toBe(true);
	}
});
