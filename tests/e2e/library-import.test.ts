import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BROWSER_KINDS } from '../browser/browser-kind.ts';
import { waitUntil } from '../browser/wait-until.ts';
import { type Folder, MIXED_OUTCOMES, mixedFolder, numbered } from '../fixtures/article/archive-folder.ts';
import { clickControl, waitForWords } from './page-control.ts';
import { useSession } from './use-session.ts';

/** So many that a tab can be closed midway. */
const MANY = 900;

let root = '';
beforeAll(async () => {
	root = await mkdtemp(join(await realpath(tmpdir()), 'en-marge-import-'));
});
afterAll(() => rm(root, { recursive: true, force: true }));

async function write(name: string, folder: Folder): Promise<{ dir: string; files: string[] }> {
	const dir = join(root, name);
	const files: string[] = [];
	for (const [path, content] of folder) {
		const file = join(dir, path);
		await mkdir(dirname(file), { recursive: true });
		await writeFile(file, content);
		files.push(file);
	}
	return { dir, files };
}

describe.each(BROWSER_KINDS)('saved articles brought in, in %s', (kind) => {
	const world = useSession(kind);

	const openImport = (): Promise<Page> => world.session.openExtensionPage('library.html?view=import');

	/** Chooses a folder where the harness can, else all its files but those beside saved pages, which the dialog would leave to us. */
	async function choose(page: Page, { dir, files }: { dir: string; files: readonly string[] }): Promise<void> {
		const [several, folder] = await waitUntil('the places to choose', async () => {
			const inputs = (await page.$$('input[type=file]')) as ElementHandle<HTMLInputElement>[];
			return inputs.length === 2 && inputs;
		});
		if (kind === 'chrome') await folder!.uploadFile(dir);
		else await several!.uploadFile(...files.filter((file) => !file.includes('_files')));
	}

	async function outcomes(page: Page): Promise<Record<string, number>> {
		const buttons = await page.$$eval('[role=group] button', (all) => all.map(({ textContent }) => textContent ?? ''));
		return Object.fromEntries(
			buttons.map((text) => [text.replace(/\s*[\d,]+$/, ''), Number(text.match(/[\d,]+$/)?.[0].replace(',', ''))]),
		);
	}

	/** Presses "Pause" from within the page, as soon as it can: an import may be through before a driver's click comes. */
	async function pauseOnceSomethingIsReported(page: Page): Promise<void> {
		await page.evaluate(() => {
			const looking = setInterval(() => {
				const buttons = [...document.querySelectorAll('button')];
				if (!buttons.some(({ textContent }) => /^Added\s*\d/.test(textContent ?? ''))) return;
				clearInterval(looking);
				buttons.find(({ textContent }) => textContent === 'Pause')?.click();
			}, 1);
		});
	}

	test('a folder of every form is reported line by line; the same again changes nothing; a line opens its article', async () => {
		const folder = await write('mixed', mixedFolder());
		const page = await openImport();
		await choose(page, folder);
		await waitForWords(page, 'Done. Files: 61');
		expect(await outcomes(page)).toEqual(MIXED_OUTCOMES);
		if (kind === 'chrome') await waitForWords(page, '5 not looked into');
		for (const [group, words] of [
			['Unreadable', 'it is packed (MHTML)'],
			['Unreadable', 'it is empty'],
			['Unreadable', 'it is not text'],
			['Not RFI articles', 'it was saved from another site, or from a list'],
			['Not RFI articles', 'it has neither the form nor the address of one'],
		] as const) {
			await page.$$eval(
				'[role=group] button',
				(all, wanted) => (all as HTMLElement[]).find(({ textContent }) => textContent?.startsWith(wanted))?.click(),
				group,
			);
			await waitForWords(page, words);
		}

		await choose(page, folder);
		await waitUntil('nothing but what is there already', async () => {
			const all = await outcomes(page);
			return (
				all['Already there'] === 52 &&
				all.Added === undefined &&
				page.$$eval('.import-others li', ({ length }) => length === 1)
			);
		});

		const href = await page.$$eval('.import-file a', (links) =>
			links.find(({ textContent }) => /^\d+\.(txt|md|html)$/.test(textContent ?? ''))?.getAttribute('href'),
		);
		expect(href).toContain('reader.html?article=');
		const reader = await world.session.openExtensionPage(href!);
		await waitForWords(reader, '花园');
	});

	test('a tab closed midway leaves what it reported, and is resumed', async () => {
		const many = new Map(Array.from({ length: MANY }, (_, n) => [`${n}.md`, numbered(1000 + n)]));
		const folder = await write('many', many);
		const page = await openImport();
		await pauseOnceSomethingIsReported(page);
		await choose(page, folder);
		const reported = await waitUntil('some of it', async () => (await outcomes(page)).Added);
		// While it runs no other tab begins one.
		const other = await openImport();
		await waitForWords(other, 'in another tab');
		await other.close();
		await page.close();

		const again = await openImport();
		await waitForWords(again, 'Stopped. Files: ');
		await waitForWords(again, `of ${MANY}`);
		const kept = (await outcomes(again)).Added ?? 0;
		expect(kept).toBeGreaterThanOrEqual(reported);
		expect(kept).toBeLessThan(MANY);
		await clickControl(again, 'button', 'Resume…');
		await choose(again, folder);
		await waitForWords(again, `Done. Files: ${MANY}`);
		expect(await outcomes(again)).toEqual({ Added: MANY });
	});

	test('a single file opens in the reader at once', async () => {
		const { files } = await write('single', new Map([['one.txt', numbered(7000)]]));
		const page = await openImport();
		const input = await waitUntil(
			'where files are chosen',
			async () => (await page.$('input[type=file]')) ?? undefined,
		);
		await (input as ElementHandle<HTMLInputElement>).uploadFile(files[0]!);
		await waitUntil('the reader', () => page.evaluate(() => location.pathname === '/reader.html'));
		await waitForWords(page, '第7000座花园');
	});
});
