import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/**
 * The files of the repository, as paths from its root with `/`, sorted by code unit. From git where there is one;
 * elsewhere (an unpacked sources package) everything that `.gitignore` does not name.
 * @param which `tracked`: only what git has been told of. `all`: also new files that it does not ignore.
 */
export function repositoryFiles(which: 'tracked' | 'all', root: string = ROOT): string[] {
	const files =
		listedByGit(which, root) ?? filesUnder(root, ignoreRules(readFileSync(join(root, '.gitignore'), 'utf8')));
	return files.sort((a, b) => (a < b ? -1 : 1));
}

/** Undefined where git is missing, or knows only a repository around this folder. */
function listedByGit(which: 'tracked' | 'all', root: string): string[] | undefined {
	const git = (...args: string[]) => spawnSync('git', ['-C', root, ...args], { encoding: 'utf8' });
	const top = git('rev-parse', '--show-toplevel');
	if (top.status !== 0 || realpathSync(top.stdout.trim()) !== realpathSync(root)) return undefined;
	const others = which === 'all' ? ['--others', '--exclude-standard'] : [];
	const listed = git('ls-files', '-z', '--cached', ...others);
	const deleted = new Set(git('ls-files', '-z', '--deleted').stdout.split('\0'));
	const names = listed.stdout.split('\0').filter((name) => name !== '' && !deleted.has(name));
	return [...new Set(names)];
}

type IsIgnored = (path: string, isFolder: boolean) => boolean;

/**
 * The rules of a `.gitignore` in the few forms we write: a name, `*` within it, a leading or a trailing slash.
 * Throws on any other, which would be read wrongly.
 */
export function ignoreRules(gitignore: string): IsIgnored {
	const rules = gitignore
		.split(/\r?\n/)
		.filter((line) => line.trim() !== '' && !line.startsWith('#'))
		.map((line) => {
			const [, atRoot, name, folderOnly] = /^(\/?)([\w.*-]+)(\/?)$/.exec(line) ?? [];
			if (name === undefined || name.includes('**'))
				throw new Error(`.gitignore: no way to read "${line}" without git`);
			const escaped = name.replace(/[.]/g, '\\.').replace(/\*/g, '[^/]*');
			return { pattern: new RegExp(`${atRoot ? '^' : '(?:^|/)'}${escaped}$`), folderOnly: folderOnly === '/' };
		});
	return (path, isFolder) => rules.some((rule) => (isFolder || !rule.folderOnly) && rule.pattern.test(path));
}

function filesUnder(root: string, isIgnored: IsIgnored, folder = ''): string[] {
	return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
		const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
		if (entry.name === '.git' || isIgnored(path, entry.isDirectory())) return [];
		if (entry.isDirectory()) return filesUnder(root, isIgnored, path);
		return entry.isFile() ? [path] : [];
	});
}
