import type { Page } from 'puppeteer-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { BROWSER_KINDS } from '../browser/browser-kind.ts';
import { downloadedFile } from '../browser/downloaded-file.ts';
import { waitUntil } from '../browser/wait-until.ts';
import { violationsIn } from './axe-violations.ts';
import { clickControl, pageControl, waitForWords } from './page-control.ts';
import { type SeededArticle, seedLibrary } from './seed-library.ts';
import { useSession } from './use-session.ts';

const PLAIN = 90;

const LIBRARY: readonly SeededArticle[] = [
	{
		...{ edition: 'tw', lang: 'zh-Hant', title: '圖書館的屋頂花園', section: '文化' },
		text: '市立圖書館把屋頂開放給讀者，煙囪之間擺著蜂箱。\n管理員說這裡比閱覽室更安靜。',
		passages: [{ words: '這裡比閱覽室更安靜', note: '核對出處', tags: ['安靜'] }],
	},
	{
		...{ edition: 'fa', lang: 'fa', dir: 'rtl', title: 'بازگشایی کتابخانهٔ شهر', section: 'فرهنگ' },
		text: 'کتابخانهٔ قدیمی کنار رودخانه پس از سه سال بازسازی گشوده شد.',
		passages: [{ words: 'پس از سه سال بازسازی' }],
	},
	{
		...{ edition: 'fr', lang: 'fr', title: 'Les lecteurs retrouvent la marge des livres', section: 'Culture' },
		text: 'Dans la salle de lecture, personne ne parle.\nTrois lecteurs se répondent à cent ans d’écart.',
		passages: [{ words: 'Trois lecteurs se répondent', note: 'trois **mains**' }, { words: 'personne ne parle' }],
	},
	...Array.from({ length: PLAIN }, (_, index) => ({
		...{ edition: 'fr', lang: 'fr', title: `Chronique de la rivière, ${index + 1}`, section: 'Environnement' },
		text: 'La rivière a changé de couleur pendant la nuit, et nul ne sait pourquoi.',
	})),
];
const ALL = LIBRARY.length;

