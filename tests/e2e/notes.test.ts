import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { BROWSER_KINDS } from '../browser/browser-kind.ts';
import { waitForPainted } from '../browser/painted-texts.ts';
import { waitUntil } from '../browser/wait-until.ts';
import { clickPassage } from './click-passage.ts';
import { openPanel, waitForQuotes } from './open-panel.ts';
import { clickControl } from './page-control.ts';
import { PASSAGE } from './pages/orchard-story.ts';
import { selectInArticle } from './select-in-article.ts';
import { useSession } from './use-session.ts';

const HTML =
	'<img src=x onerror="window.ran=1"><script>window.ran=1</script><b>&amp;</b> <a href="javascript:window.ran=1">x</a>';

const NOTES: readonly (readonly [name: string, note: string])[] = [
	['of 200,000 characters', 'Été 🍏 — אב\n'.repeat(20_000).slice(0, 200_000)],
	['with HTML', HTML],
	['with lone surrogates', 'a\ud800b\udc00c\udc00\ud800'],
	['with NUL', 'before\u0000after'],
	['with bidirectional controls', 'abc\u202edef\u202c \u2066ghi\u2069 \u200f'],
	['with odd line breaks and white space at its ends', '\n\u00a0 a\u2028b\u2029c\u0085d \t\n'],
];

/** What the database holds, as JSON (where lone surrogates are escaped), read from a page of the extension. */
function storedNote(panel: Page, quote: string): Promise<string> {
	return panel.evaluate(
		(wanted) =>
			new Promise<string>((resolve, reject) => {
				const opening = indexedDB.open('en-marge');
				opening.onerror = () => reject(opening.error);
				opening.onsuccess = () => {
					const all = opening.result.transaction('annotations').objectStore('annotations').getAll();
					all.onsuccess = () => {
						opening.result.close();
						const ofQuote = all.result.filter(({ selectors }) => selectors.quote.exact === wanted);
						const { note } = ofQuote.sort((a, b) => a.created.localeCompare(b.created)).at(-1);
						resolve(JSON.stringify(note));
					};
				};
			}),
		quote,
	);
}

describe.each(BROWSER_KINDS)('a note is kept code unit by code unit and shown as text, in %s:', (kind) => {
	const world = useSession(kind);

	test.each(NOTES)('%s', async (_name, note) => {
		const { page, ui } = await world.openArticle();
		await selectInArticle(page, PASSAGE.third);
		await page.keyboard.press('1');
		const panel = await openPanel(world, page);
		await waitForQuotes(panel, [PASSAGE.third]);
		await clickControl(panel, 'button', 'Edit');
		await panel.evaluate((json) => {
			const field = document.querySelector<HTMLTextAreaElement>('.editor textarea')!;
			field.value = JSON.parse(json);
			field.dispatchEvent(new Event('input', { bubbles: true }));
		}, JSON.stringify(note));
		await clickControl(panel, 'button', 'Save');
		await panel.waitForFunction(() => document.querySelector('.editor') === null && document.querySelector('.note'));

		const isKept = async () => (await storedNote(panel, PASSAGE.third)) === JSON.stringify(note);
		expect(await isKept()).toBe(true);
		const shown = await panel.$eval('.note', (element) => ({
			text: JSON.stringify(element.textContent?.replaceAll(/\s+/g, '')),
			elements: [...element.querySelectorAll('*')].map(({ localName }) => localName),
		}));
		// Line breaks are elements, but for a note too long to be read as Markdown.
		expect(shown.text === JSON.stringify(note.replaceAll(/\s+/g, ''))).toBe(true);
		expect(shown.elements.filter((name) => !['p', 'br'].includes(name))).toEqual([]);

		await page.bringToFront();
		await page.reload();
		await waitForPainted(page, [['yellow', PASSAGE.third]]);
		await clickPassage(page, PASSAGE.third);
		// What a field holds has its line breaks made alike and, on the way here, its lone surrogates replaced.
		const asInField = (text: string): string => text.replaceAll(/[\ud800-\udfff]/gu, '\ufffd');
		await waitUntil(
			'the note in the card',
			async () => asInField(await ui.textbox('Note').value()) === asInField(note),
		);
		// Closed without a change: nothing is written that the field made of it.
		await page.keyboard.press('Escape');
		await ui.dialog('Annotation').waitUntilGone();
		expect(await isKept()).toBe(true);
		for (const each of [page, panel]) expect(await each.evaluate(() => 'ran' in window)).toBe(false);
	});
});
