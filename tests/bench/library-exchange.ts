import type { ElementHandle, Page, WebWorker } from 'puppeteer-core';
import { downloadedFile } from '../browser/downloaded-file.ts';
import { openSession, type Session } from '../browser/open-session.ts';
import { waitUntil } from '../browser/wait-until.ts';
import { clickControl, pageControl } from '../e2e/page-control.ts';
import { atRest } from './at-rest.ts';
import { generateLibrary } from './library/generate.ts';
import { INDEXED_MS, isIndexed } from './library-open.ts';
import { type Figure, ms } from './stats.ts';

const SIZE = { articles: 10_000, annotations: 100_000 };
const MOST_TIMES = 2;
const MOST_MEGABYTES = 200;
/** Milliseconds. */
const LONGEST = 600_000;

/** No task of the page is to take longer, in milliseconds. */
const LONGEST_TASK = 100;
/** Between two looks at the memory, in milliseconds. */
const LOOK_MS = 100;

/** What some work in a page took: milliseconds, megabytes more than before at most, its longest task in milliseconds. */
interface Took {
	readonly took: number;
	readonly megabytes: number;
	readonly task: number;
}

/**
 * Everything exported and saved as a backup, and that brought in again, each beside reading, writing and serialising the same rows.
 * What holds is judged by a reading that keeps to as little memory as an export has to; that of whole tables at once is told too.
 */
export async function libraryExchange(extensionDir: string, size = SIZE): Promise<Figure[]> {
	const [from, into] = await Promise.all([1, 2].map(() => openSession('chrome', { extensionDir })));
	try {
		return await timeExchange(from!, into!, `${size.articles} articles and ${size.annotations} annotations`, size);
	} finally {
		for (const session of [from!, into!]) await session.close();
	}
}

async function timeExchange(from: Session, into: Session, what: string, size: typeof SIZE): Promise<Figure[]> {
	const figure = (name: string, { took, megabytes, task }: Took, beside: string, base: number): Figure => ({
		what: `${name}, ${what}`,
		ours: `${ms(took)}, ${megabytes.toFixed(0)} MB of memory more at most, longest task ${ms(task)}`,
		beside: `${beside} ${ms(base)}, ${(took / base).toFixed(2)} times`,
		wanted: `at most ${MOST_TIMES} times, ${MOST_MEGABYTES} MB, tasks of ${LONGEST_TASK} ms`,
		holds: took <= MOST_TIMES * base && megabytes <= MOST_MEGABYTES && task <= LONGEST_TASK,
	});
	const page = await openBackups(from);
	await generateLibrary(page, size);
	await page.reload();
	// The backup of the day is made by itself.
	await waitUntil('the backup of today', () => page.$$eval('.exchange-kept li', ({ length }) => length > 0), LONGEST);
	// Reading everything into the index takes a processor of its own, once.
	const list = await from.openExtensionPage('library.html');
	await waitUntil('the index', () => isIndexed(list), INDEXED_MS);
	await page.bringToFront();
	await atRest(from);
	/** The mean of one before and one after: the machine may have other work. */
	async function besideReading(name: string, work: () => Promise<Took>): Promise<Figure> {
		const before = (await page.evaluate(READ)) as number;
		const took = await work();
		const base = (before + ((await page.evaluate(READ)) as number)) / 2;
		const inParts = (await page.evaluate(READ_IN_PARTS)) as number;
		const wholeTables = `of whole tables, all in memory, ${ms(base)}, ${(took.took / base).toFixed(2)} times`;
		return figure(name, took, `read and JSON.stringify: ${wholeTables}; a hundred articles at a time`, inParts);
	}
	let path = '';
	const saved = await besideReading('backup saved', async () => {
		let took: Took | undefined;
		({ path } = await downloadedFile(from, async () => {
			await pageControl(page, 'button', 'Save a backup');
			took = await time(page, `'.exchange button.primary', savesFile()`);
		}));
		return took!;
	});
	const bare = (await page.evaluate(WRITE)) as number;

	await list.bringToFront();
	await list.focus('[data-row]');
	await list.keyboard.down('Control');
	await list.keyboard.press('a');
	await list.keyboard.up('Control');
	await clickControl(list, 'button', 'Export');
	const exported: Figure[] = [];
	for (const format of ['Plain Markdown', 'Markdown', 'Web annotations (JSON-LD)']) {
		await clickControl(list, 'menuitemradio', format);
		exported.push(
			await besideReading(format, async () => {
				let took: Took | undefined;
				await downloadedFile(from, async () => {
					took = await time(list, `'.export button.primary', savesFile()`);
				});
				return took!;
			}),
		);
	}
	await list.close();

	const empty = await openBackups(into);
	const input = await empty.$('.exchange input[type=file]');
	await (input as ElementHandle<HTMLInputElement>).uploadFile(path);
	await waitUntil('what would change', async () => (await empty.$('.exchange-plan')) ?? undefined, LONGEST);
	const brought = await time(empty, `'.exchange-plan .primary', () => says('.exchange-outcome', 'Brought in')`);
	return [saved, ...exported, figure('backup brought in', brought, 'the same rows put bare', bare)];
}

