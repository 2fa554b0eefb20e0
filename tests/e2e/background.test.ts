import { describe, expect, test } from 'vitest';
import { BROWSER_KINDS } from '../browser/browser-kind.ts';
import { HOST } from '../browser/closed-root.ts';
import { paintedTexts, waitForPainted } from '../browser/painted-texts.ts';
import { selectWords } from '../browser/select-words.ts';
import { waitUntil } from '../browser/wait-until.ts';
import { clickPassage } from './click-passage.ts';
import { listed, openPanel, waitForQuotes } from './open-panel.ts';
import { clickControl } from './page-control.ts';
import { PASSAGE } from './pages/orchard-story.ts';
import { selectInArticle } from './select-in-article.ts';
import { useSession } from './use-session.ts';

describe.each(BROWSER_KINDS)('the background, in %s', (kind) => {
	const world = useSession(kind);

	test('is killed between any two steps, and nothing is missed', async () => {
		const { page, ui } = await world.openArticle();
		const panel = await openPanel(world, page);
		await page.bringToFront();
		const kill = () => world.session.killBackground();
		await kill();
		await selectInArticle(page, PASSAGE.first);
		await kill();
		await page.keyboard.press('1');
		await waitForPainted(page, [['yellow', PASSAGE.first]]);
		await waitForQuotes(panel, [PASSAGE.first]);
		await kill();
		await clickPassage(page, PASSAGE.first);
		await ui.textbox('Note').type('while it slept');
		await kill();
		await ui.button('Done').click();
		await waitUntil('the note', async () => (await listed(panel))[0]?.note === 'while it slept');
		await kill();
		await selectInArticle(page, PASSAGE.last);
		await kill();
		await ui.button('Green').click();
		await waitForQuotes(panel, [PASSAGE.first, PASSAGE.last]);
		await kill();
		await panel.bringToFront();
		await clickControl(panel, 'button', 'Delete');
		await waitForQuotes(panel, [PASSAGE.last]);
		await waitForPainted(page, [['green', PASSAGE.last]]);
		await kill();
		await page.bringToFront();
		await page.keyboard.down('Control');
		await page.keyboard.press('z');
		await page.keyboard.up('Control');
		const both = [
			['yellow', PASSAGE.first],
			['green', PASSAGE.last],
		] as const;
		await waitForPainted(page, both);
		await kill();
		await page.reload();
		await waitForPainted(page, both);
		expect((await listed(panel))[0]?.note).toBe('while it slept');
	});

	test('is killed while it works: what was done is stored, or the reader is told and can do it again', async () => {
		const { page, ui } = await world.openArticle();
		const panel = await openPanel(world, page);
		await page.bringToFront();
		await selectInArticle(page, PASSAGE.first);
		await page.keyboard.press('1');
		await world.session.killBackground();
		await waitUntil('stored or told', async () => {
			if ((await listed(panel)).length === 1) return true;
			if (!(await ui.text()).includes('your words are still here')) return false;
			await ui.button('Try again').click();
			return true;
		});
		await waitForPainted(page, [['yellow', PASSAGE.first]]);
		await waitForQuotes(await openPanel(world, page), [PASSAGE.first]);
	});

	test('the extension is reloaded while a page is open: nothing is thrown, what was highlighted stands, and all is well after a reload', async () => {
		const { page, ui } = await world.openArticle();
		const thrown: string[] = [];
		page.on('pageerror', (error) => thrown.push(String(error)));
		page.on('console', (message) => message.type() === 'error' && thrown.push(message.text()));
		await selectInArticle(page, PASSAGE.first);
		await page.keyboard.press('1');
		await waitForPainted(page, [['yellow', PASSAGE.first]]);
		await openPanel(world, page).then((panel) => waitForQuotes(panel, [PASSAGE.first]));
		thrown.length = 0;

		await page.bringToFront();
		await world.session.reloadExtension();
		await page.bringToFront();
		await selectWords(page, PASSAGE.last);
		await page.keyboard.press('2');
		await page.keyboard.press('Escape');
		if (kind === 'chrome') {
			await ui.waitForText('Reload this page to go on annotating.');
			expect(await page.$$eval(HOST, (hosts) => hosts.length)).toBeGreaterThan(0);
		}
		expect(thrown.filter((text) => !/Failed to load resource/.test(text))).toEqual([]);

		await page.reload();
		await waitUntil('the first passage painted', async () =>
			(await paintedTexts(page)).some(({ text }) => text === PASSAGE.first),
		);
		await selectInArticle(page, PASSAGE.third);
		await page.keyboard.press('3');
		await waitUntil('the third passage painted', async () =>
			(await paintedTexts(page)).some(({ text }) => text === PASSAGE.third),
		);
	});
});
