import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { BROWSER_KINDS } from '../browser/browser-kind.ts';
import { buildExtension } from '../browser/build-extension.ts';
import { refuseOldNode } from '../browser/refuse-old-node.ts';
import { deflateTightly } from './deflate-tightly.ts';
import { entrySizes, MAX_PACKAGE_BYTES } from './entry-sizes.ts';
import { failInOneLine } from './fail-in-one-line.ts';
import { filesIn } from './files-in.ts';
import { type Deflate, type PackedFile, pack } from './pack.ts';
import { ROOT, repositoryFiles } from './repository-files.ts';

/** Writes the store packages of both browsers and the sources they are built from. */
await failInOneLine(async () => {
	refuseOldNode();
	const { name, version } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8'));
	await mkdir(join(ROOT, 'output'), { recursive: true });
	const write = async (what: string, files: readonly PackedFile[], deflate?: Deflate): Promise<Uint8Array> => {
		const path = join(ROOT, 'output', `${name}-${version}-${what}.zip`);
		const zip = await pack(files, deflate);
		await writeFile(path, zip);
		console.log(`${relative(process.cwd(), path)}  ${zip.length} bytes`);
		return zip;
	};

	const tooBig: string[] = [];
	for (const kind of BROWSER_KINDS) {
		const zip = await write(kind, await filesIn(await buildExtension(kind)), deflateTightly);
		for (const { path, packedBytes, bytes } of entrySizes(zip)) {
			console.log(`${String(packedBytes).padStart(9)} of ${String(bytes).padStart(7)}  ${path}`);
		}
		if (zip.length > MAX_PACKAGE_BYTES)
			tooBig.push(`The package for ${kind} is larger than ${MAX_PACKAGE_BYTES} bytes.`);
	}

	const tracked = repositoryFiles('tracked');
	await write(
		'sources',
		await Promise.all(tracked.map(async (path) => ({ path, bytes: await readFile(join(ROOT, path)) }))),
	);
	const known = new Set(tracked);
	const forgotten = repositoryFiles('all').filter((path) => !known.has(path));
	if (forgotten.length > 0) console.warn(`Not among the sources, for git does not track them: ${forgotten.join(', ')}`);
	if (tooBig.length > 0) throw new Error(tooBig.join('\n'));
});
