import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { archiveText, archiveUrl } from '../fixtures/article/archive-file.ts';
import { livePage } from '../fixtures/article/live-page.ts';
import { storyOf } from '../fixtures/article/stories.ts';
import { type Inspection, inspectFile } from '../tools/inspect-file.ts';

const ROOT = new URL('../..', import.meta.url).pathname;
const FIELDS =
	'file kind form reason title url edition lang published captured section byline leadImage description text'.split(
		' ',
	);
let folder: string;

beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'inspect-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function run(files: readonly string[]): { lines: Inspection[]; status: number | null } {
	const { stdout, status } = spawnSync('npx', ['tsx', 'tests/tools/inspect.ts', ...files], {
		cwd: ROOT,
		encoding: 'utf8',
	});
	return {
		lines: stdout
			.trim()
			.split('\n')
			.filter(Boolean)
			.map((line) => JSON.parse(line) as Inspection),
		status,
	};
}

function file(name: string, content: string | Uint8Array): string {
	const path = join(folder, name);
	writeFileSync(path, content);
	return path;
}

it('prints a line of JSON for each file, whatever it is', () => {
	const files = [
		file('copy.txt', archiveText({ edition: 'fa' })),
		file('copy.md', archiveText({ edition: 'km', frontMatter: 'without-url' })),
		file('copy.html', archiveText({ edition: 'cn', frontMatter: 'with-url' })),
		file('page.html', livePage({ edition: 'fr' })),
		file('empty.txt', ''),
		file('picture.png', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1])),
		file('notes.md', '# Notes\n\nNothing of RFI.'),
		join(folder, 'absent.txt'),
		folder,
	];
	const { lines, status } = run(files);
	expect(status).toBe(0);
	expect(lines.map(({ file }) => file)).toEqual(files);
	for (const line of lines) expect(Object.keys(line)).toEqual(FIELDS);
	expect(lines.map(({ kind, form }) => form ?? kind)).toEqual([
		'archive-text',
		'archive-text',
		'archive-html',
		'saved-page',
		...Array(5).fill('not-article'),
	]);
	expect(lines[0]).toMatchObject({
		title: storyOf('fa').title,
		url: archiveUrl('fa'),
		edition: 'fa',
		lang: 'fa',
		byline: null,
	});
	expect(lines.slice(4).map(({ reason }) => reason)).toEqual([
		'the file is empty',
		'the file is not text',
		'no archive header',
		expect.stringContaining('no such file'),
		expect.stringContaining('directory'),
	]);
}, 60_000);

it('fails only where nothing could be read', () => {
	expect(run([join(folder, 'absent.txt')]).status).toBe(1);
	expect(run([]).status).toBe(1);
	expect(
		execFileSync('npm', ['run', '--silent', 'inspect', '--', file('a.txt', 'x')], { cwd: ROOT, encoding: 'utf8' }),
	).toMatch(/^\{.*\}\n$/);
}, 60_000);

it.each([
	[
		'text of one article',
		'a.txt',
		() => archiveText({ body: `<p>${'在户外读书。'.repeat(1_100_000)}</p>` }),
		'article',
	],
	[
		'text of one article, as a page',
		'a.html',
		() => archiveText({ body: `<p>${'在户外读书。'.repeat(1_100_000)}</p>` }),
		'article',
	],
	[
		'a saved page with its pictures inside',
		'a.html',
		() =>
			livePage({
				edition: 'fr',
				body: `<p>Texte</p><p><img src="data:image/png;base64,${'A'.repeat(20_000_000)}"></p>`,
			}),
		'article',
	],
	['nothing but tags', 'a.html', () => archiveText({ body: '<p>x</p>'.repeat(2_500_000) }), 'not-article'],
	['nothing but tags, as text', 'a.txt', () => archiveText({ body: '<p>x</p>'.repeat(2_500_000) }), 'not-article'],
	['tags nested without end', 'a.txt', () => archiveText({ body: '<div>'.repeat(250_000) }), 'not-article'],
	['GBK', 'a.txt', () => new Uint8Array(20e6).map((_, i) => (i % 2 ? 0xd0 : 0xd6)), 'not-article'],
])(
	'20 MB of %s come to an end',
	(_, name, make, kind) => {
		const content = make();
		const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
		expect(inspectFile(name, bytes, `file:///${name}`).kind).toBe(kind);
	},
	60_000,
);
