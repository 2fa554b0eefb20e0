import type { Page } from 'puppeteer-core';
import { openSession } from '../browser/open-session.ts';
import { waitUntil } from '../browser/wait-until.ts';
import { generateLibrary, type LibrarySize } from './library/generate.ts';
import { type Figure, ms, quantile } from './stats.ts';

/** Articles; ten annotations each. The numbers that must hold are those of the middle one. */
const SIZES = [1_000, 10_000, 30_000];
const MAIN_SIZE = 10_000;
const QUERIES = 120;
/** Each reads the whole library. */
const NAIVE_QUERIES = 8;
const LEAST_TIMES = 20;
const MOST_INDEX = 1.5;
const MOST_MEMORY_MB = 150;
const INDEXED_WITHIN_MS = 600_000;

/** Searches libraries of growing size by the worker, and the middle one by reading everything and filtering, in the same run. */
export async function librarySearch(extensionDir: string, sizes: readonly number[] = SIZES): Promise<Figure[]> {
	const figures: Figure[] = [];
	const growth: string[] = [];
	for (const articles of sizes) {
		const measured = await measure(extensionDir, { articles, annotations: articles * 10 }, articles === MAIN_SIZE);
		const { p95, indexedMs, indexBytes, textBytes, memoryMb, naive } = measured;
		growth.push(`${articles}: ${ms(p95)} (indexed in ${(indexedMs / 1000).toFixed(0)} s, ${memoryMb.toFixed(0)} MB)`);
		if (naive === undefined) continue;
		const times = naive / p95;
		const share = indexBytes / textBytes;
		figures.push(
			{
				what: `search of ${articles} articles and ${articles * 10} annotations, p95 of ${QUERIES}`,
				ours: ms(p95),
				beside: `reading all and filtering ${ms(naive)}, ${times.toFixed(0)} times`,
				wanted: `at least ${LEAST_TIMES} times faster`,
				holds: times >= LEAST_TIMES,
			},
			{
				what: 'index on the disk',
				ours: `${mb(indexBytes)} MB`,
				beside: `${mb(textBytes)} MB of text, ${share.toFixed(2)} times`,
				wanted: `at most ${MOST_INDEX} times`,
				holds: share <= MOST_INDEX,
			},
			{
				what: 'memory of page and worker after these searches',
				ours: `${memoryMb.toFixed(0)} MB`,
				beside: `${mb(textBytes)} MB of text`,
				wanted: `at most ${MOST_MEMORY_MB} MB`,
				holds: memoryMb <= MOST_MEMORY_MB,
			},
		);
	}
	figures.push({
		what: 'search p95 by number of articles',
		ours: growth.join('; '),
		beside: 'the answer grows with the library',
		wanted: 'at most by the size of the answer',
		holds: true,
	});
	return figures;
}

interface Measured {
	readonly p95: number;
	readonly indexedMs: number;
	readonly indexBytes: number;
	readonly textBytes: number;
	readonly memoryMb: number;
	/** p95; absent where it was not measured. */
	readonly naive: number | undefined;
}

async function measure(extensionDir: string, size: LibrarySize, withNaive: boolean): Promise<Measured> {
	const session = await openSession('chrome', { extensionDir });
	try {
		// The extension makes its database; the library is closed while it is filled.
		const library = await session.openExtensionPage('library.html');
		await waitUntil('the database', async () => (await library.evaluate(HAS_DATABASE)) === true);
		const page = await session.openExtensionPage('manifest.json');
		await library.close();
		await generateLibrary(page, size);
		const started = Date.now();
		await page.evaluate(START_WORKER);
		await waitUntil('the index', async () => (await page.evaluate(IS_READY)) === true, INDEXED_WITHIN_MS);
		const indexedMs = Date.now() - started;
		const { textBytes, indexBytes, queries } = (await page.evaluate(`(${LOOK})(${QUERIES})`)) as {
			textBytes: number;
			indexBytes: number;
			queries: string[];
		};
		const times = (await page.evaluate(`(${SEARCH})(${JSON.stringify(queries)})`)) as number[];
		const memoryMb = await memoryOf(page);
		const naive = withNaive
			? ((await page.evaluate(`(${NAIVE})(${JSON.stringify(queries.slice(0, NAIVE_QUERIES))})`)) as number[])
			: undefined;
		return {
			p95: quantile(times, 0.95),
			indexedMs,
			textBytes,
			indexBytes,
			memoryMb,
			naive: naive && quantile(naive, 0.95),
		};
	} finally {
		await session.close();
	}
}