/** Clicks a button, and waits until what is asked for is so, which is told in the terms of `TIME`. */
async function time(page: Page, of: string): Promise<Took> {
	const clients = [await page.createCDPSession(), ...page.workers().map(({ client }) => client)];
	const started = ({ client }: WebWorker): void => void clients.push(client);
	page.on('workercreated', started);
	const used = async (): Promise<number> => {
		let bytes = 0;
		for (const client of clients) {
			// One that has ended uses none.
			const usage: Record<string, number> = { ...(await client.send('Runtime.getHeapUsage').catch(() => ({}))) };
			bytes += (usage.usedSize ?? 0) + (usage.embedderHeapUsedSize ?? 0) + (usage.backingStorageSize ?? 0);
		}
		return bytes / 1e6;
	};
	for (const client of clients) await client.send('HeapProfiler.collectGarbage');
	const before = await used();
	let most = before;
	let isOver = false;
	const looking = (async () => {
		for (; !isOver; await new Promise((resolve) => setTimeout(resolve, LOOK_MS))) most = Math.max(most, await used());
	})();
	try {
		const times = (await page.evaluate(TIME.replace('OF', () => of))) as Omit<Took, 'megabytes'>;
		return { ...times, megabytes: most - before };
	} finally {
		isOver = true;
		await looking;
		page.off('workercreated', started);
	}
}

async function openBackups(session: Session): Promise<Page> {
	const page = await session.openExtensionPage('library.html?view=backup');
	await pageControl(page, 'button', 'Save a backup');
	return page;
}

/** Clicks, and waits until something is so; with the longest task meanwhile. Runs in the page, as text. */
const TIME = `(async () => {
	const [button, isSo] = [OF];
	const tasks = [0];
	const observer = new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration)));
	observer.observe({ type: 'longtask' });
	const start = performance.now();
	document.querySelector(button).click();
	while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 10));
	const took = performance.now() - start;
	await new Promise((resolve) => setTimeout(resolve, 50));
	observer.disconnect();
	return { took, task: Math.max(...tasks) };
	function says(place, words) {
		return [...document.querySelectorAll(place)].some(({ textContent }) => textContent.includes(words));
	}
	function savesFile() {
		let is = false;
		const { click } = HTMLAnchorElement.prototype;
		HTMLAnchorElement.prototype.click = function () {
			is = true;
			HTMLAnchorElement.prototype.click = click;
			click.call(this);
		};
		return () => is;
	}
})()`;

const COMMON = `
	const done = (request) => new Promise((resolve, reject) => {
		request.onsuccess = () => resolve(request.result);
		request.onerror = () => reject(request.error);
	});
	const TABLES = ['articles', 'versions', 'annotations', 'acts'];
	const source = await done(indexedDB.open('en-marge'));
	const all = (table) => done(source.transaction(table).objectStore(table).getAll());`;

const READ = `(async () => {${COMMON}
	const start = performance.now();
	let length = 0;
	for (const table of TABLES) for (const row of await all(table)) length += JSON.stringify(row).length;
	source.close();
	return performance.now() - start;
})()`;

const READ_IN_PARTS = `(async () => {${COMMON}
	const start = performance.now();
	let length = 0;
	const ids = await done(source.transaction('articles').objectStore('articles').getAllKeys());
	for (let from = 0; from < ids.length; from += 100) {
		const [first, last] = [ids[from], ids[Math.min(from + 100, ids.length) - 1]];
		const transaction = source.transaction(TABLES);
		const ofArticles = IDBKeyRange.bound(first, last);
		const begun = IDBKeyRange.bound([first], [last, []]);
		const parts = await Promise.all([
			done(transaction.objectStore('articles').getAll(ofArticles)),
			done(transaction.objectStore('versions').getAll(begun)),
			done(transaction.objectStore('annotations').index('articleId').getAll(ofArticles)),
			done(transaction.objectStore('acts').index('[articleId+undone]').getAll(begun)),
		]);
		for (const rows of parts) for (const row of rows) length += JSON.stringify(row).length;
	}
	source.close();
	return performance.now() - start;
})()`;

const WRITE = `(async () => {${COMMON}
	const rows = [];
	for (const table of TABLES) rows.push([table, await all(table)]);
	const opening = indexedDB.open('bare');
	opening.onupgradeneeded = () => {
		for (const table of TABLES) {
			const like = source.transaction(TABLES).objectStore(table);
			const store = opening.result.createObjectStore(table, { keyPath: like.keyPath, autoIncrement: like.autoIncrement });
			for (const name of like.indexNames) {
				const { keyPath, multiEntry, unique } = like.index(name);
				store.createIndex(name, keyPath, { multiEntry, unique });
			}
		}
	};
	const bare = await done(opening);
	const start = performance.now();
	const transaction = bare.transaction(TABLES, 'readwrite', { durability: 'strict' });
	for (const [table, list] of rows) for (const row of list) transaction.objectStore(table).put(row);
	await new Promise((resolve, reject) => {
		transaction.oncomplete = resolve;
		transaction.onabort = () => reject(transaction.error);
	});
	const took = performance.now() - start;
	source.close();
	bare.close();
	indexedDB.deleteDatabase('bare');
	return took;
})()`;
