import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { BROWSER_KINDS } from '../browser/browser-kind.ts';
import { downloadedFile } from '../browser/downloaded-file.ts';
import { waitForPainted } from '../browser/painted-texts.ts';
import { waitUntil } from '../browser/wait-until.ts';
import { listed, openPanel, waitForQuotes } from './open-panel.ts';
import { clickControl, pageControl, waitForWords } from './page-control.ts';
import { PASSAGE } from './pages/orchard-story.ts';
import { IN_ORDER, openWithThree } from './three-passages.ts';
import { useSession } from './use-session.ts';

/** Everything that Markdown, Obsidian or a careless program might take for its own. */
const AWKWARD =
	'# not a heading\n- *not* ==marked== %%hidden%% [[link]] `code` <b>bold</b>\n\nשלום 👨‍👩‍👧 עולם \\ | #tag';

async function clickInItem(panel: Page, quote: string, button: string): Promise<void> {
	await waitUntil(`${button} of "${quote}"`, async () => {
		for (const item of await panel.$$('[role=list][aria-label=Annotations] > li')) {
			if ((await item.$eval('blockquote', (element) => element.textContent)) !== quote) continue;
			await (await item.$(`aria/${button}[role="button"]`))!.click();
			return true;
		}
		return false;
	});
}

