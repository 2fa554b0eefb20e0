import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { BROWSER_KINDS } from '../browser/browser-kind.ts';
import { paintedTexts } from '../browser/painted-texts.ts';
import { waitUntil } from '../browser/wait-until.ts';
import { PASSAGE } from './pages/orchard-story.ts';
import { cursorWords, press, waitForCursor } from './reading-cursor.ts';
import { useSession } from './use-session.ts';

/** Waits until exactly these are painted, besides the cursor. */
async function waitForAnnotations(page: Page, wanted: readonly (readonly [color: string, text: string])[]) {
	let seen: unknown;
	await waitUntil(`painted ${JSON.stringify(wanted)}`, async () => {
		const painted = (await paintedTexts(page)).filter(({ name }) => name !== 'en-marge-cursor');
		seen = painted.map(({ name, text }) => [name.split('-').at(-1), text]);
		return JSON.stringify(seen) === JSON.stringify(wanted);
	}).catch((error: Error) => {
		throw new Error(`${error.message}; in the end ${JSON.stringify(seen)}`);
	});
}

describe.each(BROWSER_KINDS)('with no pointer at all in %s', (kind) => {
	const world = useSession(kind);

	test('the whole job is done: read, highlight, write, find again, change, undo', async () => {
		const { page, ui, title } = await world.openArticle();
		await press(page, 's');
		await waitForCursor(page, title);
		await ui.waitForText(title);
		await press(page, 'ArrowDown');
		await press(page, 'j');
		// Past the caption of the picture.
		await press(page, 'PageDown');
		await press(page, 'ArrowDown');
		await waitForCursor(page, PASSAGE.first);
		await press(page, '2');
		await waitForAnnotations(page, [['green', PASSAGE.first]]);
		await ui.waitForText('Highlighted: Green.');

		// By word, and more words.
		await press(page, 'ArrowRight');
		await waitForCursor(page, 'Au');
		await press(page, 'PageDown');
		await press(page, 'ArrowRight');
		await waitForCursor(page, 'Les');
		await press(page, 'Shift+ArrowRight');
		await press(page, 'Shift+ArrowRight');
		await press(page, 'Shift+ArrowRight');
		await press(page, 'Shift+ArrowLeft');
		await waitForCursor(page, 'Les greffes ont');
		await press(page, 'n');
		await ui.textbox('Note').element();
		await waitUntil('the focus in the note', async () => {
			await page.keyboard.type('x');
			return (await ui.textbox('Note').value()) !== '';
		});
		await press(page, 'Backspace');
		await page.keyboard.type('greffe = graft');
		await press(page, 'Control+Enter');
		await ui.dialog('Annotation').waitUntilGone();
		await waitUntil('two', async () => (await paintedTexts(page)).length === 3);

		// Back to the first, and on to the second, which tells of its note.
		await press(page, '[');
		await waitForCursor(page, PASSAGE.first);
		await ui.waitForText('Highlighted: Green.');
		await press(page, ']');
		await waitForCursor(page, 'Les greffes ont');
		await ui.waitForText('with a note.');
		await press(page, ']');
		await ui.waitForText('No further annotation.');

		// Its card, and out of it.
		await press(page, 'Enter');
		await ui.dialog('Annotation').element();
		await press(page, 'Escape');
		await ui.dialog('Annotation').waitUntilGone();
		await waitForCursor(page, 'Les greffes ont');
		// Exactly these words are annotated: they take the colour.
		await press(page, '4');
		await waitForAnnotations(page, [
			['green', PASSAGE.first],
			['pink', 'Les greffes ont'],
		]);
		await press(page, 'Control+z');
		await ui.waitForText('Undone: change.');
		await press(page, 'Escape');
		await waitUntil('no cursor', async () => (await cursorWords(page)) === '');
		await page.reload();
		await waitUntil('two again', async () => (await paintedTexts(page)).length === 2);
	});

	test('a field, a link and a player keep their keys, and the page keeps those of no meaning', async () => {
		const { page } = await world.openArticle();
		await page.focus('input[name=q]');
		await press(page, 's');
		expect(await page.$eval('input[name=q]', (field) => field.value)).toContain('s');
		await page.evaluate(() => (document.activeElement as HTMLElement).blur());
		await press(page, 's');
		await waitUntil('a cursor', async () => (await cursorWords(page)) !== '');
		const before = await cursorWords(page);
		await page.focus('a[href="#conservatoire"]');
		await press(page, 'ArrowDown');
		await page.focus('input[name=q]');
		await press(page, 'End');
		await page.keyboard.type('j');
		expect(await page.$eval('input[name=q]', (field) => field.value)).toMatch(/j$/);
		expect(await cursorWords(page)).toBe(before);
	});

	test('words selected before are where it begins', async () => {
		const { page } = await world.openArticle();
		await page.evaluate((words) => {
			const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
			while (walker.nextNode()) {
				const text = walker.currentNode as Text;
				const at = text.data.indexOf(words);
				if (at >= 0) getSelection()?.setBaseAndExtent(text, at, text, at + words.length);
			}
		}, PASSAGE.last);
		await press(page, 's');
		await waitForCursor(page, PASSAGE.last);
		expect(await page.evaluate(() => getSelection()?.isCollapsed)).toBe(true);
	});

	test('the bar that names the keys follows the device’s theme, whatever the page’s is', async () => {
		const { page, ui } = await world.openArticle();
		const schemes = kind === 'chrome' ? ['light', 'dark'] : ['light'];
		await press(page, 's');
		const seen: string[] = [];
		for (const value of schemes) {
			if (kind === 'chrome') await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value }]);
			const end = await ui.button('Esc end').element();
			seen.push(await end.evaluate((button) => getComputedStyle(button.parentElement!).backgroundColor));
		}
		expect(new Set(seen).size).toBe(schemes.length);
	});
});
