import { rm } from 'node:fs/promises';
import { describe, expect, inject, test } from 'vitest';
import { BROWSER_KINDS } from '../browser/browser-kind.ts';
import { inPageUi } from '../browser/in-page-ui.ts';
import { waitForPainted } from '../browser/painted-texts.ts';
import { waitUntil } from '../browser/wait-until.ts';
import { tally } from '../tools/tally.ts';
import { browserFaults } from '../torture/browser/browser-faults.ts';
import { tortureExtension } from '../torture/browser/torture-extension.ts';
import { clickPassage } from './click-passage.ts';
import { PASSAGE } from './pages/orchard-story.ts';
import { selectInArticle } from './select-in-article.ts';
import { useSession } from './use-session.ts';

/** More of them: `npm run torture`. */
const FAULTS = 8;

describe.each(BROWSER_KINDS)('durability, in %s', (kind) => {
	const world = useSession(kind);

	test('of faults in the midst of acts none loses anything', async () => {
		const folder = await tortureExtension(inject('extensionDirs')[kind]);
		try {
			let injected = 0;
			for await (const one of browserFaults(kind, folder, FAULTS, 2)) {
				injected++;
				tally('faults', 1, Math.min(one.lost.length, 1));
				expect(one.lost, `${one.act}; ${one.fault}`).toEqual([]);
			}
			expect(injected).toBe(FAULTS);
		} finally {
			await rm(folder, { recursive: true, force: true });
		}
	});

	test('the browser is killed while a note is typed: what was typed a moment ago is there', async () => {
		const { page, ui, url } = await world.openArticle();
		await selectInArticle(page, PASSAGE.first);
		await page.keyboard.press('1');
		await waitForPainted(page, [['yellow', PASSAGE.first]]);
		await clickPassage(page, PASSAGE.first);
		await ui.textbox('Note').type('typed, and never finished');
		// What is typed is handed in after a quarter of a second.
		await new Promise((resolve) => setTimeout(resolve, 1_500));
		await world.session.killAndRestart();
		const again = await world.session.openPage(url);
		await waitForPainted(again, [['yellow', PASSAGE.first]]);
		await clickPassage(again, PASSAGE.first);

		await waitUntil('the note', async () => {
			const note = await inPageUi(again).textbox('Note').value();
			return note === 'typed, and never finished';
		});
	});
});
