import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Real files, copyrighted and therefore not part of the repository; tests over them are left out where they are absent. */
const ROOT = new URL('../../../shared/corpus/', import.meta.url).pathname;

export const hasCorpus = existsSync(ROOT);

export interface CorpusFile {
	readonly name: string;
	readonly path: string;
	readonly text: string;
}

export function corpusFiles(folder: string): CorpusFile[] {
	if (!hasCorpus) return [];
	return readdirSync(join(ROOT, folder))
		.sort()
		.map((name) => {
			const path = join(ROOT, folder, name);
			return { name, path, text: readFileSync(path, 'utf8') };
		});
}

if (!hasCorpus) console.warn('No corpus of real articles beside the repository: tests over it are left out.');