describe.each(BROWSER_KINDS)('the popup, in %s', (kind) => {
	const world = useSession(kind);

	test('names the article and lists its annotations in reading order, with colour and state', async () => {
		const { page, title } = await openWithThree(world);
		const panel = await openPanel(world, page);
		await waitForQuotes(panel, IN_ORDER);
		await pageControl(panel, 'heading', title);
		await waitUntil('colours and states', async () => {
			const metas = (await listed(panel)).map(({ meta }) => meta);
			return JSON.stringify(metas) === JSON.stringify(['Yellowanchored', 'Greenanchored', 'Blueanchored']);
		});
	});

	test('searches in quotes, notes and tags', async () => {
		const { page } = await openWithThree(world);
		const panel = await openPanel(world, page);
		await waitForQuotes(panel, IN_ORDER);
		await (await pageControl(panel, 'searchbox', 'Search')).type('RECOLTE');
		await waitForQuotes(panel, [PASSAGE.last]);
		await waitForWords(panel, '1 annotation');
	});

	test('edits note, tags and colour; the page shows it, and everything is there when opened again', async () => {
		const { page } = await openWithThree(world);
		const panel = await openPanel(world, page);
		await waitForQuotes(panel, IN_ORDER);
		await clickInItem(panel, PASSAGE.third, 'Edit');
		await (await pageControl(panel, 'textbox', 'Note')).type('une remarque');
		await (await pageControl(panel, 'textbox', 'Tags')).type('pomme,  verger,pomme');
		await clickControl(panel, 'button', 'Pink');
		await clickControl(panel, 'button', 'Save');
		const wanted = { quote: PASSAGE.third, note: 'une remarque', tags: ['pomme', 'verger'], meta: 'Pinkanchored' };
		await waitUntil('the edit in the list', async () => {
			return JSON.stringify((await listed(panel))[1]) === JSON.stringify(wanted);
		});
		await waitForPainted(page, [
			['yellow', PASSAGE.first],
			['pink', PASSAGE.third],
			['blue', PASSAGE.last],
		]);
		const again = await openPanel(world, page);
		await waitForQuotes(again, IN_ORDER);
		await waitUntil('the edit, opened again', async () => {
			return JSON.stringify((await listed(again))[1]) === JSON.stringify(wanted);
		});
	});

	test('deletes with a way back', async () => {
		const { page } = await openWithThree(world);
		const panel = await openPanel(world, page);
		await waitForQuotes(panel, IN_ORDER);
		await clickInItem(panel, PASSAGE.first, 'Delete');
		await waitForQuotes(panel, IN_ORDER.slice(1));
		await waitForPainted(page, [
			['green', PASSAGE.third],
			['blue', PASSAGE.last],
		]);
		await clickControl(panel, 'button', 'Undo');
		await waitForQuotes(panel, IN_ORDER);
		await waitForPainted(page, [
			['yellow', PASSAGE.first],
			['green', PASSAGE.third],
			['blue', PASSAGE.last],
		]);
	});

	test('shows a passage in the page', async () => {
		const { page } = await openWithThree(world);
		await page.evaluate(() => {
			document.querySelector<HTMLElement>('.t-content__body')!.style.paddingBlock = '200vh';
			scrollTo({ top: 0, behavior: 'instant' });
		});
		const panel = await openPanel(world, page);
		await waitForQuotes(panel, IN_ORDER);
		await clickInItem(panel, PASSAGE.last, 'Show');
		await page.bringToFront();
		await waitUntil('the passage in view', () =>
			page.evaluate(() => {
				const { top, bottom } = document.querySelector('.t-content__body > p:last-of-type')!.getBoundingClientRect();
				return top > 0 && bottom < innerHeight;
			}),
		);
	});

	test('exports Markdown, by download and by copying; what was written comes through whole', async () => {
		const { page, url, title } = await openWithThree(world);
		const panel = await openPanel(world, page);
		await waitForQuotes(panel, IN_ORDER);
		await clickInItem(panel, PASSAGE.first, 'Edit');
		await panel.evaluate((text) => {
			const field = document.querySelector<HTMLTextAreaElement>('.editor textarea')!;
			field.value = text;
			field.dispatchEvent(new Event('input', { bubbles: true }));
		}, AWKWARD);
		await clickControl(panel, 'button', 'Save');
		// As its Markdown means it.
		await waitUntil('the note', async () => (await listed(panel))[0]?.note.includes('not a heading') === true);

		await clickControl(panel, 'button', 'Export');
		const { name, bytes } = await downloadedFile(world.session, () => clickControl(panel, 'button', 'Download'));
		expect(name).toMatch(/^\d{4}-\d\d-\d\d-.*pommiers.*\.md$/);
		const markdown = bytes.toString('utf8');
		expect(markdown.startsWith('---\n')).toBe(true);
		expect(markdown).toContain(title);
		expect(markdown).toContain(url);
		const places = IN_ORDER.map((quote) => markdown.indexOf(quote.slice(2, 30)));
		expect(places.every((place, index) => place > (places[index - 1] ?? 0))).toBe(true);
		expect(markdown.match(/#:~:text=/g)).toHaveLength(3);
		for (const piece of ['not a heading', 'שלום 👨‍👩‍👧 עולם', 'hidden']) expect(markdown).toContain(piece);

		await clickControl(panel, 'button', 'Copy');
		await waitForWords(panel, 'Copied.');
		await panel.keyboard.press('Escape');
		await clickInItem(panel, PASSAGE.last, 'Edit');
		await (await pageControl(panel, 'textbox', 'Note')).click();
		await panel.keyboard.down('Control');
		await panel.keyboard.press('v');
		await panel.keyboard.up('Control');
		const body = (text: string): string => text.replaceAll('\r\n', '\n').split('---\n').slice(2).join('---\n').trim();
		await waitUntil('the copied Markdown', async () => {
			return body(await panel.$eval('.editor textarea', (field) => field.value)) === body(markdown);
		});
	});

	test('says what to do while nothing is annotated yet', async () => {
		const { page, title } = await world.openArticle();
		const panel = await openPanel(world, page);
		await pageControl(panel, 'heading', title);
		await waitForWords(panel, 'Nothing annotated yet.');
	});

	if (kind === 'chrome') {
		test('opens from the toolbar for the page in front', async () => {
			const { page, title } = await openWithThree(world);
			const popup = await world.session.openPopup(page);
			await waitForQuotes(popup, IN_ORDER);
			expect(await popup.$eval('h1', ({ textContent }) => textContent)).toBe(title);
		});
	}
});
