import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { join, parse } from 'node:path';
import type { Page } from 'puppeteer-core';
import { downloadedFile } from '../browser/downloaded-file.ts';
import { inPageUi } from '../browser/in-page-ui.ts';
import type { Session } from '../browser/open-session.ts';
import { paintedTexts } from '../browser/painted-texts.ts';
import { selectWords } from '../browser/select-words.ts';
import { waitUntil } from '../browser/wait-until.ts';
import { articleSentences } from './article-sentences.ts';
import { exportedPassages } from './exported-passages.ts';
import { waitForArticle } from './opened-article.ts';

export interface MainJobResult {
	readonly markdown: string;
	/** The export as downloaded. */
	readonly file: string;
	/** The article with both passages painted. */
	readonly screenshot: string;
}

const NOTE = 'To check: who says so, and since when? 旁注';

/**
 * The main job, by mouse and keyboard as a reader does it: opens an article, highlights a sentence, writes a note to
 * another, exports as Markdown, reads the file from the disk. Throws where any step fails, and where the export holds
 * anything but exactly these words and this note.
 * @param folder where the export and the screenshot are put
 */
export async function doMainJob(session: Session, address: string, folder: string): Promise<MainJobResult> {
	const page = await session.openPage(address).catch((error: Error) => {
		throw new Error(`${address} cannot be opened: ${error.message.split('\n')[0]}`);
	});
	await waitForArticle(session, page);
	const [highlighted, noted] = await twoSentences(page);

	await selectWords(page, highlighted);
	await page.keyboard.press('h');
	await waitForWords(page, [highlighted]);

	await selectWords(page, noted);
	await page.keyboard.press('n');
	const ui = inPageUi(page);
	await ui.textbox('Note').type(NOTE);
	await page.keyboard.down('Control');
	await page.keyboard.press('Enter');
	await page.keyboard.up('Control');
	await ui.dialog('Annotation').waitUntilGone();
	await waitForWords(page, [highlighted, noted]);
	await mkdir(folder, { recursive: true });
	const picture = await page.screenshot();

	const popup = await session.openExtensionPage(`popup.html?tab=${await session.tabIdOf(page)}`);
	await waitUntil('both passages in the popup', () =>
		popup.evaluate((note) => {
			const quotes = document.querySelectorAll('[aria-label="Annotations"] blockquote');
			return quotes.length === 2 && document.body.innerText.includes(note);
		}, NOTE),
	);
	await press(popup, 'button', 'Export');
	await press(popup, 'menuitemradio', 'Markdown');
	const download = await downloadedFile(session, () => press(popup, 'button', 'Download'));

	const markdown = download.bytes.toString('utf8');
	checkExport(markdown, [
		{ quote: highlighted, note: '' },
		{ quote: noted, note: NOTE },
	]);
	const file = join(folder, download.name);
	const screenshot = join(folder, `${parse(download.name).name}.png`);
	await copyFile(download.path, file);
	await writeFile(screenshot, picture);
	return { markdown, file, screenshot };
}

/** The first sentence of the body, and one further down: of another paragraph where there is one. */
async function twoSentences(page: Page): Promise<readonly [string, string]> {
	const sentences = await waitUntil('two sentences in the article', async () => {
		const found = await articleSentences(page);
		return found.length >= 2 ? found : undefined;
	});
	return [sentences[0] ?? '', sentences[Math.min(3, sentences.length - 1)] ?? ''];
}

async function waitForWords(page: Page, passages: readonly string[]): Promise<void> {
	await waitUntil(`these words painted and no others: ${passages.join(' … ')}`, async () => {
		const painted = await paintedTexts(page);
		return squeezed(painted.map(({ text }) => text).join(' ')) === squeezed(passages.join(' '));
	});
}

async function press(page: Page, role: string, name: string): Promise<void> {
	await waitUntil(`the ${role} "${name}" of the popup`, async () => {
		const control = await page.$(`aria/${name}[role="${role}"]`);
		await control?.click();
		return control !== null;
	});
}

function checkExport(markdown: string, wanted: readonly { quote: string; note: string }[]): void {
	const found = exportedPassages(markdown).map(({ quote, note }) => ({ quote: squeezed(quote), note }));
	const expected = wanted.map(({ quote, note }) => ({ quote: squeezed(quote), note }));
	if (JSON.stringify(found) === JSON.stringify(expected)) return;
	throw new Error(`The export holds ${JSON.stringify(found)} instead of ${JSON.stringify(expected)}.`);
}

/** White space of the page's source is not the reader's. */
function squeezed(text: string): string {
	return text.replace(/\s+/g, ' ').trim();
}
