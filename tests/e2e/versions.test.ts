import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { BROWSER_KINDS } from '../browser/browser-kind.ts';
import { waitForPainted } from '../browser/painted-texts.ts';
import { waitUntil } from '../browser/wait-until.ts';
import { violationsIn } from './axe-violations.ts';
import { clickPassage } from './click-passage.ts';
import { openPanel } from './open-panel.ts';
import { clickControl, pageControl, waitForWords } from './page-control.ts';
import { PASSAGE } from './pages/orchard-story.ts';
import { selectInArticle } from './select-in-article.ts';
import { useSession } from './use-session.ts';

const EDITED = PASSAGE.second.replace('neuf', 'huit');
const ADDED = 'Mise à jour : la mairie promet de payer l’eau des arrosages jusqu’en octobre.';
/** What waits longer than a text has to stand still before it is kept. */
const VISIT_MS = 7000;

/** What a page of the extension can ask of its browser. */
interface TabsApi {
	readonly tabs: { query(of: object): Promise<{ readonly url?: string }[]> };
}

interface Change {
	readonly kind: string;
	readonly removed: readonly string[];
	readonly added: readonly string[];
}

/** The words told as removed and added, without what is said to screen readers only. */
function changeIn(page: Page, selector: string): Promise<Change[]> {
	return page.$$eval(selector, (elements) =>
		elements.map((element) => {
			const words = (name: string): string[] =>
				[...element.querySelectorAll(name)].map((one) => one.lastChild?.textContent ?? '');
			return { kind: element.className, removed: words('del'), added: words('ins') };
		}),
	);
}

