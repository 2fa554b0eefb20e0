import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { strFromU8, unzipSync } from 'fflate';
import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { LibraryPart } from '../../utils/domain/library-part.ts';
import { BROWSER_KINDS } from '../browser/browser-kind.ts';
import { downloadedFile } from '../browser/downloaded-file.ts';
import { waitUntil } from '../browser/wait-until.ts';
import { backupOf } from '../entrypoints/backup-of.ts';
import { violationsIn } from './axe-violations.ts';
import { clickControl, pageControl, waitForWords } from './page-control.ts';
import { type SeededArticle, seedLibrary } from './seed-library.ts';
import { storedRows } from './stored-rows.ts';
import { useSession } from './use-session.ts';

const ARTICLES: readonly SeededArticle[] = [
	{
		...{ edition: 'fr', lang: 'fr', title: 'Des puits pour le verger', text: 'L’eau manque depuis mai.' },
		passages: [{ words: 'depuis mai', note: 'à vérifier' }],
	},
];
/** So many take a browser a second or two to write. */
const MANY = 1000;
const NOON = '2026-11-20T12:00:00.000Z';
const TEXT = 'La rivière a changé de couleur pendant la nuit. '.repeat(60);

function part(n: number): LibraryPart {
	const id = (kind: string, k: number) => `${kind}0000000-0000-4000-8000-${k.toString(16).padStart(12, '0')}`;
	const fingerprint = (n + 1).toString(16).padStart(64, 'a');
	const url = `https://www.rfi.fr/fr/20261021-${n}`;
	const article = {
		id: id('a', n),
		title: `Chronique ${n}`,
		dir: 'ltr',
		lang: 'fr',
		url,
		keys: [`url:${url}`],
	} as const;
	return {
		article: { ...article, addresses: [url], published: NOON, added: NOON, asOf: NOON, annotated: NOON },
		versions: [
			{ articleId: article.id, fingerprint, captured: NOON, address: url, text: TEXT, html: `<p>${TEXT}</p>` },
		],
		annotations: Array.from({ length: 5 }, (_, k) => ({
			...{ id: id('b', 5 * n + k), articleId: article.id, version: fingerprint, created: NOON, modified: NOON },
			...({ color: 'yellow', style: 'solid', note: '', tags: [] } as const),
			selectors: {
				quote: { type: 'TextQuoteSelector', exact: 'rivière', prefix: 'La ', suffix: ' a changé' },
				position: { type: 'TextPositionSelector', start: 48 * k + 3, end: 48 * k + 10 },
			},
		})),
	};
}

let folder = '';
let backup = '';
beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'en-marge-broken-off-'));
	backup = join(folder, 'many.backup.gz');
	const parts = Array.from({ length: MANY }, (_, n) => part(n));
	await writeFile(backup, await backupOf({ created: NOON }, parts, 100));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Clicks one button after the other, each the moment that it is there, and its words are shown where some are given. Runs in the page. */
function clickAtOnce(page: Page, ...buttons: readonly (readonly [selector: string, words?: string])[]): Promise<void> {
	return page.evaluate(async (steps) => {
		for (const [selector, words = ''] of steps) {
			const end = performance.now() + 30_000;
			for (;;) {
				const button = document.querySelector<HTMLButtonElement>(selector);
				if (button && new RegExp(words).test(document.body.innerText)) {
					button.click();
					break;
				}
				if (performance.now() > end) throw new Error(`no ${selector}`);
				await new Promise((resolve) => setTimeout(resolve, 1));
			}
		}
	}, buttons);
}

