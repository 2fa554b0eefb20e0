import { posix } from 'node:path';
import { isNode, nameOf, nodesOf, type SyntaxNode } from './syntax.ts';

/** TypeScript files by their path from the root of the repository. */
export type Sources = ReadonlyMap<string, string>;

export interface Arrow {
	readonly from: string;
	/** A path from the root of the repository, or the name of a package as it is written. */
	readonly to: string;
	readonly isPackage: boolean;
}

/** Every import of every file: of values and of types, re-exports, `import()` and `import('…').Type`. */
export function arrowsOf(sources: Sources): Arrow[] {
	return [...sources].flatMap(([from, source]) =>
		specifiersOf(from, source).map((specifier) => {
			const isPackage = !specifier.startsWith('.');
			const bare = specifier.replace(/\?.*$/, '');
			return { from, to: isPackage ? bare : posix.join(posix.dirname(from), bare), isPackage };
		}),
	);
}

function specifiersOf(path: string, source: string): string[] {
	return nodesOf(path, source).flatMap(({ node }) => nameOf(specifierIn(node)) ?? []);
}

function specifierIn(node: SyntaxNode): unknown {
	switch (node.type) {
		case 'ImportDeclaration':
		case 'ExportNamedDeclaration':
		case 'ExportAllDeclaration':
		case 'ImportExpression':
			return node.source;
		case 'CallExpression': {
			const callee = node.callee as SyntaxNode;
			const isImport = callee.type === 'Import' || nameOf(callee) === 'require';
			return isImport ? (node.arguments as unknown[])[0] : undefined;
		}
		case 'TSImportType':
			return isNode(node.argument) && isNode(node.argument.literal) ? node.argument.literal : node.argument;
		case 'TSExternalModuleReference':
			return node.expression;
		default:
			return undefined;
	}
}

/** Circles of files that import each other, each as the files on it, in order. */
export function importCycles(arrows: readonly Arrow[]): string[][] {
	const imports = new Map<string, string[]>();
	for (const { from, to, isPackage } of arrows) if (!isPackage) imports.set(from, [...(imports.get(from) ?? []), to]);
	const cycles: string[][] = [];
	const done = new Set<string>();
	const path: string[] = [];
	const follow = (file: string): void => {
		const at = path.indexOf(file);
		if (at >= 0) cycles.push(path.slice(at));
		if (at >= 0 || done.has(file)) return;
		path.push(file);
		for (const next of imports.get(file) ?? []) follow(next);
		path.pop();
		done.add(file);
	};
	for (const file of imports.keys()) follow(file);
	return cycles;
}