describe.each(BROWSER_KINDS)('versions of an article, in %s', (kind) => {
	const world = useSession(kind);

	/** An article that was edited after one of its passages was annotated: a word in it is another, a paragraph is new. */
	async function openEdited() {
		const article = await world.openArticle();
		const { page, url } = article;
		await selectInArticle(page, PASSAGE.second);
		await page.keyboard.press('1');
		await waitForPainted(page, [['yellow', PASSAGE.second]]);
		const before = world.site.pages.get(url)!;
		const after = before.replace(PASSAGE.second, EDITED).replace('<h2>Quarante noms</h2>', `<p>${ADDED}</p>$&`);
		const visit = async (html: string): Promise<void> => {
			world.site.pages.set(url, html);
			await page.reload();
			await waitForPainted(page, [['yellow', html === before ? PASSAGE.second : EDITED]]);
		};
		await waitUntil('the article kept', async () => (await articleIdOf(article.title)) !== undefined);
		return { ...article, before, after, visit };
	}

	async function articleIdOf(title: string): Promise<string | undefined> {
		const library = await world.session.openExtensionPage('library.html');
		try {
			return await waitUntil('the article in the library', () =>
				library.$$eval(
					'li a',
					(links, wanted) => {
						const href = links.find(({ textContent }) => textContent === wanted)?.getAttribute('href');
						return new URL(href ?? '', 'https://x/').searchParams.get('article') ?? undefined;
					},
					title,
				),
			);
		} finally {
			await library.close();
		}
	}

	const countIn = (reader: Page) => reader.$$eval('.versions > ul > li', (items) => items.length);

	test('a page that was edited is kept as a version of its own, once, and the first one again adds nothing', async () => {
		const { page, title, before, after, visit } = await openEdited();
		const id = await articleIdOf(title);
		const reader = await world.session.openExtensionPage(`reader.html?article=${id}`);
		await waitForWords(reader, '1 version kept');
		await page.bringToFront();
		await visit(after);
		await waitUntil('a second version in the list', async () => (await countIn(reader)) === 2, 30_000);
		for (const html of [before, after]) {
			await visit(html);
			await new Promise((resolve) => setTimeout(resolve, VISIT_MS));
			expect(await countIn(reader)).toBe(2);
		}
	});

	test('a passage that was edited says since when and what, beside it and in the list', async () => {
		const { page, ui, after, visit } = await openEdited();
		await visit(after);
		const today = new Intl.DateTimeFormat('en', { dateStyle: 'long' }).format(new Date());
		await clickPassage(page, EDITED);
		await ui.waitForText(`Changed since ${today}`);
		expect(await ui.text()).toMatch(/sur\s+removed:\s*neuf\s*added:\s*huit\s+arbres/);
		await ui.button('All changes to the article').click();
		const library = await world.session.openExtensionPage('library.html');
		await waitUntil('a tab with all changes', () =>
			library.evaluate(async () => {
				const { browser, chrome } = globalThis as unknown as Record<string, TabsApi | undefined>;
				const tabs = await (browser ?? chrome!).tabs.query({});
				return tabs.some(({ url }) => url?.includes('versions='));
			}),
		);
		await page.bringToFront();
		await page.keyboard.press('Escape');

		const popup = await openPanel(world, page);
		await waitForWords(popup, `Changed since ${today}`);
		expect(await changeIn(popup, '.changed-since')).toEqual([
			{ kind: 'changed-since', removed: ['neuf'], added: ['huit'] },
		]);
		await pageControl(popup, 'link', 'All changes to the article');
		expect(await violationsIn(popup)).toEqual([]);
	});

	test('the reader shows what was edited, added and removed, and each version by itself', async () => {
		const { page, title, after, visit } = await openEdited();
		const id = await articleIdOf(title);
		await page.bringToFront();
		await visit(after.replace(/<p>« Mon grand-père[\s\S]*?<\/p>/, ''));
		const reader = await world.session.openExtensionPage(`reader.html?article=${id}`);
		await waitUntil('a second version in the list', async () => (await countIn(reader)) === 2, 30_000);

		await reader.bringToFront();
		await reader.click('.versions > summary');
		expect(await violationsIn(reader)).toEqual([]);
		await clickControl(reader, 'button', 'Show changes');
		await waitForWords(reader, 'What changed between');
		expect(await changeIn(reader, '.changes > li:not(.same, .folded)')).toEqual([
			{ kind: 'edited', removed: ['neuf'], added: ['huit'] },
			{ kind: 'added', removed: [], added: [ADDED] },
			{ kind: 'removed', removed: [expect.stringContaining(PASSAGE.third)], added: [] },
		]);
		await waitForWords(reader, 'Edited: 1');
		expect(await violationsIn(reader)).toEqual([]);
		expect(await reader.evaluate(() => location.search)).toMatch(/&versions=[0-9a-f]{16}\.\.[0-9a-f]{16}$/);

		await reader.click('.versions > summary');
		await reader.evaluate(() => {
			navigator.clipboard.writeText = async (text) => void Object.assign(document.body.dataset, { copied: text });
		});
		await reader.click('.versions > ul > li:last-child button');
		await waitForWords(reader, 'Copied.');
		const record = await reader.evaluate(() => document.body.dataset.copied);
		expect(record?.split('\n')).toEqual([
			title,
			page.url(),
			expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
			expect.stringMatching(/^SHA-256 [0-9a-f]{64}$/),
		]);

		await reader.click('.versions > ul > li:last-child > a');
		await waitForWords(reader, PASSAGE.second);
		await waitForPainted(reader, [['yellow', PASSAGE.second]]);
		expect(await reader.$$eval('[aria-current=page]', (links) => links.length)).toBe(1);
	});

	test('an earlier version does not say that it has changed since a later one', async () => {
		const { page, title, after, visit } = await openEdited();
		await visit(after);
		await selectInArticle(page, ADDED);
		await page.keyboard.press('2');
		await waitForPainted(page, [
			['yellow', EDITED],
			['green', ADDED],
		]);
		await selectInArticle(page, EDITED.slice(0, 35));
		await page.keyboard.press('3');
		const id = await articleIdOf(title);
		const reader = await world.session.openExtensionPage(`reader.html?article=${id}`);
		await waitUntil('a second version in the list', async () => (await countIn(reader)) === 2);
		const older = await reader.$eval('.versions > ul > li:last-child > a', (link) => link.getAttribute('href') ?? '');
		const earlier = await world.session.openExtensionPage(older);
		await waitForWords(earlier, PASSAGE.second);
		const panel = await openPanel(world, earlier);
		await waitForWords(panel, 'Differs from the version of');
		expect(await panel.evaluate(() => document.body.innerText)).not.toContain('Changed since');
	});

	test('a version that is not kept, and a comparison with nothing to compare, are said to be so', async () => {
		const { title } = await openEdited();
		const id = await articleIdOf(title);
		const reader = await world.session.openExtensionPage(`reader.html?article=${id}&version=0123`);
		await waitForWords(reader, 'This version of the article is not kept.');
		const comparison = await world.session.openExtensionPage(`reader.html?article=${id}&versions=..`);
		await waitForWords(comparison, 'No other version of this article is kept yet.');
	});
});