describe.each(BROWSER_KINDS)('long work that is broken off, in %s:', (kind) => {
	const world = useSession(kind);
	const open = (query: string): Promise<Page> => world.session.openExtensionPage(`library.html${query}`);

	async function plan(page: Page): Promise<void> {
		const input = await waitUntil('the place to choose a file', async () => {
			return (await page.$('.exchange input[type=file]')) ?? undefined;
		});
		await (input as ElementHandle<HTMLInputElement>).uploadFile(backup);
		await pageControl(page, 'button', 'Bring in');
	}

	test('an import whose tab is closed wrote nothing, and does all of it the next time', async () => {
		const page = await open('?view=backup');
		await waitForWords(page, 'You have not saved a backup yet.');
		await seedLibrary(page, ARTICLES);
		const before = await storedRows(page);
		await plan(page);
		await waitForWords(page, 'Chronique 0');
		expect(await violationsIn(page)).toEqual([]);
		await clickControl(page, 'button', 'Bring in');
		await page.waitForFunction(() => /Articles done: [1-9]/.test(document.body.innerText), { polling: 1 });
		await page.close();

		const again = await open('?view=backup');
		expect(await storedRows(again)).toEqual(before);
		await plan(again);
		await clickAtOnce(again, ['.exchange-plan .primary'], ['.exchange-outcome button', 'Articles done: [1-9]']);
		await pageControl(again, 'button', 'Save a backup');
		expect(await storedRows(again)).toEqual(before);
		await plan(again);
		await clickControl(again, 'button', 'Bring in');
		await waitForWords(again, 'Brought in.');
		expect((await storedRows(again)).articles).toHaveLength(MANY + 1);
	});

	test('a backup and an export that are cancelled save nothing', async () => {
		const page = await open('?view=backup');
		await pageControl(page, 'button', 'Save a backup');
		await clickAtOnce(page, ['.exchange section .primary'], ['.exchange-outcome button']);
		await waitUntil('an end of it', async () => (await page.$('.exchange-outcome button')) === null);
		await waitForWords(page, 'You have not saved a backup yet.');

		const list = await open('');
		await waitForWords(list, `${(MANY + 1).toLocaleString('en')} articles`);
		await list.focus('[data-row]');
		await list.keyboard.down('Control');
		await list.keyboard.press('a');
		await list.keyboard.up('Control');
		await clickControl(list, 'button', 'Export');
		await clickControl(list, 'checkbox', 'With the text of the article');
		await pageControl(list, 'button', 'Download');
		await clickAtOnce(list, ['.export .primary'], ['.export progress + button']);
		await waitUntil('an end of it', async () => (await list.$('progress')) === null);
		expect(await readdir(world.session.downloadsDir)).toEqual([]);
	});

	test('the same let go on to its end holds every article once', async () => {
		const page = await open('?view=backup');
		await pageControl(page, 'button', 'Save a backup');
		const saved = await downloadedFile(world.session, () => clickControl(page, 'button', 'Save a backup'));
		const lines = gunzipSync(saved.bytes).toString().trimEnd().split('\n').slice(1, -1);
		const ids = lines.map((line) => JSON.parse(line).article.id);
		expect([new Set(ids).size, ids]).toEqual([MANY + 1, [...ids].sort()]);

		const list = await open('');
		await waitForWords(list, `${(MANY + 1).toLocaleString('en')} articles`);
		await list.focus('[data-row]');
		await list.keyboard.down('Control');
		await list.keyboard.press('a');
		await list.keyboard.up('Control');
		await clickControl(list, 'button', 'Export');
		const exported = async (format: string): Promise<Buffer> => {
			await clickControl(list, 'menuitemradio', format);
			return (await downloadedFile(world.session, () => clickControl(list, 'button', 'Download'))).bytes;
		};
		const titles = (text: string) => text.match(/^# .*$/gm) ?? [];
		const one = titles((await exported('Plain Markdown')).toString());
		const many = Object.values(unzipSync(await exported('Markdown'))).flatMap((file) => titles(strFromU8(file)));
		expect([one.length, new Set(one).size]).toEqual([MANY + 1, MANY + 1]);
		expect(many.sort()).toEqual(one.sort());
	});
});
