import { inflateSync } from 'node:zlib';
import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { COLORS } from '../../utils/domain/color.ts';
import { BROWSER_KINDS } from '../browser/browser-kind.ts';
import { inPageUi } from '../browser/in-page-ui.ts';
import { waitForPainted } from '../browser/painted-texts.ts';
import { waitUntil } from '../browser/wait-until.ts';
import { clickPassage } from './click-passage.ts';
import { clickControl, pageControl, waitForWords } from './page-control.ts';
import { PASSAGE } from './pages/orchard-story.ts';
import { selectInArticle } from './select-in-article.ts';
import { useSession } from './use-session.ts';

const NOTE = 'dix jours plus tôt qu’en 2025 ?';
/** A picture as a page saved in one file holds it, wider than the column. */
const STORED_PICTURE = `data:image/png;base64,${'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg'.padEnd(220, 'A')}`;

describe.each(BROWSER_KINDS)('the reader, in %s', (kind) => {
	const world = useSession(kind);

	/** The reader with an article of which a passage has a note. */
	async function openReader(body?: string): Promise<{ readonly reader: Page; readonly open: () => Promise<Page> }> {
		const { page, ui, title } = await world.openArticle(body === undefined ? {} : { body });
		await selectInArticle(page, PASSAGE.first);
		await page.keyboard.press('1');
		await waitForPainted(page, [['yellow', PASSAGE.first]]);
		await clickPassage(page, PASSAGE.first);
		await ui.textbox('Note').type(NOTE);
		await page.keyboard.down('Control');
		await page.keyboard.press('Enter');
		await page.keyboard.up('Control');
		const library = await world.session.openExtensionPage('library.html');
		const href = await waitUntil('the article in the library', () =>
			library.$$eval(
				'li a',
				(links, wanted) => links.find(({ textContent }) => textContent === wanted)?.getAttribute('href') ?? undefined,
				title,
			),
		);
		await library.close();
		const open = async (): Promise<Page> => {
			const reader = await world.session.openExtensionPage(href);
			await waitForPainted(reader, [['yellow', PASSAGE.first]]);
			await reader.bringToFront();
			return reader;
		};
		return { reader: await open(), open };
	}

	/** Theme, font and size as the style sheet makes them of what was chosen. */
	const lookOf = (page: Page) =>
		page.evaluate(() => {
			const { backgroundColor } = getComputedStyle(document.body);
			const { fontSize, fontFamily } = getComputedStyle(document.querySelector('article')!);
			return { backgroundColor, fontSize: Math.round(Number.parseFloat(fontSize) * 10) / 10, fontFamily };
		});
	const SEPIA = 'rgb(245, 236, 217)';

	test('theme, font and size count at once in every tab of the reader, and are kept', async () => {
		const { reader, open } = await openReader();
		const other = await open();
		const before = await lookOf(reader);
		expect(before.fontSize).toBe(19);
		await reader.bringToFront();
		await clickControl(reader, 'button', 'Reading settings');
		await clickControl(reader, 'radio', 'Sepia');
		await clickControl(reader, 'radio', 'Sans serif');
		await clickControl(reader, 'button', 'Larger text');
		for (const page of [reader, other, await open()]) {
			await waitUntil('another look', async () => (await lookOf(page)).fontSize > 21);
			const look = await lookOf(page);
			expect(look).toMatchObject({ backgroundColor: SEPIA, fontSize: 21.9 });
			expect(look.fontFamily).not.toBe(before.fontFamily);
		}
		await reader.bringToFront();
		for (const name of ['Sepia', 'Sans serif']) {
			expect(
				await (await pageControl(reader, 'radio', name)).evaluate((radio) => (radio as HTMLInputElement).checked),
			).toBe(true);
		}
		await reader.keyboard.press('Escape');
		await waitUntil('the sheet closed', () => reader.$eval('.look', (sheet) => !sheet.matches(':popover-open')));
		await clickControl(reader, 'button', 'Reading settings');
		await clickControl(reader, 'radio', 'Dark');
		await waitUntil('the dark', async () => (await lookOf(other)).backgroundColor === 'rgb(29, 27, 25)');
		const ground = await reader.evaluate(
			() => getComputedStyle(document.querySelector('article')!, '::highlight(en-marge-yellow)').backgroundColor,
		);
		expect(ground).toBe('rgb(94, 76, 0)');
		await clickControl(reader, 'radio', 'As the system');
		await clickControl(reader, 'radio', 'Serif');
		await clickControl(reader, 'button', 'Smaller text');
	});

	test('every key does what it does on the live page', async () => {
		const { reader } = await openReader();
		const ui = inPageUi(reader);
		const keys = ['1', '2', '3', '4', '5', '6'] as const;
		for (const [index, key] of keys.entries()) {
			const color = COLORS[index]!;
			await selectInArticle(reader, PASSAGE.second);
			await reader.keyboard.press(key);
			await waitForPainted(reader, [
				['yellow', PASSAGE.first],
				[color, PASSAGE.second],
			]);
			await reader.keyboard.down('Control');
			await reader.keyboard.press('z');
			await reader.keyboard.up('Control');
			await waitForPainted(reader, [['yellow', PASSAGE.first]]);
		}
		await selectInArticle(reader, PASSAGE.third);
		await reader.keyboard.press('Escape');
		await ui.toolbar('Annotate').waitUntilGone();
		await selectInArticle(reader, PASSAGE.last);
		await reader.keyboard.press('h');
		await waitForPainted(reader, [
			['yellow', PASSAGE.first],
			['orange', PASSAGE.last],
		]);
		await selectInArticle(reader, PASSAGE.third);
		await reader.keyboard.press('n');
		await ui.textbox('Note').type('lu');
		await reader.keyboard.press('Escape');
		await ui.dialog('Annotation').waitUntilGone();
	});

	test('tells how long the article takes, and shows a picture where it is stored, else a link', async () => {
		const { reader } = await openReader(
			`<p>${PASSAGE.first} Un carnet.</p><figure><img src="${STORED_PICTURE}" width="1600" height="900"><figcaption>Le verger</figcaption></figure>
			<figure><img src="https://s.rfi.fr/media/verger.jpg" width="1600" height="900"><figcaption>Le lac</figcaption></figure>`,
		);
		await waitForWords(reader, 'About 1 minute to read');
		const pictures = await reader.$$eval('article img', (images) =>
			images.map((image) => ({
				isStored: (image as HTMLImageElement).src.startsWith('data:'),
				fits: image.getBoundingClientRect().width <= image.closest('article')!.clientWidth,
			})),
		);
		expect(pictures).toEqual([{ isStored: true, fits: true }]);
		const links = await reader.$$eval('article a.picture', (all) =>
			all.map((link) => (link as HTMLAnchorElement).href),
		);
		expect(links).toContain('https://s.rfi.fr/media/verger.jpg');
	});

	test('opens where it was read to', async () => {
		const long = [
			PASSAGE.first,
			...Array.from({ length: 60 }, (_, index) => `Paragraphe ${index} d’un long récit. ${PASSAGE.last}`),
		];
		const { reader, open } = await openReader(long.map((text) => `<p>${text}</p>`).join(''));
		const seen = (page: Page) =>
			page.evaluate(
				() =>
					[...document.querySelectorAll('article p')].find((block) => block.getBoundingClientRect().bottom > 0)
						?.textContent ?? '',
			);
		await reader.evaluate(() => document.querySelectorAll('article p')[40]?.scrollIntoView());
		const place = await seen(reader);
		expect(place).toContain('Paragraphe 3');
		await new Promise((resolve) => setTimeout(resolve, 500));
		await reader.close();
		const again = await open();
		await waitUntil('the place it was read to', async () => (await seen(again)) === place);
	});

	test('prints the article with its passages marked, the notes beside them, and where it is from', async () => {
		const { reader } = await openReader();
		await selectInArticle(reader, PASSAGE.second);
		await reader.keyboard.press('2');
		await waitUntil('what makes the copy', async () => {
			await reader.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
			return (await reader.$('.print')) !== null;
		});
		const printed = await reader.$eval('.print', (copy) => ({
			marks: [...copy.querySelectorAll('mark')].map((mark) => [mark.className, mark.textContent]),
			beside: [...copy.querySelectorAll('.margin')].map((note) => note.textContent),
			followedBy: copy.querySelector('.margin')?.nextElementSibling?.textContent,
			end: copy.querySelector('.end')?.textContent,
		}));
		expect(printed.marks).toEqual([
			['yellow solid', PASSAGE.first],
			['green solid', PASSAGE.second],
		]);
		expect(printed.beside).toEqual([`1 ${NOTE}Yellow`]);
		expect(printed.followedBy).toBe(PASSAGE.first);
		expect(printed.end).toContain('https://www.rfi.fr/fr/environnement/20260110-vergers-');
		expect(printed.end).toContain('Stored copy of');
		await reader.evaluate(() => window.dispatchEvent(new Event('afterprint')));
		expect(await reader.$('.print')).toBeNull();
		await waitForPainted(reader, [
			['yellow', PASSAGE.first],
			['green', PASSAGE.second],
		]);

		await reader.evaluate(() => {
			window.addEventListener('beforeprint', () => {
				const { dataset } = document.body;
				dataset.copies = String(document.querySelectorAll('.print').length);
			});
		});
		const pdf = Buffer.from(await reader.pdf({ format: 'a4' }));
		expect(pdf.subarray(0, 5).toString('latin1')).toBe('%PDF-');
		expect(await reader.evaluate(() => document.body.dataset.copies)).toBe('1');
		expect(pagesOf(pdf)).toBe(1);
	});

	if (kind === 'chrome') {
		test('on paper a note stands beside its passage, or below by its number where there is no margin', async () => {
			const { reader } = await openReader();
			await waitUntil('what makes the copy', async () => {
				await reader.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
				return (await reader.$('.print')) !== null;
			});
			await reader.emulateMediaType('print');
			const layout = () =>
				reader.evaluate(() => {
					const box = (selector: string) => {
						const { left, right, top, height } = document.querySelector(selector)!.getBoundingClientRect();
						return { left, right, top, height };
					};
					return {
						mark: box('.print mark'),
						note: box('.print .margin'),
						notes: box('.print .notes'),
						bar: box('.bar'),
						live: box('main'),
					};
				});
			await reader.setViewport({ width: 670, height: 900 });
			const wide = await layout();
			expect(wide.note.left).toBeGreaterThan(wide.mark.right);
			expect(Math.abs(wide.note.top - wide.mark.top)).toBeLessThan(24);
			expect([wide.bar.height, wide.live.height, wide.notes.height]).toEqual([0, 0, 0]);
			await reader.setViewport({ width: 420, height: 600 });
			const narrow = await layout();
			expect(narrow.note.height).toBe(0);
			expect(narrow.notes.top).toBeGreaterThan(narrow.mark.top);
		});
	}
});

/** How many pages a PDF has: its page objects, plain or in compressed object streams. */
function pagesOf(pdf: Buffer): number {
	const parts = [pdf.toString('latin1')];
	for (const found of parts[0]!.matchAll(/stream\r?\n/g)) {
		try {
			parts.push(inflateSync(pdf.subarray(found.index + found[0].length)).toString('latin1'));
		} catch {
			// No object stream.
		}
	}
	return parts.join('\n').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
}
