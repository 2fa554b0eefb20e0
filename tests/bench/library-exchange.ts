import type { ElementHandle, Page } from 'puppeteer-core';
import { downloadedFile } from '../browser/downloaded-file.ts';
import { openSession, type Session } from '../browser/open-session.ts';
import { waitUntil } from '../browser/wait-until.ts';
import { pageControl } from '../e2e/page-control.ts';
import { generateLibrary } from './library/generate.ts';
import { type Figure, ms } from './stats.ts';

const SIZE = { articles: 10_000, annotations: 100_000 };
const MOST_TIMES = 2;
const MOST_MEGABYTES = 200;
/** Milliseconds. */
const LONGEST = 600_000;

/** A backup saved and brought in again, beside what reading, writing and serialising the same rows takes. */
export async function libraryExchange(extensionDir: string, size = SIZE): Promise<Figure[]> {
	const [from, into] = await Promise.all([1, 2].map(() => openSession('chrome', { extensionDir })));
	try {
		return await timeExchange(from!, into!, `${size.articles} articles and ${size.annotations} annotations`, size);
	} finally {
		for (const session of [from!, into!]) await session.close();
	}
}

async function timeExchange(from: Session, into: Session, what: string, size: typeof SIZE): Promise<Figure[]> {
	const page = await openBackups(from);
	await generateLibrary(page, size);
	await page.reload();
	// The backup of the day is made by itself.
	await waitUntil('the backup of today', () => page.$$eval('.exchange-kept li', ({ length }) => length > 0), LONGEST);
	const read = (await page.evaluate(READ)) as number;
	let saved = { took: 0, megabytes: 0 };
	const { path, bytes } = await downloadedFile(from, async () => {
		await pageControl(page, 'button', 'Save a backup');
		saved = (await page.evaluate(
			`(${TIME})('.exchange button.primary', '.exchange section p.quiet', 'Last saved')`,
		)) as typeof saved;
	});
	const bare = (await page.evaluate(WRITE)) as number;

	const empty = await openBackups(into);
	const input = await empty.$('.exchange input[type=file]');
	await (input as ElementHandle<HTMLInputElement>).uploadFile(path);
	await waitUntil('what would change', async () => (await empty.$('.exchange-plan')) ?? undefined, LONGEST);
	const brought = (await empty.evaluate(
		`(${TIME})('.exchange-plan .primary', '.library-told', 'Brought in')`,
	)) as typeof saved;

	const figure = (name: string, { took, megabytes }: typeof saved, beside: string, base: number): Figure => ({
		what: `${name}, ${what}`,
		ours: `${ms(took)}, ${megabytes.toFixed(0)} MB of memory more at most`,
		beside: `${beside} ${ms(base)}, ${(took / base).toFixed(2)} times`,
		wanted: `at most ${MOST_TIMES} times, ${MOST_MEGABYTES} MB`,
		holds: took <= MOST_TIMES * base && megabytes <= MOST_MEGABYTES,
	});
	return [
		figure(`backup saved (${(bytes.length / 1e6).toFixed(0)} MB)`, saved, 'read and JSON.stringify', read),
		figure('backup brought in', brought, 'the same rows put bare', bare),
	];
}

async function openBackups(session: Session): Promise<Page> {
	const page = await session.openExtensionPage('library.html?view=backup');
	await pageControl(page, 'button', 'Save a backup');
	return page;
}

/** Clicks, and waits until something says some words; with how much memory grew meanwhile. Runs in the page, as text. */
const TIME = `async (button, place, words) => {
	const heap = () => performance.memory.usedJSHeapSize / 1e6;
	const [start, before] = [performance.now(), heap()];
	let most = before;
	document.querySelector(button).click();
	while (![...document.querySelectorAll(place)].some(({ textContent }) => textContent.includes(words))) {
		await new Promise((resolve) => setTimeout(resolve, 20));
		most = Math.max(most, heap());
	}
	return { took: performance.now() - start, megabytes: most - before };
}`;

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
