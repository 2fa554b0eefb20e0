import { describe, expect, test } from 'vitest';
import { BROWSER_KINDS } from '../browser/browser-kind.ts';
import { paintedTexts, waitForPainted } from '../browser/painted-texts.ts';
import { selectWords, selectWordsByKeyboard } from '../browser/select-words.ts';
import { waitUntil } from '../browser/wait-until.ts';
import { clickPassage } from './click-passage.ts';
import { PASSAGE } from './pages/orchard-story.ts';
import { selectInArticle } from './select-in-article.ts';
import { useSession } from './use-session.ts';

const COLORS = ['Yellow', 'Green', 'Blue', 'Pink', 'Purple', 'Orange'] as const;
const PASSAGES = [
	PASSAGE.standfirst,
	PASSAGE.first,
	PASSAGE.second,
	PASSAGE.linked,
	PASSAGE.third,
	PASSAGE.last,
] as const;
const ALL_SIX = COLORS.map((color, index) => [color.toLowerCase(), PASSAGES[index]!] as const);

describe.each(BROWSER_KINDS)('on a live page in %s', (kind) => {
	const world = useSession(kind);

	test('each of the six buttons of the toolbar highlights the selected words in its colour, and a reload brings them back', async () => {
		const { page, ui } = await world.openArticle();
		for (const [index, color] of COLORS.entries()) {
			await selectInArticle(page, PASSAGES[index]!);
			await ui.button(color).click();
			await ui.toolbar('Annotate').waitUntilGone();
		}
		await waitForPainted(page, ALL_SIX);
		await page.reload();
		await waitForPainted(page, ALL_SIX);
	});

	test('each key from 1 to 6 highlights in its colour, and h in the colour last used', async () => {
		const { page, ui } = await world.openArticle();
		for (const [index, key] of (['1', '2', '3', '4', '5'] as const).entries()) {
			await selectInArticle(page, PASSAGES[index]!);
			await page.keyboard.press(key);
			await ui.toolbar('Annotate').waitUntilGone();
		}
		await selectWordsByKeyboard(page, 'La récolte');
		await page.keyboard.press('6');
		await waitForPainted(page, [...ALL_SIX.slice(0, 5), ['orange', 'La récolte']]);
		await selectInArticle(page, 'guetter la grêle');
		await page.keyboard.press('h');
		await waitForPainted(page, [...ALL_SIX.slice(0, 5), ['orange', 'La récolte'], ['orange', 'guetter la grêle']]);
	});

	test('n opens the note, Ctrl+Enter and Esc both keep what was typed, and a click on the passage shows it again', async () => {
		const { page, ui } = await world.openArticle();
		for (const [words, note, leave] of [
			[PASSAGE.first, 'kept by Ctrl+Enter', 'Enter'],
			[PASSAGE.last, 'kept by Esc', 'Escape'],
		] as const) {
			await selectInArticle(page, words);
			await page.keyboard.press('n');
			await ui.textbox('Note').type(note);
			if (leave === 'Enter') await page.keyboard.down('Control');
			await page.keyboard.press(leave);
			if (leave === 'Enter') await page.keyboard.up('Control');
			await ui.dialog('Annotation').waitUntilGone();
		}
		await page.reload();
		await waitUntil('both painted', async () => (await paintedTexts(page)).length === 2);
		await clickPassage(page, PASSAGE.first);
		await waitUntil('the first note', async () => (await ui.textbox('Note').value()) === 'kept by Ctrl+Enter');
		await page.keyboard.press('Escape');
		await clickPassage(page, PASSAGE.last);
		await waitUntil('the second note', async () => (await ui.textbox('Note').value()) === 'kept by Esc');
	});

	test('the card of a passage changes note, tags and colour, and deletes; undo and redo by key take it all back and forth', async () => {
		const { page, ui } = await world.openArticle();
		await selectInArticle(page, PASSAGE.second);
		await ui.button('Yellow').click();
		await clickPassage(page, PASSAGE.second);
		await ui.textbox('Note').type('une note');
		await ui.textbox('Tags').type('verger, greffe');
		await ui.button('Green').click();
		await waitForPainted(page, [['green', PASSAGE.second]]);
		await ui.button('Done').click();
		await ui.dialog('Annotation').waitUntilGone();

		await page.reload();
		await waitForPainted(page, [['green', PASSAGE.second]]);
		await clickPassage(page, PASSAGE.second);
		expect(await ui.textbox('Note').value()).toBe('une note');
		expect(await ui.textbox('Tags').value()).toBe('verger, greffe');
		await ui.button('Delete').click();
		await waitForPainted(page, []);
		await ui.waitForText('Annotation deleted.');

		const press = async (shift: boolean): Promise<void> => {
			await page.keyboard.down('Control');
			if (shift) await page.keyboard.down('Shift');
			await page.keyboard.press('z');
			if (shift) await page.keyboard.up('Shift');
			await page.keyboard.up('Control');
		};
		await press(false);
		await waitForPainted(page, [['green', PASSAGE.second]]);
		await press(true);
		await waitForPainted(page, []);
		await press(false);
		await waitForPainted(page, [['green', PASSAGE.second]]);
		// The deletion, then the colour, which was chosen last.
		await press(false);
		await waitForPainted(page, [['yellow', PASSAGE.second]]);
		await press(true);
		await waitForPainted(page, [['green', PASSAGE.second]]);
	});

	test('a deletion is taken back by the button of its notice', async () => {
		const { page, ui } = await world.openArticle();
		await selectInArticle(page, PASSAGE.third);
		await page.keyboard.press('5');
		await waitForPainted(page, [['purple', PASSAGE.third]]);
		await clickPassage(page, PASSAGE.third);
		await ui.button('Delete').click();
		await waitForPainted(page, []);
		await ui.button('Undo').click();
		await waitForPainted(page, [['purple', PASSAGE.third]]);
	});

	test('Esc puts the toolbar away and leaves the selection; another selection brings the toolbar again', async () => {
		const { page, ui } = await world.openArticle();
		await selectInArticle(page, PASSAGE.first);
		await page.keyboard.press('Escape');
		await ui.toolbar('Annotate').waitUntilGone();
		expect(await page.evaluate(() => String(getSelection()))).toBe(PASSAGE.first);
		await selectInArticle(page, PASSAGE.last);
	});

	test('words selected outside the article or in a field offer nothing, and keys there highlight nothing', async () => {
		const { page, ui } = await world.openArticle();
		await selectInArticle(page, PASSAGE.first);
		await selectWords(page, PASSAGE.outside);
		await ui.toolbar('Annotate').waitUntilGone();
		await page.keyboard.press('h');
		await page.click('input[name=q]', { count: 3 });
		await page.keyboard.press('h');
		await waitUntil('the key in the field', () => page.$eval('input[name=q]', (field) => field.value === 'h'));
		expect(await ui.toolbar('Annotate').isThere()).toBe(false);
		expect(await paintedTexts(page)).toEqual([]);
	});

	test('the page keeps its document as it was, but for the one element of En marge', async () => {
		const { page, ui } = await world.openArticle();
		const before = await page.evaluate(() => document.head.outerHTML + document.body.outerHTML);
		await selectInArticle(page, PASSAGE.second);
		await ui.button('Note').click();
		await ui.textbox('Note').type('une note');
		await ui.button('Pink').click();
		await waitForPainted(page, [['pink', PASSAGE.second]]);
		expect(await page.evaluate(() => document.head.outerHTML + document.body.outerHTML)).toBe(before);
		const children = await page.evaluate(() =>
			[...document.documentElement.children].map(({ localName, shadowRoot }) => `${localName} ${shadowRoot}`),
		);
		expect(children).toEqual(['head null', 'body null', 'div null']);
		expect(await page.evaluate(() => document.documentElement.getAttributeNames().sort())).toEqual(['dir', 'lang']);
	});
});
