import { describe, expect, test } from 'vitest';
import { HOST } from '../browser/closed-root.ts';
import { waitForPainted } from '../browser/painted-texts.ts';
import { selectWords } from '../browser/select-words.ts';
import { openPanel } from './open-panel.ts';
import { pageControl, waitForWords } from './page-control.ts';
import { PASSAGE } from './pages/orchard-story.ts';
import { selectInArticle } from './select-in-article.ts';
import { useSession } from './use-session.ts';

/** The little of the extension API that is asked from one of its pages. */
declare const browser: {
	readonly permissions: { remove(given: { origins: string[] }): Promise<boolean> };
};

// In Chromium the reader does this in a menu of the browser that no protocol reaches.
describe('when the reader has taken away the access to rfi.fr, in firefox', () => {
	const world = useSession('firefox');

	test('what is open goes on and is stored; another page is left alone, and the popup says why and offers to allow it again', async () => {
		const open = await world.openArticle();
		await selectInArticle(open.page, PASSAGE.first);
		await open.page.keyboard.press('1');
		await waitForPainted(open.page, [['yellow', PASSAGE.first]]);
		const library = await world.session.openExtensionPage('library.html?view=passages');
		const isRemoved = await library.evaluate(() => browser.permissions.remove({ origins: ['*://*.rfi.fr/*'] }));
		expect(isRemoved).toBe(true);
		await open.page.bringToFront();
		await selectInArticle(open.page, PASSAGE.third);
		await open.page.keyboard.press('2');
		await waitForPainted(open.page, [
			['yellow', PASSAGE.first],
			['green', PASSAGE.third],
		]);
		await waitForWords(library, PASSAGE.third);
		const { page } = await world.openArticle();
		await selectWords(page, PASSAGE.first);
		expect(await page.$$eval(HOST, (hosts) => hosts.length)).toBe(0);
		const panel = await openPanel(world, page);
		await waitForWords(panel, 'its access was taken away');
		await pageControl(panel, 'button', 'Allow on rfi.fr');
	});
});
