import { basename } from 'node:path';
import { lineOf, memberName, nodesOf } from './syntax.ts';

const TOP_LEVEL = new Set([
	'package.json',
	'package-lock.json',
	'tsconfig.json',
	'wxt.config.ts',
	'biome.json',
	'README.md',
	'LICENSE',
	'docs',
	'entrypoints',
	'components',
	'utils',
	'public',
	'tests',
]);

/** Whether a path begins in one of the places the top level holds; dot files and dot folders may always stand there. */
export function standsInPlace(path: string): boolean {
	const [top = ''] = path.split('/');
	return top.startsWith('.') || TOP_LEVEL.has(top);
}

/** Names that say nothing of what a file is: things that do not belong together gather under them. */
const EMPTY_NAME = /^(helpers?|misc|types?|utils?|common|shared|index|lib|functions|constants)\.tsx?$/;

export function hasEmptyName(path: string): boolean {
	return /^(utils|components)\//.test(path) && EMPTY_NAME.test(basename(path));
}

/** Paths that are true on one machine only, and addresses of package registries. */
const OF_ONE_MACHINE = [
	/(?<![\w.:/~-])\/(?:work|root|workspace|mnt|home\/\w+|Users\/\w+)(?:\/[\w./-]*|\b)/,
	/(?<!\w)[A-Za-z]:\\Users\\\w+/,
	/\/\/[\w.-]*(?:registry|artifactory|nexus|verdaccio|jfrog)[\w.:-]*/i,
];

/** The lines of a text that name something of the machine it was written on, as `path:line what`. */
export function machineNamesIn(path: string, text: string): string[] {
	return text.split('\n').flatMap((line, index) => {
		const found = OF_ONE_MACHINE.map((pattern) => pattern.exec(line)?.[0]).find(Boolean);
		return found === undefined ? [] : [`${path}:${index + 1} ${found}`];
	});
}

/** Tests that keep all others from running. */
export function onlyIn(path: string, source: string): string[] {
	return nodesOf(path, source).flatMap(({ node }) => (memberName(node) === 'only' ? [`${path}:${lineOf(node)}`] : []));
}

interface Manifest {
	readonly dependencies?: Readonly<Record<string, string>>;
	readonly devDependencies?: Readonly<Record<string, string>>;
	readonly overrides?: Readonly<Record<string, string>>;
}

/** Packages whose version is not one version. */
export function looseVersionsIn({ dependencies, devDependencies, overrides }: Manifest): string[] {
	const all = Object.entries({ ...dependencies, ...devDependencies, ...overrides });
	return all.filter(([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version)).map((entry) => entry.join('@'));
}

export const MAX_LINES = 250;

export function lineCount(text: string): number {
	return text.replace(/\n$/, '').split('\n').length;
}
