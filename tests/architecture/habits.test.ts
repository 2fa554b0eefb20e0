import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ROOT, repositoryFiles } from '../tools/repository-files.ts';
import {
	hasEmptyName,
	lineCount,
	looseVersionsIn,
	MAX_LINES,
	machineNamesIn,
	onlyIn,
	standsInPlace,
} from './habits.ts';
import { htmlWritesIn } from './html-writes.ts';
import { readSources } from './read-sources.ts';

const files = repositoryFiles('all');
const sources = [...readSources()];
const textOf = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

test('the top level holds only what it may', () => {
	const elsewhere = files.filter((path) => !standsInPlace(path));
	expect(elsewhere, 'move these into a room, into tests/tools or into docs').toEqual([]);
});

test('no file has a name that says nothing', () => {
	const empty = files.filter(hasEmptyName);
	expect(empty, 'name each after its one main export, in kebab-case; split it where there are two').toEqual([]);
});

test('files of utils and components are named in kebab-case', () => {
	const others = sources.map(([path]) => path).filter((path) => /^(utils|components)\//.test(path));
	expect(others.filter((path) => !/\/[a-z0-9]+(-[a-z0-9]+)*\.tsx?$/.test(path))).toEqual([]);
});

test(`no file of utils is longer than ${MAX_LINES} lines`, () => {
	const long = sources
		.filter(([path, source]) => path.startsWith('utils/') && lineCount(source) > MAX_LINES)
		.map(([path, source]) => `${path} (${lineCount(source)})`);
	expect(long, 'take an idea of its own out into a file of its own').toEqual([]);
});

test('no test keeps the others from running', () => {
	const only = sources.filter(([path]) => path.startsWith('tests/')).flatMap(([path, source]) => onlyIn(path, source));
	expect(only, 'take the .only away').toEqual([]);
});

test('no string becomes HTML of a live document outside utils/article/sanitise*.ts', () => {
	const product = sources.filter(([path]) => /^(entrypoints|components|utils)\//.test(path));
	const writes = product
		.filter(([path]) => !/^utils\/article\/sanitise[\w-]*\.ts$/.test(path))
		.flatMap(([path, source]) => htmlWritesIn(path, source));
	expect(writes, 'build elements, or go through utils/article/sanitise.ts').toEqual([]);
});

test('a worker is started by a name that `ownScript` vouches for', () => {
	const product = sources.filter(([path]) => /^(entrypoints|components|utils)\//.test(path));
	const others = product
		.filter(([, source]) => /new (?:Shared)?Worker\((?!ownScript\()/.test(source))
		.map(([path]) => path);
	expect(others, 'pages of ours take no other: new Worker(ownScript(…)), see entrypoints/shared/own-script.ts').toEqual(
		[],
	);
});

test('no file names the machine it was written on', () => {
	const texts = files.map((path) => [path, textOf(path)] as const).filter(([, text]) => !text.includes('\0'));
	const named = texts.flatMap(([path, text]) => machineNamesIn(path, text));
	expect(named, 'use a path relative to the repository, or a name made up for the example').toEqual([]);
});

test('every version in package.json is exact', () => {
	const loose = looseVersionsIn(JSON.parse(textOf('package.json')));
	expect(loose, 'install with npm install --save-exact').toEqual([]);
});

test('package-lock.json does not say where packages were fetched from', () => {
	const lines = textOf('package-lock.json').split('\n');
	const resolved = lines.filter((line) => line.includes('"resolved"')).slice(0, 5);
	expect(resolved, 'npm install in the folder of .npmrc (omit-lockfile-registry-resolved) leaves them out').toEqual([]);
});

describe('seen red', () => {
	test.each(['helpers.ts', 'src/a.ts', 'config/a.json', 'TODO.md'])('at the top level: %s', (path) => {
		expect(standsInPlace(path)).toBe(false);
	});

	test.each(['utils/domain/helpers.ts', 'utils/storage/index.ts', 'components/panel/types.ts', 'utils/misc.tsx'])(
		'a name that says nothing: %s',
		(path) => expect(hasEmptyName(path)).toBe(true),
	);

	test.each(['entrypoints/popup/index.ts', 'utils/storage/rows.ts', 'components/panel/panel.tsx'])(
		'but not: %s',
		(path) => expect(hasEmptyName(path)).toBe(false),
	);

	const slash = '/';
	test.each([
		`cd ${slash}work/main`,
		`"${slash}home/ann/en-marge"`,
		`see ${slash}Users/ann/en-marge`,
		`(${slash}root/.cache)`,
		`C:${'\\'}Users${'\\'}ann`,
		`https:${slash}/registry.npmjs.org/dexie`,
		`http:${slash}/npm-registry.example.com:4873/`,
		`https:${slash}/artifactory.example.com/api/npm`,
	])('a name of the machine: %s', (text) => {
		expect(machineNamesIn('a.md', `one\n${text}\n`)).toHaveLength(1);
		expect(machineNamesIn('a.md', `one\n${text}\n`)[0]).toMatch(/^a\.md:2 /);
	});

	test.each([
		'https://www.rfi.fr/work/root/home/a',
		'../work/main',
		'file:///home',
		'the registry of highlights',
		'~/work',
	])('but not: %s', (text) => expect(machineNamesIn('a.md', text)).toEqual([]));

	test.each(["test.only('a', () => {})", "describe.only('a', () => {})", "test.concurrent.only('a', () => {})"])(
		'a test that runs alone: %s',
		(source) => expect(onlyIn('tests/a.test.ts', source)).toHaveLength(1),
	);

	test.each([
		'root.innerHTML = note;',
		'root["innerHTML"] = note;',
		'root.innerHTML += note;',
		'root.outerHTML = note;',
		'root?.insertAdjacentHTML("beforeend", note);',
		'frame.srcdoc = note;',
		'document.write(note);',
		'range.createContextualFragment(note);',
		'root.setHTMLUnsafe(note);',
		'Object.assign(root, { innerHTML: note });',
	])('a string that becomes HTML: %s', (source) => {
		expect(htmlWritesIn('components/a.ts', source)).toHaveLength(1);
	});

	test('a string that becomes HTML in a view', () => {
		const view = 'const A = () => <p dangerouslySetInnerHTML={{ __html: note }} />;';
		expect(htmlWritesIn('components/a.tsx', view)).toHaveLength(1);
	});

	test.each(['const html = root.innerHTML;', 'stream.write(note);', 'const { innerHTML } = root;'])(
		'but not: %s',
		(source) => expect(htmlWritesIn('components/a.ts', source)).toEqual([]),
	);

	test('versions that leave room', () => {
		const dependencies = { a: '^1.0.0', b: '1.0.0', c: 'latest', d: '1.0.0-rc.1', e: '~1.0.0', f: 'git+ssh://x' };
		expect(looseVersionsIn({ dependencies, overrides: { g: '1.x' } })).toEqual([
			'a@^1.0.0',
			'c@latest',
			'e@~1.0.0',
			'f@git+ssh://x',
			'g@1.x',
		]);
	});

	test('a file of a line too many', () => {
		expect(lineCount('a\n'.repeat(MAX_LINES))).toBe(MAX_LINES);
		expect(lineCount('a\n'.repeat(MAX_LINES + 1))).toBeGreaterThan(MAX_LINES);
	});
});
