import 'fake-indexeddb/auto';
import { gunzipSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { planExchange, writeExchange } from '../../entrypoints/library/exchange/bring-in.ts';
import { BrokenFile, openExchangeFile } from '../../entrypoints/library/exchange/open-exchange-file.ts';
import type { LibraryPart } from '../../utils/domain/library-part.ts';
import { createSha256 } from '../../utils/domain/sha256.ts';
import { sealOf } from '../../utils/exchange/backup/seal.ts';
import { type ExchangeStore, openExchangeStore } from '../../utils/storage/exchange-store.ts';
import { at, freshFactory, uuid } from '../storage/build.ts';
import { failRequest } from '../storage/fail-request.ts';
import { libraryArbitrary } from '../storage/generated-parts.ts';
import { dump } from '../storage/native.ts';
import { backupOf } from './backup-of.ts';

const LIBRARY = fc
	.sample(libraryArbitrary(3), { seed: 11, numRuns: 50 })
	.find((parts) => parts.length === 3 && parts.every(({ annotations }) => annotations.length > 0))!;
const progress = { signal: new AbortController().signal, progress: () => {} };

/** As somebody packs it who means harm: the seal is right. */
function sealed(text: string | Uint8Array): Blob {
	const packed = gzipSync(text);
	const sha256 = createSha256();
	sha256.update(packed);
	return new Blob([Uint8Array.from(packed), sealOf(sha256.digest())]);
}

const BACKUP = await backupOf({ created: at(0) }, LIBRARY);
const LINES = gunzipSync(BACKUP).toString();
const flipped = BACKUP.slice();
flipped[flipped.length >> 1]! ^= 1;

/** A file of so many bytes of which nothing can be read. */
function huge(size: number): Blob {
	const refuse = () => {
		throw new Error('it is not to be read');
	};
	return { size, slice: refuse, stream: refuse, text: refuse, arrayBuffer: refuse } as unknown as Blob;
}

let factory: IDBFactory;
let store: ExchangeStore;
let before: Awaited<ReturnType<typeof dump>>;
beforeEach(async () => {
	factory = freshFactory();
	store = openExchangeStore({ indexedDB: factory });
	const once = [LIBRARY];
	await store.importParts(() => once.shift(), { at: at(1), isWhole: true });
	before = await dump(factory);
});
afterEach(() => store.close());

/** Why a file is not brought in, whichever step sees it. */
async function refusalOf(file: Blob): Promise<string | undefined> {
	try {
		const opened = await openExchangeFile(file, at(2), progress.signal);
		if (typeof opened === 'string') return opened;
		// Brought in at once, as if there were no preview that stops it.
		await writeExchange(store, opened, at(2), progress);
	} catch (error) {
		if (error instanceof BrokenFile) return error.why;
		throw error;
	}
	return undefined;
}

describe('a file that is no use is refused, and every row of every table is as it was:', () => {
	test.each<[string, string, () => Blob]>([
		['an empty one', 'empty', () => new Blob([])],
		['2 GB', 'too-large', () => huge(2_000_000_001)],
		['2 GB that begin like a text', 'too-large', () => huge(2 ** 31)],
		['a text of more than is parsed in memory', 'too-large', () => ({ ...bytesOf('{'), size: 200_000_001 }) as Blob],
		['a backup cut off amid it', 'damaged', () => new Blob([BACKUP.slice(0, BACKUP.length >> 1)])],
		['a backup without its last byte', 'damaged', () => new Blob([BACKUP.slice(0, -1)])],
		['a backup of which one bit is another', 'damaged', () => new Blob([flipped])],
		['a backup of a version to come', 'newer', () => sealed(LINES.replace('"version":1', '"version":2'))],
		['a backup without its last article', 'damaged', () => sealed(LINES.split('\n').toSpliced(-3, 1).join('\n'))],
		['a backup without its end', 'damaged', () => sealed(LINES.split('\n').slice(0, -2).join('\n'))],
		['a zip bomb', 'damaged', () => sealed(Buffer.alloc(100_000_000, ' '))],
		['a bomb behind a good head', 'damaged', () => sealed(`${LINES.split('\n')[0]}\n${' '.repeat(100_000_000)}`)],
		['another format, packed', 'unknown', () => sealed('{"format":"other"}\n')],
		['another format', 'unknown', () => new Blob(['%PDF-1.7\n…'])],
		['a picture', 'unknown', () => new Blob([Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0xff])])],
	])('%s', async (_, why, file) => {
		expect(await refusalOf(file())).toBe(why);
		expect(await dump(factory)).toEqual(before);
	});
});

