import 'fake-indexeddb/auto';
import { strToU8, zipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { planExchange, writeExchange } from '../../entrypoints/library/exchange/bring-in.ts';
import { BrokenFile, openExchangeFile } from '../../entrypoints/library/exchange/open-exchange-file.ts';
import { exportMany } from '../../entrypoints/shared/exporting/export-many.ts';
import { openExchangeStore } from '../../utils/storage/exchange-store.ts';
import { openLibraryStore } from '../../utils/storage/library-store.ts';
import { at, candidate, creation, draft, fingerprintOf, freshFactory, uuid, version } from '../storage/build.ts';
import { dump } from '../storage/native.ts';

const progress = { signal: new AbortController().signal, progress: () => {} };
const ARTICLES = 4;
let annotations: unknown[];
let pages: Uint8Array<ArrayBuffer>;

beforeAll(async () => {
	const factory = freshFactory();
	const store = openLibraryStore({ indexedDB: factory });
	for (let n = 0; n < ARTICLES; n++) {
		const address = `https://www.rfi.fr/cn/${n}`;
		const facts = { title: '同一个标题', dir: 'ltr', url: address, edition: 'cn', lang: 'zh-Hans' } as const;
		const article = candidate({ facts, keys: [`url:${address}`], address });
		const text = `文章 ${n}\n正文`;
		const state = version({ fingerprint: fingerprintOf(n + 1), address, text, html: `<h1>文章 ${n}</h1><p>正文</p>` });
		await store.createAnnotation(
			creation(1, { article, version: state, id: uuid(n + 1), draft: draft({ note: `note ${n}` }), at: at(n) }),
		);
	}
	const surroundings = { exportedAt: '2026-11-22T08:00:00.000Z', timeZone: 'UTC' };
	const { blob, fileName } = await exportMany(
		store,
		'everything',
		{ format: 'html', withArticle: false },
		{ surroundings },
	);
	expect(fileName).toMatch(/\.zip$/);
	pages = new Uint8Array(await blob.arrayBuffer());
	annotations = (await dump(factory)).annotations!.map(what);
});

/** What of an annotation a web page of ours holds. */
function what(row: unknown): unknown {
	const { id, selectors, color, style, note, tags, created, modified } = row as Record<string, unknown>;
	return { id, selectors, color, style, note, tags, created, modified };
}

/** Brings a file into an empty library: its annotations, or why it was refused, and what was not understood. */
async function broughtIn(file: Blob) {
	const factory = freshFactory();
	const store = openExchangeStore({ indexedDB: factory });
	try {
		const opened = await openExchangeFile(file, at(50), progress.signal);
		if (typeof opened === 'string') return { refused: opened };
		const { notUnderstood } = await planExchange(store, opened, at(50), progress);
		await writeExchange(store, opened, at(50), progress);
		return { annotations: (await dump(factory)).annotations!.map(what), notUnderstood };
	} catch (error) {
		if (!(error instanceof BrokenFile)) throw error;
		expect((await dump(factory)).annotations ?? []).toEqual([]);
		return { refused: error.why };
	} finally {
		store.close();
	}
}

const zipped = (files: Record<string, string>, options = {}): Blob =>
	new Blob([
		zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])), options) as never,
	]);

describe('many web pages in one zip file', () => {
	test('come back as they were exported, all at once', async () => {
		expect(await broughtIn(new Blob([pages]))).toEqual({ annotations, notUnderstood: [] });
	});

	test('of which one bit is another are refused, or nothing that is brought in is another', async () => {
		const step = Math.ceil(pages.length / 200);
		for (let byte = pages.length - 1; byte > 0; byte -= byte > pages.length - 300 ? 1 : step) {
			const flipped = pages.slice();
			flipped[byte]! ^= 1 << (byte % 8);
			const { refused, annotations: found, notUnderstood } = await broughtIn(new Blob([flipped]));
			if (refused !== undefined) expect(['damaged', 'unknown', 'too-large']).toContain(refused);
			// A name, a time, or how one of them is packed: what cannot be read is told.
			else if (notUnderstood.length > 0) expect(annotations).toEqual(expect.arrayContaining(found));
			else expect(found).toEqual(annotations);
		}
	});

	test.each([0.1, 0.5, 0.9, 0.999])('cut off at %f of their length are refused', async (share) => {
		const cut = pages.slice(0, Math.floor(pages.length * share));
		expect(await broughtIn(new Blob([cut]))).toEqual({ refused: 'damaged' });
	});

	test('of which the end of the file owns up to fewer than there are, are refused', async () => {
		const fewer = pages.slice();
		fewer[fewer.length - 12]! -= 1;
		expect(await broughtIn(new Blob([fewer]))).toEqual({ refused: 'damaged' });
	});

	test('packed anew by another program, in folders and with a comment, are read; what else is there is told by its name', async () => {
		const page = JSON.stringify({
			type: 'Annotation',
			target: { source: 'https://www.rfi.fr/cn/a', selector: { type: 'TextQuoteSelector', exact: 'ces mots' } },
		});
		const file = zipped(
			{ 'a/b.jsonld': page, 'a/notes.txt': 'mes notes', 'broken.json': '{' },
			{ comment: 'x'.repeat(99) },
		);
		const { annotations: found, notUnderstood } = await broughtIn(file);
		expect(found).toHaveLength(1);
		expect(notUnderstood).toEqual([
			{ why: 'wrong-form', path: 'a/notes.txt' },
			{ why: 'not-json', line: 1, path: 'broken.json' },
		]);
	});

	test('that are none, or none that can be read, are refused', async () => {
		expect(await broughtIn(zipped({ 'a.txt': 'rien', 'b/c.md': '# rien' }))).toEqual({ refused: 'unknown' });
		expect(await broughtIn(zipped({ 'a.html': 'rien' }, { level: 0 }))).toEqual({ refused: 'unknown' });
		expect(await broughtIn(zipped({}))).toMatchObject({ refused: 'unknown' });
		expect(await broughtIn(new Blob(['PK\x03\x04', 'x'.repeat(100)]))).toEqual({ refused: 'damaged' });
	});

	test('that would fill the memory are refused before they do', async () => {
		expect(await broughtIn(zipped({ 'a.html': ' '.repeat(70_000_000) }))).toEqual({ refused: 'damaged' });
		// What the directory does not own up to is not unpacked either.
		const bomb = new Uint8Array(await zipped({ 'a.html': ' '.repeat(20_000_000) }).arrayBuffer());
		const directory = bomb.length - 22 - 46 - 'a.html'.length;
		new DataView(bomb.buffer).setUint32(directory + 24, 1000, true);
		expect(await broughtIn(new Blob([bomb]))).toEqual({ refused: 'damaged' });
	});
});
