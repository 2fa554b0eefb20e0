import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { BROWSER_KINDS } from '../browser/browser-kind.ts';
import { type InPageUi, inPageUi } from '../browser/in-page-ui.ts';
import { paintedTexts, waitForPainted } from '../browser/painted-texts.ts';
import { waitUntil } from '../browser/wait-until.ts';
import { clickPassage } from './click-passage.ts';
import { press } from './reading-cursor.ts';
import { selectInArticle } from './select-in-article.ts';
import { useSession } from './use-session.ts';

const LONG = 'Les greffes ont pris sur neuf arbres';
const SHORT = 'neuf arbres sur dix';
const BOTH = 'Les greffes ont pris sur neuf arbres sur dix';

describe.each(BROWSER_KINDS)('passages that cross in %s', (kind) => {
	const world = useSession(kind);

	async function highlight(page: Page, words: string, key: string, note = ''): Promise<void> {
		const ui = inPageUi(page);
		await selectInArticle(page, words);
		await press(page, key);
		await ui.toolbar('Annotate').waitUntilGone();
		if (note === '') return;
		await clickPassage(page, words);
		await ui.textbox('Note').type(note);
		await ui.button('Done').click();
		await ui.dialog('Annotation').waitUntilGone();
	}

	const isPressed = async (ui: InPageUi, color: string) =>
		(await (await ui.button(color).element()).evaluate((button) => button.getAttribute('aria-pressed'))) === 'true';

	test('stay apart: each is painted, the shorter above, until they cross no more', async () => {
		const { page, ui } = await world.openArticle();
		await highlight(page, LONG, '1');
		await waitForPainted(page, [['yellow', LONG]]);
		expect((await paintedTexts(page)).map(({ name }) => name)).toEqual(['en-marge-yellow']);
		await highlight(page, SHORT, '3');
		await waitForPainted(page, [
			['yellow', LONG],
			['blue', SHORT],
		]);
		const names = (await paintedTexts(page)).map(({ name }) => name);
		expect(names).toEqual(['en-marge-layer1-yellow', 'en-marge-layer2-blue']);
		const priorities = await page.evaluate((wanted) => wanted.map((name) => CSS.highlights.get(name)?.priority), names);
		expect(priorities).toEqual([1, 2]);

		await clickPassage(page, 'neuf arbres');
		await waitUntil('the shorter', () => isPressed(ui, 'Blue'));
		await clickPassage(page, 'neuf arbres');
		await waitUntil('the longer', () => isPressed(ui, 'Yellow'));
		await clickPassage(page, 'neuf arbres');
		await waitUntil('the shorter again', () => isPressed(ui, 'Blue'));
		await ui.button('Delete').click();
		await waitForPainted(page, [['yellow', LONG]]);
		await waitUntil('no layer', async () => (await paintedTexts(page))[0]?.name === 'en-marge-yellow');
	});

	test('by keyboard: Enter opens the shortest, again the next', async () => {
		const { page, ui } = await world.openArticle();
		await highlight(page, LONG, '1');
		await highlight(page, SHORT, '3');
		await press(page, 's');
		await press(page, ']');
		for (const color of ['Blue', 'Yellow', 'Blue']) {
			await press(page, 'Enter');
			await waitUntil(color, () => isPressed(ui, color));
			await press(page, 'Escape');
			await ui.dialog('Annotation').waitUntilGone();
		}
	});

	test('are merged by command: notes one after the other, the colour of the one acted on; one step back and forth', async () => {
		const { page, ui } = await world.openArticle();
		await highlight(page, LONG, '1', 'la première');
		await highlight(page, SHORT, '3');
		await clickPassage(page, 'sur dix');
		await ui.textbox('Note').type('la seconde');
		await ui.button('Passage').click();
		await ui.button('Merge with 1 other').click();
		await waitForPainted(page, [['blue', BOTH]]);
		await ui.waitForText('Annotations merged.');
		await waitUntil('both notes', async () => (await ui.textbox('Note').value()) === 'la première\n\nla seconde');
		await page.reload();
		await waitForPainted(page, [['blue', BOTH]]);
		await press(page, 'Control+z');
		await waitForPainted(page, [
			['yellow', LONG],
			['blue', SHORT],
		]);
		await ui.waitForText('Undone: merging.');
		await press(page, 'Control+Shift+Z');
		await waitForPainted(page, [['blue', BOTH]]);
	});

	test('one is split where it was clicked: the note stays with the first; one step back', async () => {
		const { page, ui } = await world.openArticle();
		await highlight(page, BOTH, '2', 'ma note');
		await clickPassage(page, 'neuf arbres');
		await ui.button('Passage').click();
		await ui.button('Split before “neuf arbres”').click();
		await waitForPainted(page, [
			['green', 'Les greffes ont pris sur'],
			['green', SHORT],
		]);
		await ui.waitForText('Annotation split in two.');
		await clickPassage(page, 'sur dix');
		await waitUntil('no note', async () => (await ui.textbox('Note').value()) === '');
		await press(page, 'Escape');
		await page.reload();
		await waitUntil('two', async () => (await paintedTexts(page)).length === 2);
		await clickPassage(page, 'greffes');
		await waitUntil('the note', async () => (await ui.textbox('Note').value()) === 'ma note');
		await press(page, 'Escape');
		await press(page, 'Control+z');
		await waitForPainted(page, [['green', BOTH]]);
	});
});