describe.each(BROWSER_KINDS)('the library, in %s:', (kind) => {
	const world = useSession(kind);
	const open = (query = ''): Promise<Page> => world.session.openExtensionPage(`library.html${query}`);
	const says = (page: Page, words: string): Promise<unknown> => waitForWords(page, words);
	const titles = (page: Page): Promise<string[]> =>
		page.$$eval('.entry .title', (links) => links.map(({ textContent }) => textContent ?? ''));
	const search = (page: Page): Promise<string> => page.evaluate(() => location.search);

	async function press(page: Page, ...keys: readonly string[]): Promise<void> {
		for (const key of keys) await page.keyboard.down(key as 'a');
		for (const key of keys.toReversed()) await page.keyboard.up(key as 'a');
	}

	beforeAll(async () => {
		const page = await open();
		await says(page, 'Nothing here yet');
		await seedLibrary(page, LIBRARY);
		await page.close();
	});

	test('lists articles in their language, leads to one, and is where it was when one comes back', async () => {
		const page = await open();
		await says(page, `${ALL} articles`);
		await says(page, 'November 2026');
		expect(await titles(page)).toEqual(expect.arrayContaining(LIBRARY.slice(0, 3).map(({ title }) => title)));
		expect((await titles(page)).length).toBeLessThan(40);
		const { direction, textAlign } = await page.$eval('.entry .title[lang="fa"]', (title) => {
			const { direction, textAlign } = getComputedStyle(title);
			return { direction, textAlign };
		});
		expect([direction, textAlign]).toEqual(['rtl', 'start']);

		await page.focus('[data-row]');
		for (let times = 0; times < 30; times++) await press(page, 'ArrowDown');
		const focused = (): Promise<string | undefined> =>
			page.evaluate(() => document.activeElement?.querySelector('.title')?.textContent ?? undefined);
		const before = await waitUntil('the thirty-first row', async () => {
			const title = await focused();
			return title === LIBRARY[30]!.title ? title : undefined;
		});
		const top = (): Promise<number> =>
			page.evaluate(() => Math.round(document.activeElement?.getBoundingClientRect().top ?? -1));
		const topBefore = await top();
		await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 400)));
		await press(page, 'Enter');
		await waitUntil('the reader', async () => (await page.title().catch(() => '')) === before);
		await page.evaluate(() => history.back());
		await waitUntil('the library again', async () => (await focused().catch(() => undefined)) === before);
		await waitUntil('the same place', async () => Math.abs((await top()) - topBefore) <= 2);
	});

	test('every view has an address that the back button leads through', async () => {
		const page = await open();
		await says(page, `${ALL} articles`);
		await clickControl(page, 'link', 'Passages');
		await says(page, '4 annotations');
		expect(await search(page)).toBe('?view=passages');
		expect(await page.$eval('nav [aria-current="page"]', ({ textContent }) => textContent)).toBe('Passages');
		await clickControl(page, 'link', 'Trash');
		await waitUntil('the trash', async () => (await search(page)) === '?view=trash');
		await page.evaluate(() => history.go(-2));
		await says(page, `${ALL} articles`);
		const kept = await open('?view=passages&group=day&by=modified');
		await says(kept, '4 annotations');
		expect(await kept.$eval('h3.group', ({ textContent }) => textContent)).toContain('November 20, 2026');
	});

	test('finds while one types, across scripts, shows the words in their sentence, and narrows by what there is', async () => {
		const page = await open();
		await says(page, `${ALL} articles`);
		await press(page, '/');
		await page.keyboard.type('图书馆');
		await says(page, '1 article');
		await waitUntil('the marks', async () => (await page.$$('mark')).length > 0);
		expect(await titles(page)).toEqual(['圖書館的屋頂花園']);
		expect(await page.$$eval('mark', (marks) => marks.map(({ textContent }) => textContent))).toContain('圖書館');
		await press(page, 'Escape');
		await says(page, `${ALL} articles`);
		await clickControl(page, 'button', 'Persian 1');
		await says(page, '1 article');
		expect(new URLSearchParams(await search(page)).get('q')).toBe('edition:fa');
		await clickControl(page, 'button', 'Remove: Persian');
		await says(page, `${ALL} articles`);
		await page.focus('input[type=search]');
		await page.keyboard.type('tag:"');
		await says(page, 'A quotation mark has no second one');
	});

	test('tags, colours and trashes many at once by key, tells of it, takes it back, and another tab follows', async () => {
		const [page, other] = [await open('?view=passages'), await open('?view=passages')];
		await says(other, '4 annotations');
		await page.bringToFront();
		await says(page, '4 annotations');
		await page.focus('[data-row]');
		await press(page, ' ');
		await says(page, '1 selected');
		await press(page, 'Shift', 'ArrowDown');
		await press(page, 'Shift', 'ArrowDown');
		await says(page, '3 selected');
		await clickControl(page, 'button', 'Tag…');
		await (await pageControl(page, 'textbox', 'Tags')).type('marge');
		await clickControl(page, 'button', 'Add');
		await says(page, '3 annotations changed.');
		const tagged = (of: Page) =>
			of.$$eval('.tag', (tags) => tags.filter(({ textContent }) => textContent === 'marge').length);
		await waitUntil('the tag on three', async () => (await tagged(page)) === 3 && (await tagged(other)) === 3);
		await clickControl(page, 'button', 'Colour');
		// The last of them: what is told of the act before lies below.
		await clickControl(page, 'button', 'Orange');
		await waitUntil('three orange ones', async () => (await page.$$('.passage.orange')).length === 3);
		expect(await violationsIn(page)).toEqual([]);
		await clickControl(page, 'button', 'Move to trash');
		await says(page, '3 annotations moved to the trash.');
		await Promise.all([page, other].map((each) => says(each, '1 annotation')));
		await press(page, 'Control', 'z');
		await Promise.all([page, other].map((each) => says(each, '4 annotations')));
		await page.focus('[data-row]');
		await press(page, 'Control', 'a');
		await says(page, '4 selected');
		await press(page, 'Escape');
		expect(await page.$('.selection-bar')).toBeNull();
		const focused = (selector: string) =>
			page.evaluate((one) => document.activeElement?.matches(one) === true, selector);
		await press(page, 'Control', 'a');
		await press(page, 'Delete');
		await waitUntil('the focus where nothing is any more', () => focused('.hint'));
		await press(page, 'Control', 'z');
		await waitUntil('the focus on a row again', () => focused('[data-row]'));
		expect(await page.$$('[data-row]')).toHaveLength(4);
	});

	test('a long list that is emptied by key and comes back is in its order, and the keyboard is in it all the while', async () => {
		const page = await open();
		await says(page, `${ALL} articles`);
		const first = async (): Promise<string[]> => (await titles(page)).slice(0, 8);
		const before = await first();
		const focused = (selector: string) =>
			page.evaluate((one) => document.activeElement?.matches(one) === true, selector);
		await page.focus('[data-row]');
		await press(page, 'Control', 'a');
		await says(page, `${ALL} selected`);
		await press(page, 'Delete');
		await says(page, `${ALL} articles moved to the trash.`);
		await waitUntil('the focus where nothing is any more', () => focused('.hint'));
		await press(page, 'Control', 'z');
		await waitUntil('the focus on a row again', () => focused('[data-row]'));
		await waitUntil('the list as it was', async () => (await first()).join() === before.join());

		await press(page, 'Control', 'a');
		await clickControl(page, 'button', 'Move to trash');
		await waitUntil('an empty list again', () => page.$('.hint'));
		await says(page, `${ALL} articles moved to the trash.`);
		await page.focus('.library-notice button');
		await press(page, 'Enter');
		await waitUntil('the focus on a row again', () => focused('[data-row]'));
		expect(await first()).toEqual(before);
	});

	test('one article is exported under its own title, and it is said what was saved', async () => {
		const list = await open();
		await says(list, `${ALL} articles`);
		await list.waitForSelector('[data-row]');
		await waitUntil('the row of an article', () =>
			list.$$eval('[data-row]', (rows) => {
				const row = rows.find(({ textContent }) => textContent?.includes('圖書館的屋頂花園'));
				(row as HTMLElement | undefined)?.focus();
				return row !== undefined;
			}),
		);
		await press(list, ' ');
		await says(list, '1 selected');
		await clickControl(list, 'button', 'Export');
		const file = await downloadedFile(world.session, () => clickControl(list, 'button', 'Download'));
		expect(file.name).toMatch(/^\d{4}-\d\d-\d\d-圖書館的屋頂花園\.md$/);
		expect(file.bytes.toString()).toContain('這裡比閱覽室更安靜');
		await waitUntil('what was saved', () =>
			list.$eval(
				'.menu [role="status"]',
				({ textContent }, name) => textContent === `Saved: \u2068${name}\u2069`,
				file.name,
			),
		);
	});

	test('a passage leads to its place in the reader, and axe finds nothing wrong in light and dark', async () => {
		const page = await open('?view=passages');
		await says(page, '4 annotations');
		for (const scheme of kind === 'chrome' ? ['light', 'dark'] : ['light']) {
			if (kind === 'chrome') await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
			expect(await violationsIn(page), scheme).toEqual([]);
		}
		await clickControl(page, 'link', 'Trois lecteurs se répondent');
		await waitUntil('the focus paint', () =>
			page
				.evaluate(() => [...CSS.highlights.keys()].some((name) => name.startsWith('en-marge-focus')))
				.catch(() => false),
		);
	});
});
