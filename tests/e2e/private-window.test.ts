import { describe, expect, test } from 'vitest';
import { BROWSER_KINDS } from '../browser/browser-kind.ts';
import { paintedTexts } from '../browser/painted-texts.ts';
import { selectWords } from '../browser/select-words.ts';
import { waitUntil } from '../browser/wait-until.ts';
import { openPanel, waitForQuotes } from './open-panel.ts';
import { clickControl, waitForWords } from './page-control.ts';
import { PASSAGE } from './pages/orchard-story.ts';
import { useSession } from './use-session.ts';

describe.each(BROWSER_KINDS)('in a private window of %s', (kind) => {
	const world = useSession(kind, { storage: 'private' });

	test('a passage is annotated as anywhere, and the popup says that it is kept all the same', async () => {
		const { page } = await world.openArticle();
		await selectWords(page, PASSAGE.first);
		await page.keyboard.press('h');
		await waitUntil('the painted passage', async () => (await paintedTexts(page)).length === 1);
		const panel = await openPanel(world, page);
		await waitForQuotes(panel, [PASSAGE.first]);
		await waitForWords(panel, 'private window');
		await page.reload();
		await waitUntil('the passage painted again', async () => (await paintedTexts(page)).length === 1);
		expect((await paintedTexts(page)).map(({ text }) => text)).toEqual([PASSAGE.first]);

		await clickControl(panel, 'button', 'Delete');
		await waitForQuotes(panel, []);
		await page.bringToFront();
		await waitUntil('nothing painted', async () => (await paintedTexts(page)).length === 0);
	});
});

describe('in firefox that never keeps a history', () => {
	const world = useSession('firefox', { storage: 'no-history' });

	test('page and popup say why nothing can be kept, and the words chosen stay to be copied', async () => {
		const { page, ui } = await world.openArticle();
		await selectWords(page, PASSAGE.first);
		await page.keyboard.press('h');
		await ui.waitForText('does not let En marge store anything');
		await ui.waitForText(PASSAGE.first);
		await ui.button('Copy text').element();
		const panel = await openPanel(world, page);
		await waitForWords(panel, 'does not let En marge store anything');
	});
});
