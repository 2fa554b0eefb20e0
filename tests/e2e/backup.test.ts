import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { downloadedFile } from '../browser/downloaded-file.ts';
import { waitUntil } from '../browser/wait-until.ts';
import { clickControl, waitForWords } from './page-control.ts';
import { type SeededArticle, seedLibrary } from './seed-library.ts';
import { type StoredRows, storedRows } from './stored-rows.ts';
import { useSession } from './use-session.ts';

const ARTICLES: readonly SeededArticle[] = [
	{
		edition: 'cn',
		lang: 'zh-Hans',
		title: '果园里的新泉',
		text: '村民说，水来得正是时候。𠮷野的果树又绿了。',
		passages: [{ words: '水来得正是时候', note: '核对 <b>日期</b>', tags: ['水', 'press freedom'] }, { words: '𠮷野' }],
	},
	{ edition: 'fr', lang: 'fr', title: 'Des puits pour le verger', text: 'L’eau manque depuis mai.' },
];

let folder = '';
/** The backup that each browser saved. */
const saved: Record<string, { path: string; rows: unknown }> = {};
beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'en-marge-backup-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Every row but what the index has still to read. */
async function rowsIn(page: Page): Promise<StoredRows> {
	const { pending, ...rows } = await storedRows(page);
	return rows;
}

async function choose(page: Page, path: string): Promise<void> {
	const input = await waitUntil(
		'the place to choose a file',
		async () => (await page.$('.exchange input[type=file]')) ?? undefined,
	);
	await (input as ElementHandle<HTMLInputElement>).uploadFile(path);
}

describe.each([
	['chrome', 'chrome', undefined],
	['firefox', 'firefox', 'chrome'],
	['chrome once more', 'chrome', 'firefox'],
] as const)('backups in %s', (name, kind, from) => {
	const world = useSession(kind);

	test(
		from === undefined ? 'everything is saved in one file' : `what ${from} saved is the same library here`,
		async () => {
			const page = await world.session.openExtensionPage('library.html?view=backup');
			await waitForWords(page, 'You have not saved a backup yet.');
			if (from === undefined) await seedLibrary(page, ARTICLES);
			else {
				await choose(page, saved[from]!.path);
				await waitForWords(page, '果园里的新泉');
				expect(await rowsIn(page)).toMatchObject({ articles: [], annotations: [], acts: [] });
				await clickControl(page, 'button', 'Bring in');
				await waitForWords(page, 'Brought in as it was saved.');
				expect(await rowsIn(page)).toEqual(saved[from]!.rows);
			}
			const rows = await rowsIn(page);
			const { name: fileName, bytes } = await downloadedFile(world.session, () =>
				clickControl(page, 'button', 'Save a backup'),
			);
			expect(fileName).toMatch(/^\d{4}-\d\d-\d\d-En-marge\.backup\.gz$/);
			expect(gunzipSync(bytes).toString().split('\n')).toHaveLength(ARTICLES.length + 3);
			await waitForWords(page, 'Last saved:');
			saved[kind] = { path: join(folder, `${name}.gz`), rows };
			await writeFile(saved[kind]!.path, bytes);

			if (from !== undefined) return;
			bytes[bytes.length >> 1]! ^= 4;
			const damaged = join(folder, 'damaged.gz');
			await writeFile(damaged, bytes);
			await choose(page, damaged);
			await waitForWords(page, '“damaged.gz” cannot be brought in: it is damaged or incomplete');
			const quotes = join(folder, 'quotes.csv');
			await writeFile(quotes, 'Highlight,Title,URL\r\nL’eau manque,x,https://www.rfi.fr/fr/20261119-1\r\n,y,\r\n');
			await choose(page, quotes);
			await waitForWords(page, 'Not understood: 1');
			await clickControl(page, 'button', 'Bring in');
			await waitForWords(page, 'Brought in. Undo takes it back.');
			expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Brought in.');
			await clickControl(page, 'button', 'Undo');
			// The one that came lies in the trash.
			await waitUntil('the import taken back', async () => {
				const { annotations } = await rowsIn(page);
				return annotations!.length === 3 && annotations!.filter(({ deleted }) => deleted !== undefined).length === 1;
			});
			await waitUntil('the keyboard in the page', () =>
				page.evaluate(() => document.activeElement?.tagName !== 'BODY'),
			);
		},
	);

	test('one is kept inside the browser, once a day, and can be restored from', async () => {
		const page = await world.session.openExtensionPage('library.html?view=backup');
		await clickControl(page, 'button', 'Restore…');
		await waitForWords(page, 'All of it is in your library already.');
		const again = await world.session.openExtensionPage('library.html?view=backup');
		await waitUntil('one backup of today', () => again.$$eval('.exchange-kept li', ({ length }) => length === 1));
	});
});