/** What is read of a file, its size aside. */
function bytesOf(text: string): Pick<Blob, 'slice' | 'stream' | 'text'> {
	const blob = new Blob([text]);
	return { slice: (...of) => blob.slice(...of), stream: () => blob.stream(), text: () => blob.text() };
}

const [OWN] = LIBRARY[0]!.annotations;
const target = (exact: string, more: object = {}) => ({
	source: 'https://www.rfi.fr/cn/a',
	selector: [
		{ type: 'TextQuoteSelector', exact, prefix: '', suffix: '' },
		{ type: 'TextPositionSelector', ...more },
	],
});
const webAnnotation = (changes: object) =>
	JSON.stringify({ '@context': 'http://www.w3.org/ns/anno.jsonld', type: 'Annotation', ...changes });
const HARM = `<img src=x onerror="alert(1)"><script>alert(1)</script>`;
const ODD: Readonly<Record<string, string>> = {
	'JSON of a depth of 100,000': `[\n${'['.repeat(100_000)}${']'.repeat(100_000)}]`,
	'objects of a depth of 100,000 that never end': '{"a":'.repeat(100_000),
	'members named __proto__': `{"type":"Annotation","__proto__":{"polluted":1},"target":${JSON.stringify(target('x'))}}`,
	'an id that another article’s annotation has': webAnnotation({
		id: `urn:uuid:${OWN!.id}`,
		motivation: 'commenting',
		body: [{ type: 'TextualBody', value: 'stranger', purpose: 'commenting' }],
		target: target('stranger'),
	}),
	'positions out of range': JSON.stringify(
		[-1, 1e300, 2 ** 53, 0.5].map((start) => ({
			type: 'Annotation',
			target: target(`x${start}`, { start, end: start }),
		})),
	),
	'HTML and scripts in every field': webAnnotation({
		id: HARM,
		created: HARM,
		motivation: HARM,
		body: [
			{ type: 'TextualBody', value: HARM, purpose: 'commenting' },
			{ type: 'TextualBody', value: HARM, purpose: 'tagging' },
		],
		target: { source: `javascript:${HARM}`, styleClass: HARM, selector: [{ type: 'TextQuoteSelector', exact: HARM }] },
		'schema:about': { 'schema:headline': HARM, 'schema:author': HARM },
	}),
	'CSV with a byte order mark, mixed line ends and semicolons':
		'\ufeffHighlight;Title;URL\r\none;T;https://a.b/1\n"two\r\nlines";T;https://a.b/1\rthree;T;;\r\n',
	'CSV of which a row never ends': 'Highlight,Title,URL\none,T,https://a.b/1\n"open,',
};

describe('an odd file', () => {
	test.each(Object.entries(ODD))(
		'%s: looking at it writes nothing, nor does bringing it in that is broken off; brought in, nothing there is touched',
		async (_, text) => {
			const opened = await openExchangeFile(new Blob([text]), at(2), progress.signal);
			expect(({} as { polluted?: number }).polluted).toBeUndefined();
			if (typeof opened === 'string') {
				expect(opened).toBe('unknown');
				return;
			}
			const { outcomes } = await planExchange(store, opened, at(2), progress);
			expect(await dump(factory)).toEqual(before);
			const bringIn = () => writeExchange(store, opened, at(2), progress);
			if (outcomes.length > 0) {
				await expect(failRequest(2, 'aborted after', bringIn)).rejects.toThrow();
				expect(await dump(factory)).toEqual(before);
			}
			await bringIn();
			const after = await dump(factory);
			if (outcomes.length === 0) expect(after).toEqual(before);
			for (const table of ['articles', 'versions', 'annotations', 'acts'])
				expect(after[table]).toEqual(expect.arrayContaining(before[table]!));
		},
	);
});

