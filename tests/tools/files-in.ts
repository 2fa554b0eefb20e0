import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { PackedFile } from './pack.ts';

/** Every file below a folder, as it goes into a package. */
export async function filesIn(folder: string): Promise<PackedFile[]> {
	const entries = await readdir(folder, { recursive: true, withFileTypes: true });
	return Promise.all(
		entries
			.filter((entry) => entry.isFile())
			.map(async (entry) => {
				const path = join(entry.parentPath, entry.name);
				return { path: relative(folder, path).split(sep).join('/'), bytes: await readFile(path) };
			}),
	);
}
