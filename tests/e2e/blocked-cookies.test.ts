import { describe, expect, test } from 'vitest';
import { BROWSER_KINDS } from '../browser/browser-kind.ts';
import { paintedTexts } from '../browser/painted-texts.ts';
import { selectWords } from '../browser/select-words.ts';
import { waitUntil } from '../browser/wait-until.ts';
import { openPanel, waitForQuotes } from './open-panel.ts';
import { PASSAGE } from './pages/orchard-story.ts';
import { useSession } from './use-session.ts';

describe.each(BROWSER_KINDS)('in %s with the cookies and storage of all sites blocked', (kind) => {
	const world = useSession(kind, { storage: 'no-cookies' });

	test('what the page may not store, En marge does: annotated, listed, and painted again', async () => {
		const { page } = await world.openArticle();
		// The setting does what it says: the page itself is refused.
		expect(await page.evaluate(storesSomething)).toBe(false);
		await selectWords(page, PASSAGE.first);
		await page.keyboard.press('h');
		await waitUntil('the painted passage', async () => (await paintedTexts(page)).length === 1);
		await waitForQuotes(await openPanel(world, page), [PASSAGE.first]);
		await page.reload();
		await waitUntil('the passage painted again', async () => (await paintedTexts(page)).length === 1);
	});
});

function storesSomething(): boolean {
	try {
		localStorage.setItem('a', 'b');
		return true;
	} catch {
		return false;
	}
}
