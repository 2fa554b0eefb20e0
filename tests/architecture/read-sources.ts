import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, repositoryFiles } from '../tools/repository-files.ts';
import type { Sources } from './import-graph.ts';

/** The text of every TypeScript file of the repository, new ones included. */
export function readSources(): Sources {
	const paths = repositoryFiles('all').filter((path) => /\.tsx?$/.test(path) && !path.endsWith('.d.ts'));
	return new Map(paths.map((path) => [path, readFileSync(join(ROOT, path), 'utf8')]));
}
