import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { BROWSER_KINDS } from '../browser/browser-kind.ts';
import { waitUntil } from '../browser/wait-until.ts';
import { clickControl, pageControl, waitForWords } from './page-control.ts';
import { seedMixedLibrary } from './seed-mixed-library.ts';
import { useSession } from './use-session.ts';

const WIDE = { width: 1200, height: 900 };

describe.each(BROWSER_KINDS)('overview, trash and health of the library, in %s', (kind) => {
	const world = useSession(kind);

	async function openView(view: string): Promise<Page> {
		const page = await world.session.openExtensionPage(`library.html?view=${view}`);
		await page.setViewport(WIDE);
		await page.bringToFront();
		return page;
	}
	const goTo = async (page: Page, view: string, heading: string): Promise<void> => {
		await clickControl(page, 'link', view);
		await pageControl(page, 'heading', heading);
	};

	test('what was annotated is seen by day, colour, edition and tag, and each leads to its passages', async () => {
		const library = await openView('articles');
		await library.evaluate(seedMixedLibrary());
		await goTo(library, 'Overview', 'Overview');
		await waitForWords(library, '6 annotations · 3 articles');
		await clickControl(library, 'link', 'Yellow 3');
		await waitUntil(
			'the passages in yellow',
			() => new URL(library.url()).search === '?view=passages&q=color%3Ayellow',
		);
		await library.evaluate(() => history.back());
		await waitForWords(library, '6 annotations · 3 articles');

		await library.focus('a.day[tabindex="0"]');
		const focusedDay = () => library.evaluate(() => (document.activeElement as HTMLElement).dataset.day);
		expect(await focusedDay()).toBe('2026-03-12');
		await library.keyboard.press('ArrowUp');
		expect(await focusedDay()).toBe('2026-03-05');
		await library.keyboard.press('Enter');
		await waitUntil(
			'the passages of the day',
			() => new URL(library.url()).searchParams.get('q') === 'after:2026-03-05 before:2026-03-06',
		);
		await library.evaluate(() => history.back());
		await clickControl(library, 'button', 'As a table — Calendar');
		await waitForWords(library, 'March 5, 2026');
	});

	test('what lies in the trash is restored, alone or together, or goes for ever once that was asked', async () => {
		const library = await openView('trash');
		const left = () => library.$$eval('.trash-item', ({ length }) => length);
		await waitUntil('what is in the trash', async () => (await left()) === 3);
		await clickControl(library, 'button', 'Restore — gone words 1');
		await waitForWords(library, 'Restored: 1.');
		await waitUntil('one less', async () => (await left()) === 2);
		await library.keyboard.down('Control');
		await library.keyboard.press('z');
		await library.keyboard.up('Control');
		await waitUntil('back in the trash', async () => (await left()) === 3);
		await clickControl(library, 'checkbox', 'gone words 1');
		await clickControl(library, 'checkbox', 'The third story');
		await clickControl(library, 'button', 'Restore selected (2)');
		await waitUntil('two less', async () => (await left()) === 1);
		await clickControl(library, 'button', 'Empty trash…');
		await pageControl(library, 'dialog', 'Empty the trash?');
		await library.keyboard.press('Enter');
		expect(await left()).toBe(1);
		await clickControl(library, 'button', 'Empty trash…');
		await waitForWords(library, '1 annotation');
		await clickControl(library, 'button', 'Delete for ever');
		await waitForWords(library, 'The trash is empty.');
	});

	test('what does not fit together is found and repaired, and the state of all that is stored is told', async () => {
		const library = await openView('health');
		await waitForWords(library, 'Never. Your annotations are in this browser and nowhere else.');
		await waitForWords(library, 'Up to date:');
		await clickControl(library, 'button', 'Check now');
		await waitForWords(library, 'Annotations whose article is missing: 1');
		await clickControl(library, 'button', 'Repair');
		await waitForWords(library, 'Everything fits together.');
		await clickControl(library, 'button', 'Rebuild');
		await waitForWords(library, 'Up to date:');
		expect(await library.$eval('.health-card pre', ({ textContent }) => textContent)).toContain('annotations: 10');
	});
});
