import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { BROWSER_KINDS } from '../browser/browser-kind.ts';
import { paintedTexts, waitForPainted } from '../browser/painted-texts.ts';
import { waitUntil } from '../browser/wait-until.ts';
import { clickPassage } from './click-passage.ts';
import { listed, openPanel, waitForQuotes } from './open-panel.ts';
import { clickControl, pageControl } from './page-control.ts';
import { PASSAGE } from './pages/orchard-story.ts';
import { selectInArticle } from './select-in-article.ts';
import { useSession } from './use-session.ts';

const AGREEMENT_LIMIT_MS = 1000;
/** What asking itself takes on a machine with other work to do. */
const ASKING_MS = 1000;

describe.each(BROWSER_KINDS)('two tabs of one article, popup and panel at once, in %s', (kind) => {
	const world = useSession(kind);

	async function openAll() {
		const { page, ui, url } = await world.openArticle();
		const second = await world.session.openPage(url);
		const popup = await openPanel(world, page, 'popup');
		const panel = await openPanel(world, second, 'sidepanel');
		await page.bringToFront();
		return { page, ui, second, popup, panel };
	}

	async function agree(what: string, ...asks: (() => Promise<boolean>)[]): Promise<void> {
		await Promise.all(
			asks.map((ask, index) => waitUntil(`${what} (view ${index})`, ask, AGREEMENT_LIMIT_MS + ASKING_MS)),
		);
	}
	const shows = (view: Page, test: (text: string) => boolean) => async () =>
		test(
			JSON.stringify((await listed(view)).map(({ quote, note, meta }) => [quote, note, meta.replace('anchored', '')])),
		);
	const paints = (page: Page, color: string | undefined) => async () => {
		const painted = await paintedTexts(page);
		return color === undefined ? painted.length === 0 : painted.length === 1 && painted[0]!.name.endsWith(color);
	};

	test('all agree within a second on what is made, changed and deleted in any of them', async () => {
		const { page, ui, second, popup, panel } = await openAll();
		await selectInArticle(page, PASSAGE.first);
		await page.keyboard.press('1');
		const has = (part: string) => (text: string) => text.includes(part);
		await agree('made', paints(second, 'yellow'), shows(popup, has('Yellow')), shows(panel, has('Yellow')));

		await panel.bringToFront();
		await clickControl(panel, 'button', 'Edit');
		await clickControl(panel, 'button', 'Blue');
		await agree('recoloured', paints(page, 'blue'), paints(second, 'blue'), shows(popup, has('Blue')));
		await (await pageControl(panel, 'textbox', 'Note')).type('from the panel');
		await clickControl(panel, 'button', 'Save');
		await agree('noted', shows(popup, has('from the panel')));

		await popup.bringToFront();
		await clickControl(popup, 'button', 'Delete');
		await agree(
			'deleted',
			paints(page, undefined),
			paints(second, undefined),
			shows(panel, (text) => text === '[]'),
		);
		await clickControl(popup, 'button', 'Undo');
		await agree('back', paints(page, 'blue'), paints(second, 'blue'), shows(panel, has('from the panel')));
		expect(await ui.text()).not.toContain('could not');
	});

	test('the same note edited in two views: the later one stands, and undo gives the earlier back', async () => {
		const { page, ui, second, popup, panel } = await openAll();
		await selectInArticle(page, PASSAGE.second);
		await page.keyboard.press('4');
		await waitForQuotes(panel, [PASSAGE.second]);
		await waitForPainted(second, [['pink', PASSAGE.second]]);

		await panel.bringToFront();
		await clickControl(panel, 'button', 'Edit');
		await page.bringToFront();
		await clickPassage(page, PASSAGE.second);
		await ui.textbox('Note').type('the earlier words');
		await ui.button('Done').click();
		await waitUntil('the earlier words', async () => (await listed(popup))[0]?.note === 'the earlier words');
		await panel.bringToFront();
		// The field follows what is stored while nothing is typed in it.
		const field = await pageControl(panel, 'textbox', 'Note');
		await field.focus();
		await panel.keyboard.down('Control');
		await panel.keyboard.press('a');
		await panel.keyboard.up('Control');
		await panel.keyboard.type('the later words');
		await clickControl(panel, 'button', 'Save');
		await waitUntil('the later words', async () => (await listed(popup))[0]?.note === 'the later words');
		await waitUntil('the later words in the panel', async () => (await listed(panel))[0]?.note === 'the later words');

		await page.bringToFront();
		await clickPassage(page, PASSAGE.second);
		await waitUntil(
			'the later words in the page',
			async () => (await ui.textbox('Note').value()) === 'the later words',
		);
		await page.keyboard.press('Escape');
		await ui.dialog('Annotation').waitUntilGone();
		await page.keyboard.down('Control');
		await page.keyboard.press('z');
		await page.keyboard.up('Control');
		await waitUntil('the earlier words back', async () => (await listed(popup))[0]?.note === 'the earlier words');
	});
});
