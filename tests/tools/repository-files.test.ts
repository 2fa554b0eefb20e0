import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ignoreRules, repositoryFiles } from './repository-files.ts';

let root = '';
beforeEach(() => {
	root = mkdtempSync(join(tmpdir(), 'en-marge-files-'));
	const paths = [
		'a.ts',
		'utils/b.ts',
		'utils/c.log',
		'node_modules/d/index.js',
		'utils/output/e.ts',
		'.ci/run',
		'output2',
	];
	for (const path of paths) write(path, '');
	write('.gitignore', '# built\nnode_modules/\noutput/\n*.log\n');
});
afterEach(() => rmSync(root, { recursive: true }));

function write(path: string, text: string): void {
	mkdirSync(dirname(join(root, path)), { recursive: true });
	writeFileSync(join(root, path), text);
}

const LISTED = ['.ci/run', '.gitignore', 'a.ts', 'output2', 'utils/b.ts'];
const hasGit = spawnSync('git', ['--version']).status === 0;

test('without git every file counts that .gitignore does not name', () => {
	symlinkSync(root, join(root, 'link'), 'junction');
	expect(repositoryFiles('tracked', root)).toEqual(LISTED);
});

test.runIf(hasGit)('with git, the same; but only what it tracks and what still is there, where that is asked', () => {
	const git = (...args: string[]) => expect(spawnSync('git', ['-C', root, ...args]).status).toBe(0);
	git('init', '--quiet');
	expect(repositoryFiles('all', root)).toEqual(LISTED);
	expect(repositoryFiles('tracked', root)).toEqual([]);
	git('add', '.');
	write('new.ts', '');
	rmSync(join(root, 'a.ts'));
	expect(repositoryFiles('tracked', root)).toEqual(LISTED.filter((path) => path !== 'a.ts'));
	expect(repositoryFiles('all', root)).toContain('new.ts');
});

test.runIf(hasGit)('a repository around the folder is not taken for its own', () => {
	spawnSync('git', ['-C', root, 'init', '--quiet']);
	write('inner/.gitignore', 'b\n');
	write('inner/a', '');
	write('inner/b', '');
	expect(repositoryFiles('tracked', join(root, 'inner'))).toEqual(['.gitignore', 'a']);
});

test('rules of a form that is not understood are refused, not guessed', () => {
	expect(() => ignoreRules('!kept.log')).toThrow('no way to read "!kept.log"');
	expect(() => ignoreRules('a/**/b')).toThrow('a/**/b');
	expect(ignoreRules('/a')('b/a', false)).toBe(false);
	expect(ignoreRules('/a')('a', false)).toBe(true);
	expect(ignoreRules('a.b')('axb', false)).toBe(false);
});
