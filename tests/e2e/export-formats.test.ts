import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { JSDOM } from 'jsdom';
import type { ElementHandle, Page } from 'puppeteer-core';
import { describe, expect, inject, test } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { BROWSER_KINDS } from '../browser/browser-kind.ts';
import { type DownloadedFile, downloadedFile } from '../browser/downloaded-file.ts';
import { waitUntil } from '../browser/wait-until.ts';
import { parseCsv } from '../exchange/parse-csv.ts';
import { exportedPassages } from '../tools/exported-passages.ts';
import { openPanel, waitForQuotes } from './open-panel.ts';
import { clickControl, pageControl, waitForWords } from './page-control.ts';
import { PASSAGE } from './pages/orchard-story.ts';
import { selectInArticle } from './select-in-article.ts';
import { useSession } from './use-session.ts';

const QUOTES = [PASSAGE.first, PASSAGE.linked, PASSAGE.last];
const ORCHARD = fileURLToPath(new URL('../fixtures/styles/orchard-numeric.csl', import.meta.url));
const NOTE = '=1+1;\n</script><b>עולם 𠀀</b>';

describe.each(BROWSER_KINDS)('the export formats, in %s', (kind) => {
	const world = useSession(kind);

	async function openMenu(): Promise<{ panel: Page; title: string; url: string }> {
		const { page, ui, title, url } = await world.openArticle();
		for (const [words, key] of [
			[PASSAGE.first, '1'],
			[PASSAGE.linked, '2'],
			[PASSAGE.last, '3'],
		] as const) {
			await selectInArticle(page, words);
			await page.keyboard.press(key);
			await ui.toolbar('Annotate').waitUntilGone();
		}
		const panel = await openPanel(world, page);
		await waitForQuotes(panel, QUOTES);
		await (await panel.waitForSelector('aria/Edit[role="button"]'))!.click();
		await panel.evaluate((text) => {
			const field = document.querySelector<HTMLTextAreaElement>('.editor textarea')!;
			field.value = text;
			field.dispatchEvent(new Event('input', { bubbles: true }));
		}, NOTE);
		await clickControl(panel, 'button', 'Save');
		await waitForWords(panel, '</script>');
		await clickControl(panel, 'button', 'Export');
		return { panel, title, url };
	}

	test('are each downloaded, and read by another program', async () => {
		const { panel, title, url } = await openMenu();
		const files = new Map<string, DownloadedFile>();
		const download = async (format: string): Promise<string> => {
			await clickControl(panel, 'menuitemradio', format);
			const file = await downloadedFile(world.session, () => clickControl(panel, 'button', 'Download'));
			files.set(format, file);
			// Chromium, told where to save, writes a file of the same name over.
			if (format === 'Markdown') rmSync(file.path);
			return file.bytes.toString('utf8');
		};

		const obsidian = await download('Markdown');
		expect(parseYaml(/^---\n([\s\S]*?)\n---\n/.exec(obsidian)![1]!)).toMatchObject({ title, source: url });
		expect(exportedPassages(obsidian).map(({ quote }) => quote)).toEqual(QUOTES);

		const markdown = await download('Plain Markdown');
		expect(markdown.startsWith('# ')).toBe(true);
		expect(exportedPassages(markdown).map(({ quote }) => quote)).toEqual(expect.arrayContaining(QUOTES));

		const text = await download('Plain text');
		for (const words of [title, url, ...QUOTES, ...NOTE.split('\n')]) expect(text).toContain(words);

		const annotations = JSON.parse(await download('Web annotations (JSON-LD)')).first.items;
		expect(annotations.map(quoteOf)).toEqual(QUOTES);
		expect(annotations[0].body[0].value).toBe(NOTE);
		expect(annotations.every((one: Target) => one.target.selector.length === 2)).toBe(true);

		const hypothesis = JSON.parse(await download('Hypothesis')).annotations;
		expect(hypothesis.map(({ uri, text }: { uri: string; text: string }) => [uri, text])).toEqual([
			[url, NOTE],
			[url, ''],
			[url, ''],
		]);

		const readwise = parseCsv(await download('Readwise'));
		expect(readwise.map(([highlight]) => highlight)).toEqual(['Highlight', ...QUOTES]);
		expect(readwise[1]![4]).toBe(NOTE);

		const table = parseCsv(await download('Spreadsheet (CSV)'));
		expect(table.slice(1).map(([quote]) => quote)).toEqual(QUOTES);
		expect(table[1]![1]).toBe(`'${NOTE}`);

		expect(await download('RIS')).toContain(`TI  - ${title}\r\n`);
		expect(await download('BibLaTeX')).toContain(`title = {${title}}`);
		expect(JSON.parse(await download('CSL-JSON'))[0]).toMatchObject({ title, URL: url, language: 'fr' });

		const page = new JSDOM(await download('Web page (HTML)')).window.document;
		expect(marksOf(page, 'yellow')).toBe(PASSAGE.first);
		expect(marksOf(page, 'green')).toBe(PASSAGE.linked);
		expect(marksOf(page, 'blue')).toBe(PASSAGE.last);
		expect(page.querySelector('.note')?.textContent).toBe(NOTE);
		const held = JSON.parse(page.querySelector('script')!.textContent!);
		expect(held.first.items).toEqual(annotations);

		const names = [...files.values()].map(({ name }) => name.replace(/^\d{4}-\d\d-\d\d-[^.]*\.?/, ''));
		const endings = 'md md txt jsonld hypothesis.json readwise.csv csv ris bib csl.json html';
		expect(names).toEqual(endings.split(' '));

		const { path } = files.get('Web page (HTML)')!;
		const opened = await world.session.openPage(`file://${encodeURI(path)}`);
		const look = await opened.evaluate(() => ({
			background: getComputedStyle(document.querySelector('mark.green')!).backgroundColor,
			words: document.querySelector('article')!.innerText,
			overflows: document.documentElement.scrollWidth > innerWidth,
		}));
		expect(look.background).toBe('rgb(180, 229, 165)');
		expect(look.words).toContain(PASSAGE.third);
		expect(look.overflows).toBe(false);
	});

	test('follow what the reader decides: a reference below each quote, in a style he brings too, and a form of his own', async () => {
		const { panel, title } = await openMenu();
		const settings = await world.session.openExtensionPage('options.html');
		const style = await pageControl(settings, 'combobox', 'Reference below each quote');
		await style.evaluate((field) => {
			const select = field as HTMLSelectElement;
			select.value = 'apa';
			select.dispatchEvent(new Event('change', { bubbles: true }));
		});
		const template = await pageControl(settings, 'textbox', 'Template');
		const waitForPreview = (words: string) =>
			waitUntil(`a preview with ${words}`, async () =>
				(await pageControl(settings, 'textbox', 'Preview')).evaluate(
					(field, wanted) => (field as HTMLTextAreaElement).value.includes(wanted),
					words,
				),
			);
		const write = (source: string) =>
			template.evaluate((field, value) => {
				(field as HTMLTextAreaElement).value = value;
				field.dispatchEvent(new Event('input', { bubbles: true }));
			}, source);
		await waitForPreview(`# ${title}`);
		await write('a\n{{titel}}');
		await waitForWords(settings, 'Line 2: there is no name “titel”.');
		await write('<{{title}}>{{#annotations}}\n* {{quote}}{{/annotations}}');
		await waitForPreview(`<${title}>`);
		await waitForWords(settings, 'Saved');
		await panel.bringToFront();
		const download = async (format: string): Promise<string> => {
			await clickControl(panel, 'menuitemradio', format);
			const file = await downloadedFile(world.session, () => clickControl(panel, 'button', 'Download'));
			// Chromium writes a file of the same name over.
			rmSync(file.path);
			return file.bytes.toString();
		};
		expect(await download('My template')).toBe(`<${title}>\n* ${QUOTES.join('\n* ')}`);
		expect((await download('Plain text')).split(`, January 10). ${title}. RFI. https://`)).toHaveLength(4);

		await settings.bringToFront();
		const bring = async (path: string): Promise<void> => {
			const input = (await settings.$('input[type=file]')) as ElementHandle<HTMLInputElement>;
			await input.uploadFile(path);
		};
		const orchard = readFileSync(ORCHARD, 'utf8');
		const bad = join(world.session.downloadsDir, 'bad.csl');
		writeFileSync(bad, orchard.slice(0, 1500));
		await bring(bad);
		await waitForWords(settings, 'This file cannot be read');
		writeFileSync(bad, orchard.replace(/<bibliography.*<\/bibliography>/s, ''));
		await bring(bad);
		await waitForWords(settings, 'This style writes no reference for a web page.');
		await bring(ORCHARD);
		await waitForWords(settings, `${title}[EB/OL]`);
		expect(await style.evaluate((field) => (field as HTMLSelectElement).value)).toBe('apa');
		await clickControl(settings, 'button', 'Use this style');
		await waitUntil('the style in use', () =>
			style.evaluate((field) => (field as HTMLSelectElement).selectedOptions[0]?.text === '果园格式 (numeric, 中文)'),
		);
		await waitForWords(settings, 'Saved');
		await panel.bringToFront();
		expect((await download('Plain text')).split(`${title}[EB/OL]. （`)).toHaveLength(4);
		await settings.bringToFront();
		await clickControl(settings, 'button', 'Remove your style');
		await waitUntil('no style in use', () =>
			style.evaluate((field) => (field as HTMLSelectElement).value === 'none' && field.childElementCount === 6),
		);
		await clickControl(settings, 'button', 'Back to the defaults');
	});

	test('are no part of what the popup waits for', () => {
		const directory = inject('extensionDirs')[kind];
		const written = (path: string): string => readFileSync(join(directory, path), 'utf8');
		const wanted = [...written('popup.html').matchAll(/(?:src|href)="\/(chunks\/[^"]+\.js)"/g)].map(
			([, path]) => path!,
		);
		for (const path of wanted)
			for (const [, name] of written(path).matchAll(/(?:from|import)\s*"\.\/([^"]+\.js)"/g))
				if (!wanted.includes(`chunks/${name}`)) wanted.push(`chunks/${name}`);
		expect(wanted.length).toBeGreaterThan(2);
		expect(wanted.filter((path) => written(path).includes('@online{'))).toEqual([]);
		const chunks = readdirSync(join(directory, 'chunks')).map((name) => `chunks/${name}`);
		expect(chunks.filter((path) => written(path).includes('@online{'))).toHaveLength(1);
	});

	test('are chosen by keys, and copied where they are short', async () => {
		const { panel } = await openMenu();
		await waitUntil('the focus in the menu', () =>
			panel.evaluate(() => document.activeElement?.textContent === 'Markdown'),
		);
		await panel.keyboard.press('ArrowUp');
		await panel.keyboard.press('Enter');
		await waitUntil('the last format chosen', () =>
			panel.evaluate(() => document.querySelector('[aria-checked=true]')?.textContent === 'CSL-JSON'),
		);
		await clickControl(panel, 'button', 'Copy');
		await waitForWords(panel, 'Copied.');
		await clickControl(panel, 'menuitemradio', 'Web page (HTML)');
		await waitUntil('no copying of a whole page', async () =>
			(await pageControl(panel, 'button', 'Copy')).evaluate((button) => (button as HTMLButtonElement).disabled),
		);
		await panel.keyboard.press('Escape');
		await waitUntil('the menu closed', async () => (await panel.$('[role=menu]')) === null);
	});
});

interface Target {
	readonly target: { readonly selector: readonly { readonly exact: string }[] };
}

function quoteOf({ target }: Target): string | undefined {
	return target.selector[0]?.exact;
}

function marksOf(page: Document, color: string): string {
	return [...page.querySelectorAll(`mark.${color}`)].map(({ textContent }) => textContent).join('');
}