/** Of the page and its worker: objects and what lies in buffers, after what is no longer needed has been let go. */
async function memoryOf(page: Page): Promise<number> {
	let bytes = 0;
	for (const client of [await page.createCDPSession(), ...page.workers().map(({ client }) => client)]) {
		await client.send('HeapProfiler.collectGarbage');
		const usage: Record<string, number> = { ...(await client.send('Runtime.getHeapUsage')) };
		bytes += (usage.usedSize ?? 0) + (usage.embedderHeapUsedSize ?? 0) + (usage.backingStorageSize ?? 0);
	}
	return bytes / 1e6;
}

const mb = (bytes: number) => (bytes / 1e6).toFixed(0);

// What follows runs in a page of the extension, as text: what the loader of this file adds to functions is not there.

const HAS_DATABASE = `(async () =>
	(await indexedDB.databases()).some(({ name, version }) => name === 'en-marge' && version >= 20))()`;

/** Asks the worker as the library's page does. */
const START_WORKER = `
	globalThis.worker = new Worker('/library-index.js');
	globalThis.lastId = 0;
	globalThis.ask = (name, of) => new Promise((resolve, reject) => {
		const id = ++lastId;
		const listen = ({ data }) => {
			if (data.id !== id) return;
			worker.removeEventListener('message', listen);
			if (data.ok) resolve(data.answer); else reject(new Error(name));
		};
		worker.addEventListener('message', listen);
		worker.postMessage({ id, name, of });
	});`;

const IS_READY = `(async () => {
	const { pending, isRebuilding } = await ask('state', {});
	return pending === 0 && !isRebuilding;
})()`;

const DATABASE = `
	const done = (request) => new Promise((resolve, reject) => {
		request.onsuccess = () => resolve(request.result);
		request.onerror = () => reject(request.error);
	});
	const all = async (database, store) => done(database.transaction(store).objectStore(store).getAll());`;

/** Measures the texts and the index, and takes words out of the texts to look for: common and rare ones, pieces of sentences. */
const LOOK = `async function (count) {
	${DATABASE}
	const size = (text) => new TextEncoder().encode(text ?? '').length;
	const database = await done(indexedDB.open('en-marge'));
	let textBytes = 0;
	const texts = [];
	for (const { text } of await all(database, 'versions')) {
		textBytes += size(text);
		if (texts.length < count) texts.push(text);
	}
	for (const { selectors, note, tags } of await all(database, 'annotations'))
		textBytes += size(selectors.quote.exact) + size(note) + size(tags.join(''));
	database.close();
	const index = await done(indexedDB.open('en-marge-index'));
	let indexBytes = 0;
	for (const { bytes } of await all(index, 'blocks')) indexBytes += bytes.length;
	for (const { ids, dates, firstTerms, sums } of await all(index, 'segments'))
		indexBytes += ids.length + sums.byteLength + size(firstTerms.join('')) + dates.reduce((sum, { byteLength }) => sum + byteLength, 0);
	index.close();
	const queries = texts.map((text, number) => {
		const words = text.split(/\\s+/).filter(Boolean);
		const at = (number * 37) % Math.max(1, text.length - 20);
		if (number % 2 === 0) return text.slice(at, at + 1 + (number % 9)).replace(/[\\s，。]/g, '') || '的';
		const first = words[at % words.length];
		if (number % 3 === 0) return first.slice(0, 1 + (number % 4));
		if (number % 5 === 0) return '"' + words.slice(at % words.length, (at % words.length) + 3).join(' ') + '"';
		return number % 7 === 0 ? first + ' color:yellow ' : first;
	});
	return { textBytes, indexBytes, queries };
}`;

const SEARCH = `async function (queries) {
	const times = [];
	for (const [number, query] of queries.entries()) {
		const started = performance.now();
		await ask('search', { query, kind: number % 4 < 2 ? 'article' : 'annotation', order: 'sense' });
		times.push(performance.now() - started);
	}
	return times;
}`;

const NAIVE = `async function (queries) {
	${DATABASE}
	const database = await done(indexedDB.open('en-marge'));
	const times = [];
	for (const [number, query] of queries.entries()) {
		const wanted = query.replaceAll('"', '').replace('color:yellow', '').trim().toLowerCase();
		const has = (text) => text !== undefined && text.toLowerCase().includes(wanted);
		const started = performance.now();
		if (number % 4 < 2) {
			const articles = new Map((await all(database, 'articles')).map((article) => [article.id, article]));
			const hits = (await all(database, 'versions')).filter(({ articleId, text }) => has(articles.get(articleId)?.title) || has(text));
			hits.sort((a, b) => (articles.get(a.articleId).published < articles.get(b.articleId).published ? 1 : -1));
		} else {
			const hits = (await all(database, 'annotations')).filter(({ selectors, note, tags }) => has(selectors.quote.exact) || has(note) || tags.some(has));
			hits.sort((a, b) => (a.created < b.created ? 1 : -1));
		}
		times.push(performance.now() - started);
	}
	database.close();
	return times;
}`;
