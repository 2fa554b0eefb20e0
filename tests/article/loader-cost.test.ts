import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { expect, it } from 'vitest';
import { recognise } from '../../utils/article/recognise.ts';
import { listingPage, listingUrl } from '../fixtures/article/listing-page.ts';
import { shownAsPage, shownAsText } from './as-shown.ts';

/** What runs on every page of RFI and every local file must stay small. */
it('recognition with all it imports weighs at most 3 kB, and no library comes with it', async () => {
	const { outputFiles, metafile } = await build({
		entryPoints: [new URL('../../utils/article/recognise.ts', import.meta.url).pathname],
		bundle: true,
		minify: true,
		charset: 'utf8',
		format: 'esm',
		write: false,
		metafile: true,
	});
	expect(Object.keys(metafile.inputs).filter((path) => path.includes('node_modules'))).toEqual([]);
	expect(gzipSync(outputFiles[0]!.contents, { level: 9 }).length).toBeLessThanOrEqual(3072);
});

it('reads nothing of a page that is no article but its head', () => {
	const { document } = shownAsPage(listingPage('fr', 'home'), listingUrl('fr', 'home'));
	const local = shownAsPage('<title>Notes</title><h1>Notes</h1><p>Text</p>').document;
	const plain = shownAsText('x'.repeat(5_000_000)).document;
	for (const each of [document, local, plain]) {
		for (const parent of each.querySelectorAll('body, body *')) {
			Object.defineProperty(parent, 'textContent', { get: () => expect.unreachable('the text was read') });
			Object.defineProperty(parent, 'innerHTML', { get: () => expect.unreachable('the markup was read') });
		}
	}
	for (const [each, address] of [
		[document, listingUrl('fr', 'home')],
		[local, 'file:///notes.html'],
		[plain, 'file:///notes.txt'],
	] as const) {
		expect(recognise(each, address).kind).toBe('not-article');
	}
});
