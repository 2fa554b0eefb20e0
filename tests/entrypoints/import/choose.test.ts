import { describe, expect, test } from 'vitest';
import { chooseDropped } from '../../../entrypoints/library/import/choose-dropped.ts';
import { choosePicked } from '../../../entrypoints/library/import/choose-picked.ts';
import type { Chosen } from '../../../entrypoints/library/import/found-file.ts';
import { Broken, droppedOf, pickedFile, type Tree } from './fake-entries.ts';

/** What a walk comes upon, a line each. */
async function walked(chosen: Chosen | undefined): Promise<string[]> {
	const lines: string[] = [];
	if (chosen === undefined) return lines;
	for await (const found of chosen.walk()) {
		if (found.kind === 'file') lines.push(found.file.path);
		else lines.push(found.kind === 'passed-over' ? '(passed over)' : `${found.path}: ${found.reason}`);
	}
	return lines;
}

describe('what is dropped', () => {
	test('is walked through all its folders, a hundred entries at a time, and no file is opened by that', async () => {
		const many: Tree = Object.fromEntries(Array.from({ length: 250 }, (_, n) => [`${n}.md`, 'x']));
		const asked = { files: 0, folders: 0 };
		const lines = await walked(chooseDropped(droppedOf({ 档案: { deep: { deeper: many }, 'a.txt': 'x' } }, asked)));
		expect(lines).toHaveLength(251);
		expect(lines[0]).toBe('档案/a.txt');
		expect(lines).toContain('档案/deep/deeper/249.md');
		expect(asked).toEqual({ files: 0, folders: 3 });
	});

	test('is not walked further than it is asked for', async () => {
		const asked = { files: 0, folders: 0 };
		const walk = chooseDropped(droppedOf({ a: { '1.md': 'x', b: { '2.md': 'x' } } }, asked))!.walk();
		const iterator = walk[Symbol.asyncIterator]();
		expect(asked.folders).toBe(0);
		await iterator.next();
		expect(asked.folders).toBe(1);
	});

	test('tells folders that cannot be read, and goes on', async () => {
		const tree = { a: { no: new Broken(true), 'b.md': 'x', z: { 'c.md': 'x' } } };
		expect(await walked(chooseDropped(droppedOf(tree)))).toEqual(['a/b.md', 'a/no: refused', 'a/z/c.md']);
	});

	test('ends in a folder that is linked into itself', async () => {
		// As the browser shows a symbolic link to the folder it lies in.
		const endless: Tree = new Proxy({} as Tree, {
			ownKeys: () => ['a.md', 'self'],
			getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }),
			get: (_, name) => (name === 'a.md' ? 'x' : endless),
		});
		const lines = await walked(chooseDropped(droppedOf({ root: endless })));
		expect(lines.length).toBeLessThan(60);
		expect(lines.at(-1)).toMatch(/self: too-deep$/);
	});

	test('is a single file, or none', () => {
		expect(chooseDropped(droppedOf({ 'a.md': 'x' }))?.single?.path).toBe('a.md');
		expect(chooseDropped(droppedOf({ a: { 'a.md': 'x' } }))?.single).toBeUndefined();
		expect(chooseDropped(droppedOf({}))).toBeUndefined();
	});

	test('several are called by the first of them, and how many more there are', () => {
		expect(chooseDropped(droppedOf({ 'a.md': 'x' }))?.name).toBe('a.md');
		expect(chooseDropped(droppedOf({ 'a.md': 'x', b: {}, 'c.md': 'x' }))?.name).toBe('a.md +2');
		const [one, other] = [pickedFile('a.md', 'x'), pickedFile('b.md', 'x')];
		expect(choosePicked([one, other])?.name).toBe('a.md +1');
		const within = ['folder/a.md', 'folder/b.md'].map((path) => pickedFile(path, 'x'));
		expect(choosePicked(within)?.name).toBe('folder');
	});
});

describe('what is chosen in a dialog', () => {
	test('is named by its folder, and a single file is told', () => {
		const folder = choosePicked([pickedFile('coupures/a.md', 'x')]);
		expect([folder?.name, folder?.single]).toEqual(['coupures', undefined]);
		const file = choosePicked([pickedFile('a.md', 'x')]);
		expect([file?.name, file?.single?.path]).toEqual(['a.md', 'a.md']);
		expect(choosePicked([])).toBeUndefined();
	});
});

describe('by their names are passed over, and counted', () => {
	const paths = [
		'a/Une page.html',
		'a/Une page_files/logo.html',
		'a/Une page_files/deep/frame.html',
		'a/autre_fichiers/page.html',
		'a/notes_files/kept.md',
		'a/photo.JPG',
		'a/.DS_Store',
		'a/.git/HEAD',
		'a/18.09.2023',
		'a/نشانی.md',
	];
	const kept = ['a/18.09.2023', 'a/Une page.html', 'a/autre_fichiers/page.html', 'a/notes_files/kept.md', 'a/نشانی.md'];

	test('the parts beside a saved page, pictures and hidden files, where a folder was picked', async () => {
		const lines = await walked(choosePicked(paths.map((path) => pickedFile(path, 'x'))));
		expect(lines.filter((line) => !line.startsWith('(')).sort()).toEqual(kept);
		expect(lines).toHaveLength(paths.length);
	});

	test('the same where it was dropped', async () => {
		const tree: Record<string, unknown> = {};
		for (const path of paths) {
			const parts = path.split('/');
			const name = parts.pop()!;
			let at = tree;
			for (const part of parts) {
				at[part] ??= {};
				at = at[part] as Record<string, unknown>;
			}
			at[name] = 'x';
		}
		const lines = await walked(chooseDropped(droppedOf(tree as Tree)));
		expect(lines.filter((line) => !line.startsWith('(')).sort()).toEqual(kept);
		expect(lines).toHaveLength(paths.length);
	});
});