describe('a table as a spreadsheet saves it has the words it had:', () => {
	const table = (words: string) => `Highlight,Title,URL\r\n${words},T,https://a.b/1\r\n`;
	const gbk = (words: string) => Buffer.from(words.replace('中国', '\xd6\xd0\xb9\xfa'), 'latin1');
	test.each<[string, string, (text: string) => Uint8Array]>([
		['UTF-8', 'L’été 中国', (text) => Buffer.from(text)],
		['UTF-16, marked', 'L’été 中国', (text) => Buffer.from(`\ufeff${text}`, 'utf16le')],
		['Windows-1252', 'en été déjà', (text) => Buffer.from(text, 'latin1')],
		['GB18030', '中国 2020', gbk],
	])('%s', async (_, words, encode) => {
		const file = new Blob([Uint8Array.from(encode(table(words)))]);
		const opened = await openExchangeFile(file, at(2), progress.signal);
		if (typeof opened === 'string') throw new Error(opened);
		const quotes: string[] = [];
		for await (const pieces of opened.read())
			for (const piece of pieces)
				if (piece.kind === 'part') quotes.push(...piece.part.annotations.map(({ selectors }) => selectors.quote.exact));
		expect(quotes).toEqual([words]);
	});
});

describe('bringing a file in that is broken off', () => {
	const others = LIBRARY.map(
		({ article, annotations, versions }, n): LibraryPart => ({
			article: { ...article, id: uuid(0x9000 + n), keys: [`url:other-${n}`] },
			versions: versions.map((one) => ({ ...one, articleId: uuid(0x9000 + n) })),
			annotations: annotations.map((one, m) => ({
				...one,
				id: uuid(0x9100 + 10 * n + m),
				articleId: uuid(0x9000 + n),
			})),
		}),
	);

	test('by its reader after any article leaves every row as it was', async () => {
		const file = new Blob([await backupOf({ created: at(0) }, others)]);
		for (let articles = 1; articles <= others.length; articles++) {
			const ending = new AbortController();
			const opened = await openExchangeFile(file, at(2), ending.signal);
			if (typeof opened === 'string') throw new Error(opened);
			// The file, too, is read no further.
			const slowly = {
				isWhole: false,
				async *read() {
					let read = 0;
					for await (const pieces of opened.read())
						for (const piece of pieces) {
							yield [piece];
							if (piece.kind === 'part' && ++read === articles) ending.abort();
						}
				},
			};
			const work = writeExchange(store, slowly, at(2), { ...progress, signal: ending.signal });
			await expect(work).rejects.toThrow();
			expect(await dump(factory), `after ${articles}`).toEqual(before);
		}
	});

	test('by the end of its page at any request leaves every row as it was', async () => {
		const opened = await openExchangeFile(
			new Blob([await backupOf({ created: at(0) }, others)]),
			at(2),
			progress.signal,
		);
		if (typeof opened === 'string') throw new Error(opened);
		let ended = 0;
		for (let n = 1; ended < n; n++) {
			// What the browser does with the transactions of a page that is gone.
			const work = failRequest(n, 'aborted before', () => writeExchange(store, opened, at(2), progress), 'AbortError');
			const isOver = await work.then(
				() => true,
				() => false,
			);
			if (isOver) break;
			ended = n;
			expect(await dump(factory), `at request ${n}`).toEqual(before);
		}
		expect(ended).toBeGreaterThan(5);
		expect(await dump(factory)).not.toEqual(before);
	});
});
