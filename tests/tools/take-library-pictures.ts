import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { COLORS } from '../../utils/domain/color.ts';
import { waitUntil } from '../browser/wait-until.ts';
import { type SeededArticle, seedLibrary } from '../e2e/seed-library.ts';
import { mixedFolder } from '../fixtures/article/archive-folder.ts';
import { STORIES, storyOf } from '../fixtures/article/stories.ts';
import { openStudio, type StudioOptions, settle } from './open-studio.ts';
import type { Scene } from './screenshot-scenes.ts';

/** A view of the library with many articles in it, as it is once something was done there. */
interface View {
	readonly name: string;
	/** What follows `library.html`. */
	readonly address: string;
	/** Something of the view that comes last. */
	readonly shown: string;
	readonly prepare?: (page: Page) => Promise<unknown>;
}

/** Pictures of every view of the library, empty and full, wide and narrow. */
export async function takeLibraryPictures(scene: Scene, options: StudioOptions): Promise<void> {
	const studio = await openStudio(options, []);
	const files = await mkdtemp(join(await realpath(tmpdir()), 'en-marge-pictures-'));
	const inBoth = async (page: Page, name: string): Promise<void> => {
		await studio.take(page, name, 'wide');
		await studio.take(page, `${name}-narrow`, 'narrowest');
	};
	try {
		const saved = await writeSaved(files);
		const empty = await studio.session.openExtensionPage('library.html');
		await settle(empty);
		await inBoth(empty, 'library-empty');
		await seedLibrary(empty, annotatedStories(scene));
		await empty.close();
		const query = encodeURIComponent(scene.query);
		const views: readonly View[] = [
			{ name: 'library', address: '', shown: '.facet-choice' },
			{ name: 'library-selected', address: '', shown: '.facet-choice', prepare: selectTwo },
			{ name: 'library-passages', address: '?view=passages', shown: '.facet-choice' },
			{ name: 'library-search', address: `?q=${query}`, shown: 'mark' },
			{ name: 'library-overview', address: '?view=overview', shown: '.bars' },
			{ name: 'library-trash', address: '?view=passages', shown: '.entry', prepare: deleteAndLook },
			{ name: 'library-trash-asks', address: '?view=trash', shown: '.trash-item', prepare: askToEmpty },
			{ name: 'library-health', address: '?view=health', shown: '.health-card', prepare: check },
			{
				name: 'library-backup',
				address: '?view=backup',
				shown: '.exchange input[type=file]',
				prepare: (page) => choose(page, [saved.quotes], '.exchange-plan'),
			},
			{
				name: 'library-import',
				address: '?view=import',
				shown: 'input[type=file]',
				prepare: (page) => choose(page, saved.articles, '[role=group] button'),
			},
		];
		for (const { name, address, shown, prepare } of views) {
			const page = await studio.session.openExtensionPage(`library.html${address}`);
			await page.bringToFront();
			await waitUntil(name, () => page.$(shown).then((found) => found !== null));
			await settle(page);
			await prepare?.(page);
			await settle(page);
			await inBoth(page, name);
			await page.close();
		}
	} finally {
		await studio.close();
		await rm(files, { recursive: true, force: true });
	}
}

/** The story of every edition, the scene's own first, with passages in all colours. */
function annotatedStories({ locale }: Scene): SeededArticle[] {
	const own = storyOf({ 'zh-CN': 'cn', fa: 'fa' }[locale] ?? 'en');
	return [own, ...STORIES.filter((story) => story !== own)].map(
		({ paragraphs, standfirst, list, edition, lang, dir, title, section }, index) => ({
			...{ edition, lang, dir, title, section },
			text: [standfirst, ...paragraphs].join('\n'),
			passages: paragraphs.slice(0, 3 - (index % 3)).map((words, nth) => ({
				words,
				color: COLORS[(index + nth) % COLORS.length]!,
				...(nth === 0 && { note: list[0]!, tags: [own.title.split(' ')[0]!, ...(index % 2 ? [own.heading] : [])] }),
			})),
		}),
	);
}

/** Files to be chosen: highlights of which one line cannot be understood, and saved articles of every outcome. */
async function writeSaved(folder: string): Promise<{ quotes: string; articles: string[] }> {
	const quotes = join(folder, 'readwise.csv');
	const { title, paragraphs } = storyOf('fr');
	await writeFile(
		quotes,
		`Highlight,Title,URL\r\n${[...paragraphs, ''].map((words) => `"${words}",${title},https://www.rfi.fr/fr/20261104-1\r\n`).join('')}`,
	);
	const articles: string[] = [];
	for (const [path, content] of mixedFolder()) {
		if (path.includes('_files')) continue;
		const file = join(folder, 'saved', path);
		await mkdir(dirname(file), { recursive: true });
		await writeFile(file, content);
		articles.push(file);
	}
	return { quotes, articles };
}

async function selectTwo(page: Page): Promise<void> {
	await page.focus('[data-row]');
	await page.keyboard.press(' ');
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press(' ');
}

async function deleteAndLook(page: Page): Promise<void> {
	await selectTwo(page);
	await page.keyboard.press('Delete');
	await settle(page);
	await page.click('nav a[href$="view=trash"]');
	await waitUntil('the trash', () => page.$$eval('.trash-item', ({ length }) => length === 2));
}

/** The last button of the bar empties the trash. */
async function askToEmpty(page: Page): Promise<void> {
	await page.click('.trash-bar button:last-of-type');
}

async function check(page: Page): Promise<void> {
	await page.click('.health-card button');
}

async function choose(page: Page, files: readonly string[], shown: string): Promise<void> {
	const input = (await page.$('input[type=file]')) as ElementHandle<HTMLInputElement> | null;
	await input?.uploadFile(...files);
	await waitUntil(`${shown} of what was chosen`, () => page.$(shown).then((found) => found !== null));
	await new Promise((resolve) => setTimeout(resolve, 2000));
}
