import type { ElementHandle, Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { seedAnnotations } from '../bench/seed-annotations.ts';
import { BROWSER_KINDS } from '../browser/browser-kind.ts';
import { waitUntil } from '../browser/wait-until.ts';
import { violationsIn } from './axe-violations.ts';
import { listed, openPanel, waitForQuotes } from './open-panel.ts';
import { clickControl, pageControl, waitForWords } from './page-control.ts';
import { PASSAGE } from './pages/orchard-story.ts';
import { IN_ORDER, openWithThree } from './three-passages.ts';
import { useSession } from './use-session.ts';

const COUNT = 300;

/** A body long enough for many passages. */
const LONG_BODY = Array.from(
	{ length: 300 },
	(_, index) => `<p>Paragraphe ${index} : le verger ${index * 7} a donné ${index * 13} corbeilles de pommes.</p>`,
).join('');

/** Of the item that has the focus: its place in the list, and how many there are. */
function focusedPlace(panel: Page): Promise<string> {
	return panel.evaluate(() => {
		const item = document.activeElement?.closest('[data-row]');
		return `${item?.getAttribute('aria-posinset')} of ${item?.getAttribute('aria-setsize')}`;
	});
}

async function press(panel: Page, ...keys: Parameters<Page['keyboard']['press']>[0][]): Promise<void> {
	const [last, ...held] = keys.reverse();
	for (const key of held.reverse()) await panel.keyboard.down(key);
	await panel.keyboard.press(last!);
	for (const key of held) await panel.keyboard.up(key);
}

describe.each(BROWSER_KINDS)('the panel, in %s', (kind) => {
	const world = useSession(kind);

	async function openThree() {
		const { page } = await openWithThree(world);
		// Far from each other, so that one at a time is before the reader.
		await page.evaluate(() => {
			for (const paragraph of document.querySelectorAll<HTMLElement>('.t-content__body > p'))
				paragraph.style.marginBlock = '120vh';
			document.documentElement.style.scrollBehavior = 'auto';
		});
		const panel = await openPanel(world, page, 'sidepanel');
		await waitForQuotes(panel, IN_ORDER);
		return { page, panel };
	}

	async function waitForCurrent(panel: Page, quote: string | undefined): Promise<void> {
		await waitUntil(`current: ${quote}`, async () => {
			const current = await panel.$$eval('[aria-current=true] blockquote', (quotes) =>
				quotes.map((q) => q.textContent),
			);
			return JSON.stringify(current) === JSON.stringify(quote === undefined ? [] : [quote]);
		});
	}

	async function scrollTo(page: Page, index: number): Promise<void> {
		await page.bringToFront();
		await page.evaluate((at) => {
			document.querySelectorAll('.t-content__body > p')[at]!.scrollIntoView({ block: 'center', behavior: 'instant' });
		}, index);
	}

	test('marks the passage that the reader has before him, in step with the page', async () => {
		const { page, panel } = await openThree();
		await scrollTo(page, 0);
		await waitForCurrent(panel, PASSAGE.first);
		await scrollTo(page, 3);
		await waitForCurrent(panel, PASSAGE.last);
		await page.evaluate(() => window.scrollTo({ top: 0, behavior: 'instant' }));
		await waitForCurrent(panel, undefined);
		// The one does not go through the background to the other.
		await world.session.killBackground();
		await scrollTo(page, 2);
		await waitForCurrent(panel, PASSAGE.third);
		await page.reload();
		await waitUntil('the page to be followed again', async () => {
			await scrollTo(page, 3).catch(() => undefined);
			return (await panel.$('[aria-current=true]')) !== null;
		});
	});

	test('a click on an item goes to its passage and shows it for a moment', async () => {
		const { page, panel } = await openThree();
		await page.evaluate(() => window.scrollTo({ top: 0, behavior: 'instant' }));
		await panel.bringToFront();
		await (await panel.$$('blockquote'))[2]!.click();
		await page.bringToFront();
		await waitUntil('the focus paint', () => page.evaluate(() => CSS.highlights.has('en-marge-focus-blue')));
		await waitForCurrent(panel, PASSAGE.last);
		expect(
			await page.$eval('.t-content__body > p:last-of-type', (paragraph) => {
				const { top, bottom } = paragraph.getBoundingClientRect();
				return top > 0 && bottom < innerHeight;
			}),
		).toBe(true);
	});

	test('narrows the list by colour, state, tag and note, tells how many, and remembers it until all is shown again', async () => {
		const { page, panel } = await openThree();
		await panel.bringToFront();
		await panel.evaluate(() => document.querySelectorAll<HTMLElement>('[data-row]')[1]!.focus());
		await press(panel, 'Enter');
		await (await pageControl(panel, 'textbox', 'Note')).type('une note');
		await (await pageControl(panel, 'textbox', 'Tags')).type('verger');
		await press(panel, 'Control', 'Enter');
		await waitUntil('the note', async () => (await listed(panel))[1]?.note === 'une note');

		await clickControl(panel, 'button', 'Filter');
		await pageControl(panel, 'button', 'anchored 3');
		await clickControl(panel, 'button', 'Green 1');
		await waitForQuotes(panel, [PASSAGE.third]);
		await pageControl(panel, 'button', 'anchored 1');
		await pageControl(panel, 'button', 'With note 1');
		await clickControl(panel, 'button', 'Yellow 1');
		await waitForQuotes(panel, [PASSAGE.first, PASSAGE.third]);
		await clickControl(panel, 'button', 'verger 1');
		await waitForQuotes(panel, [PASSAGE.third]);
		await waitForWords(panel, '3 in all');
		expect(await violationsIn(panel)).toEqual([]);

		const again = await openPanel(world, page, 'sidepanel');
		await waitForQuotes(again, [PASSAGE.third]);
		await again.bringToFront();
		await (await pageControl(again, 'searchbox', 'Search')).type('zzz');
		await waitForWords(again, 'Nothing matches');
		await clickControl(again, 'button', 'Clear filters');
		await waitForQuotes(again, IN_ORDER);
		const third = await openPanel(world, page, 'sidepanel');
		await waitForQuotes(third, IN_ORDER);
	});

	test('keeps a note on the article as it is typed, and takes it back', async () => {
		const { page, panel } = await openThree();
		await panel.bringToFront();
		await (await articleNote(panel)).type('Qui parle ?');
		await waitUntil('the note to be stored', async () => (await storedNotes(panel)).includes('Qui parle ?'));
		const again = await openPanel(world, page);
		const noteIn = (of: Page) => of.$eval('.article-note', (field) => (field as HTMLTextAreaElement).value);
		await waitUntil('the note in the popup', async () => (await noteIn(again)) === 'Qui parle ?');
		await again.bringToFront();
		await clickControl(again, 'button', 'Undo');
		await waitForWords(again, 'Undone: note on the article');
		await waitUntil('no note in either', async () => `${await noteIn(again)}${await noteIn(panel)}` === '');
		await clickControl(again, 'button', 'Redo');
		await waitUntil('the note in the panel', async () => (await noteIn(panel)) === 'Qui parle ?');
	});

	test('a note can be written on an article in which nothing is annotated', async () => {
		const { page } = await world.openArticle();
		const panel = await openPanel(world, page, 'sidepanel');
		await waitForWords(panel, 'Nothing annotated yet.');
		await panel.bringToFront();
		await (await articleNote(panel)).type('à relire');
		await press(panel, 'Tab');
		await waitUntil('the note to be stored', async () => (await storedNotes(panel)).includes('à relire'));
		const again = await openPanel(world, page);
		await waitUntil('the note in the popup', async () => {
			return (await again.$eval('.article-note', (field) => (field as HTMLTextAreaElement).value)) === 'à relire';
		});
	});

	test('acts are taken back after the panel was closed, step by step, and each is told', async () => {
		const { page, panel } = await openThree();
		await panel.close();
		const again = await openPanel(world, page, 'sidepanel');
		await waitForQuotes(again, IN_ORDER);
		await again.bringToFront();
		await press(again, 'Control', 'z');
		await waitForWords(again, 'Undone: new highlight');
		await waitForQuotes(again, [PASSAGE.first, PASSAGE.last]);
		await press(again, 'Control', 'z');
		await press(again, 'Control', 'z');
		await waitForWords(again, 'Nothing annotated yet.');
		await press(again, 'Control', 'z');
		await waitForWords(again, 'Nothing to undo.');
		await press(again, 'Control', 'Shift', 'z');
		await waitForWords(again, 'Done again: new highlight');
		await waitForQuotes(again, [PASSAGE.last]);
	});

	test('of hundreds it holds what can be seen, and every one is reached by keys, with the focus never lost', async () => {
		const { page } = await world.openArticle({ body: LONG_BODY });
		await seedAnnotations(world.session, page, COUNT);
		const panel = await openPanel(world, page, 'sidepanel');
		await panel.bringToFront();
		await waitForWords(panel, `${COUNT} annotations`);
		const rows = () => panel.$$eval('[data-row]', (items) => items.length);
		expect(await rows()).toBeLessThan(60);
		expect(await panel.$eval('[data-row]', (item) => item.getAttribute('aria-setsize'))).toBe(String(COUNT));
		await panel.focus('[data-row]');
		await press(panel, 'ArrowDown');
		await waitUntil('the second', async () => (await focusedPlace(panel)) === `2 of ${COUNT}`);
		await press(panel, 'End');
		const seen = () =>
			panel.evaluate(() => {
				const { top, bottom } = document.activeElement!.getBoundingClientRect();
				return top >= 0 && bottom <= innerHeight;
			});
		await waitUntil(
			'the last, in view',
			async () => (await focusedPlace(panel)) === `${COUNT} of ${COUNT}` && (await seen()),
		);
		for (let step = 0; step < 12; step++) await press(panel, 'ArrowUp');
		await waitUntil(
			'twelve above',
			async () => (await focusedPlace(panel)) === `${COUNT - 12} of ${COUNT}` && (await seen()),
		);
		expect(await rows()).toBeLessThan(60);
		// Scrolled away, it keeps the focus.
		await panel.mouse.move(200, 300);
		await panel.mouse.wheel({ deltaY: -100_000 });
		await panel.waitForSelector('[aria-posinset="1"]');
		expect(await focusedPlace(panel)).toBe(`${COUNT - 12} of ${COUNT}`);
		await press(panel, 'Delete');
		await waitForWords(panel, `${COUNT - 1} annotations`);
		await waitUntil('its neighbour', async () => (await focusedPlace(panel)) === `${COUNT - 12} of ${COUNT - 1}`);
		await press(panel, 'Control', 'z');
		await waitForWords(panel, `${COUNT} annotations`);
		await press(panel, 'Home');
		await waitUntil('the first', async () => (await focusedPlace(panel)) === `1 of ${COUNT}` && (await seen()));
		expect(await violationsIn(panel)).toEqual([]);
	});

	test('a long list goes to what the page shows, while the reader leaves it alone', async () => {
		const { page } = await world.openArticle({ body: LONG_BODY });
		await seedAnnotations(world.session, page, COUNT);
		await page.reload();
		const panel = await openPanel(world, page, 'sidepanel');
		await waitForWords(panel, `${COUNT} annotations`);
		const currentPlace = () =>
			panel.evaluate(() => {
				const item = document.querySelector('[aria-current=true]');
				const { top = -1, bottom = -1 } = item?.getBoundingClientRect() ?? {};
				return top >= 0 && bottom <= innerHeight ? Number(item?.getAttribute('aria-posinset')) : undefined;
			});
		await page.bringToFront();
		await page.evaluate(() => window.scrollTo({ top: document.body.scrollHeight / 2, behavior: 'instant' }));
		await waitUntil('one of the middle in view', async () => {
			const place = (await currentPlace()) ?? 0;
			return place > COUNT / 4 && place < (COUNT * 3) / 4;
		});
		await panel.bringToFront();
		await panel.mouse.move(200, 300);
		await panel.mouse.wheel({ deltaY: -100_000 });
		await panel.waitForSelector('[aria-posinset="1"]');
		await page.bringToFront();
		await page.evaluate(() => window.scrollTo({ top: document.body.scrollHeight, behavior: 'instant' }));
		await waitUntil('the last ones marked', () =>
			panel.evaluate((count) => {
				const place = document.querySelector('[aria-current=true]')?.getAttribute('aria-posinset');
				return Number(place) > (count * 3) / 4;
			}, COUNT),
		);
		expect(await panel.evaluate(() => scrollY)).toBe(0);
	});

	test('all of it is done with keys alone', async () => {
		const { panel } = await openThree();
		await panel.bringToFront();
		const tabTo = async (name: string, isThere: () => Promise<boolean>): Promise<void> => {
			await waitUntil(`the focus on ${name}`, async () => {
				await press(panel, 'Tab');
				return await isThere();
			});
		};
		const isOn = (label: string) => () =>
			panel.evaluate((wanted) => {
				const element = document.activeElement;
				return (element?.getAttribute('aria-label') ?? element?.textContent) === wanted;
			}, label);
		await tabTo('the note on the article', isOn('Note on the article'));
		await panel.keyboard.type('au clavier');
		await tabTo('Search', isOn('Search'));
		await tabTo('Filter', isOn('Filter'));
		await press(panel, 'Enter');
		await tabTo('Blue', isOn('Blue 1'));
		await press(panel, ' ');
		await waitForQuotes(panel, [PASSAGE.last]);
		await tabTo('Clear filters', isOn('Clear filters'));
		await press(panel, 'Enter');
		await waitForQuotes(panel, IN_ORDER);
		await tabTo('the list', async () => (await focusedPlace(panel)) !== 'undefined of undefined');
		await press(panel, 'Home');
		await press(panel, 'ArrowDown');
		await waitUntil('the second', async () => (await focusedPlace(panel)) === '2 of 3');
		await press(panel, 'Enter');
		await pageControl(panel, 'textbox', 'Note');
		await panel.keyboard.type('une remarque');
		await press(panel, 'Escape');
		await waitUntil('the note', async () => (await listed(panel))[1]?.note === 'une remarque');
		await waitUntil('the focus on its item', async () => (await focusedPlace(panel)) === '2 of 3');
		await press(panel, 'Delete');
		await waitForQuotes(panel, [PASSAGE.first, PASSAGE.last]);
		await waitUntil('the focus on the next', async () => (await focusedPlace(panel)) === '2 of 2');
		await press(panel, 'Control', 'z');
		await waitForQuotes(panel, IN_ORDER);
	});
});

/** The notes on articles, as the database has them. */
function storedNotes(panel: Page): Promise<string[]> {
	return panel.evaluate(`(async () => {
		const done = (request) => new Promise((resolve, reject) => {
			request.onsuccess = () => resolve(request.result);
			request.onerror = () => reject(request.error);
		});
		const database = await done(indexedDB.open('en-marge'));
		const articles = await done(database.transaction('articles').objectStore('articles').getAll());
		database.close();
		return articles.map(({ note }) => note ?? '');
	})()`) as Promise<string[]>;
}

/** Where a note on the article is written. What is noted so far is read first: nothing can be typed over what is not known yet. */
async function articleNote(panel: Page): Promise<ElementHandle<Element>> {
	await panel.waitForSelector('.article-note:not([readonly])');
	return await pageControl(panel, 'textbox', 'Note on the article');
}
