import { mkdir, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CDPSession, ElementHandle, Page } from 'puppeteer-core';
import { openSession, type Session } from '../browser/open-session.ts';
import { waitUntil } from '../browser/wait-until.ts';
import { archiveFileOf } from './archive-files.ts';
import { type Figure, ms } from './stats.ts';
import { traceEventsOf } from './trace-events.ts';

/** So many files; fewer by `IMPORT_FILES`. */
const FILES = Number(process.env.IMPORT_FILES ?? 10_000);
/** Of them, those during whose import tasks are traced. */
const TRACED = 500;
const A_FOLDER = 500;
const LEAST_RATE = 0.7;
const MOST_MS = 100;
/** What the heap may grow by from the first quarter to the end, as one line of the report a file takes up. */
const MOST_BYTES_A_FILE = 1000;
const LIMIT_MS = 1_200_000;
const READABILITY = new URL('../../node_modules/@mozilla/readability/Readability.js', import.meta.url);

/**
 * A folder of archive files brought into an empty library, from the choice to the report, beside `DOMParser` and Readability
 * alone over the same files, with and without reading them.
 */
export async function libraryImport(extensionDir: string): Promise<Figure[]> {
	const root = await mkdtemp(join(await realpath(tmpdir()), 'en-marge-archive-'));
	const session = await openSession('chrome', { extensionDir });
	try {
		const traced = await writeFolder(join(root, 'traced'), FILES, FILES + TRACED);
		const whole = await writeFolder(join(root, 'whole'), 0, FILES);
		const longest = await longestTask(session, traced);
		const bare = await readabilityAlone(session, whole);
		const { seconds, heaps } = await imported(session, whole);
		const rate = FILES / seconds;
		const share = rate / bare.alone;
		const growth = ((heaps.at(-1) ?? 0) - (heaps[0] ?? 0)) / FILES;
		return [
			{
				what: `${FILES} archive files brought into the library`,
				ours: `${rate.toFixed(0)} files a second`,
				beside: `parsing and Readability alone ${bare.alone.toFixed(0)}, ${share.toFixed(2)} times; the files read one after the other as well ${bare.withReading.toFixed(0)}, ${(rate / bare.withReading).toFixed(2)} times`,
				wanted: `at least ${LEAST_RATE} times reading, parsing and Readability alone`,
				holds: rate / bare.withReading >= LEAST_RATE,
			},
			{
				what: `longest task of the page meanwhile, over ${TRACED} files`,
				ours: ms(longest),
				beside: 'as time on the processor',
				wanted: `under ${ms(MOST_MS)}`,
				holds: longest < MOST_MS,
			},
			{
				what: 'heap of the page from a quarter of the files to the end',
				ours: heaps.map((bytes) => `${(bytes / 2 ** 20).toFixed(1)} MB`).join(', '),
				beside: `${growth.toFixed(0)} bytes a file, its line of the report included`,
				wanted: `at most ${MOST_BYTES_A_FILE} bytes a file`,
				holds: growth <= MOST_BYTES_A_FILE,
			},
		];
	} finally {
		await session.close();
		await rm(root, { recursive: true, force: true });
	}
}

async function writeFolder(root: string, from: number, to: number): Promise<string> {
	for (let n = from; n < to; n++) {
		const folder = join(root, String(Math.floor(n / A_FOLDER)));
		await mkdir(folder, { recursive: true });
		await writeFile(join(folder, `${n}.md`), archiveFileOf(n));
	}
	return root;
}

async function chooseFolder(page: Page, root: string): Promise<void> {
	const input = await waitUntil('where a folder is chosen', async () => {
		return ((await page.$$('input[type=file]')).at(-1) as ElementHandle<HTMLInputElement>) ?? undefined;
	});
	await input.uploadFile(root);
}

/** Seconds, and bytes of the heap in use at each quarter. */
async function imported(session: Session, root: string): Promise<{ seconds: number; heaps: number[] }> {
	const page = await openImport(session);
	const client = await page.createCDPSession();
	await chooseFolder(page, root);
	const start = performance.now();
	const heaps: number[] = [];
	let paused = 0;
	await waitUntil(
		'the import',
		async () => {
			const done = await page.evaluate(() => {
				return Number(document.querySelector('[role=progressbar]')?.getAttribute('aria-valuenow') ?? 0);
			});
			if (heaps.length < 3 && done >= ((heaps.length + 1) * FILES) / 4) {
				const before = performance.now();
				heaps.push(await heapOf(client));
				paused += performance.now() - before;
			}
			return await isDone(page, FILES);
		},
		LIMIT_MS,
	);
	const seconds = (performance.now() - start - paused) / 1000;
	heaps.push(await heapOf(client));
	await page.close();
	return { seconds, heaps };
}

async function heapOf(client: CDPSession): Promise<number> {
	await client.send('HeapProfiler.collectGarbage');
	return (await client.send('Runtime.getHeapUsage')).usedSize;
}

async function openImport(session: Session): Promise<Page> {
	const page = await session.openExtensionPage('library.html?view=import');
	await page.bringToFront();
	return page;
}

async function isDone(page: Page, files: number): Promise<boolean> {
	const said = await page.$$eval('.import-report [role=status]', (all) => all.map(({ textContent }) => textContent));
	return said.includes(`Done. Files: ${files.toLocaleString('en')}`);
}

/** Of the page's main thread, in milliseconds on the processor. */
async function longestTask(session: Session, root: string): Promise<number> {
	const page = await openImport(session);
	await page.tracing.start({ categories: ['devtools.timeline', 'toplevel'] });
	await chooseFolder(page, root);
	await waitUntil('the traced import', () => isDone(page, TRACED), LIMIT_MS);
	const events = traceEventsOf(await page.tracing.stop());
	const main = events.findLast(({ name }) => name === 'FireAnimationFrame');
	const tasks = events.filter(
		({ name, ph, pid, tid }) => ph === 'X' && name.endsWith('RunTask') && pid === main?.pid && tid === main.tid,
	);
	await page.close();
	return Math.max(...tasks.map(({ dur = 0, tdur = dur }) => tdur / 1000));
}

/** Files a second: parsing and Readability alone, and with the reading of the files. */
async function readabilityAlone(session: Session, root: string): Promise<{ alone: number; withReading: number }> {
	const page = await session.openPage('about:blank');
	await page.setContent('<!DOCTYPE html><input type="file" webkitdirectory>');
	await page.evaluate(await readFile(READABILITY, 'utf8'));
	await page.bringToFront();
	await chooseFolder(page, root);
	const isListed = `document.querySelector('input').files.length === ${FILES}`;
	await waitUntil('the files', async () => (await page.evaluate(isListed)) === true);
	const [alone, withReading] = (await page.evaluate(`(async () => {
		let spent = 0;
		const start = performance.now();
		for (const file of document.querySelector('input').files) {
			const text = await file.text();
			const before = performance.now();
			new Readability(new DOMParser().parseFromString(text, 'text/html')).parse();
			spent += performance.now() - before;
		}
		return [spent / 1000, (performance.now() - start) / 1000];
	})()`)) as [number, number];
	await page.close();
	return { alone: FILES / alone, withReading: FILES / withReading };
}
