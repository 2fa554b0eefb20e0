import { BROWSER_KINDS } from '../browser/browser-kind.ts';
import { buildExtension } from '../browser/build-extension.ts';
import { deflateTightly } from '../tools/deflate-tightly.ts';
import { entrySizes, MAX_PACKAGE_BYTES } from '../tools/entry-sizes.ts';
import { filesIn } from '../tools/files-in.ts';
import { pack } from '../tools/pack.ts';
import type { Figure } from './stats.ts';

/** What a reader downloads, for each browser, with its entries. */
export async function packageSizes(): Promise<Figure[]> {
	const figures: Figure[] = [];
	for (const kind of BROWSER_KINDS) {
		const zip = await pack(await filesIn(await buildExtension(kind)), deflateTightly);
		const entries = entrySizes(zip).sort((a, b) => b.packedBytes - a.packedBytes);
		figures.push({
			what: `package for ${kind}`,
			ours: `${zip.length} bytes`,
			beside: entries.map(({ path, packedBytes }) => `\n         ${String(packedBytes).padStart(7)}  ${path}`).join(''),
			wanted: `at most ${MAX_PACKAGE_BYTES} bytes`,
			holds: zip.length <= MAX_PACKAGE_BYTES,
		});
	}
	return figures;
}
