import type { Server } from 'node:http';
import { type Browser, launch, type Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { textFragmentUrl } from '../../../utils/exchange/text-fragment.ts';
import { BROWSER_KINDS } from '../../browser/browser-kind.ts';
import { findBrowsers } from '../../browser/find-browsers.ts';
import { CASES, type PassageCase } from './cases.ts';
import { readMarking, servePages } from './passage-page.ts';

const CONTEXT_LENGTH = 48;

describe.each(BROWSER_KINDS)('%s marks the very words that a link names', (kind) => {
	let browser: Browser;
	let page: Page;
	let site: { server: Server; origin: string };

	beforeAll(async () => {
		site = await servePages(CASES.map((each) => each.page));
		const isRoot = process.getuid?.() === 0;
		browser = await launch({
			browser: kind,
			executablePath: findBrowsers([kind])[kind]!,
			headless: true,
			defaultViewport: { width: 900, height: 700 },
			args: kind === 'chrome' && isRoot ? ['--no-sandbox', '--disable-gpu'] : [],
		});
		page = await browser.newPage();
	});

	afterAll(async () => {
		await browser?.close();
		site?.server.close();
	});

	describe.each([
		['with the article text at hand', true],
		['with the stored context alone', false],
	])('%s', (_, hasArticleText) => {
		const cases = CASES.map((each, index) => ({ each, index })).filter(
			({ each }) => hasArticleText || !each.needsArticleText,
		);
		test.each(cases.map(({ each, index }) => [each.name, index] as const))('%s', async (_name, index) => {
			const { start, end, quote, text } = quoteOf(CASES[index]!);
			const address = `${site.origin}/${index}?${hasArticleText}`;
			const url = textFragmentUrl(address, quote, CASES[index]!.page.lang, hasArticleText ? text : undefined);
			await page.goto(url);
			await expect
				.poll(() => readMarking(page, start, end), { timeout: 5000, interval: 100, message: decodeURI(url) })
				.toSatisfy(({ share, strayPixels }) => share > 0.9 && strayPixels < 30);
		});
	});
});

function quoteOf({ page, exact, occurrence = 0 }: PassageCase) {
	const text = page.blocks.join('\n');
	let start = text.indexOf(exact);
	for (let k = 0; k < occurrence; k++) start = text.indexOf(exact, start + 1);
	if (start === -1) throw new Error(`not in the page: ${exact}`);
	const end = start + exact.length;
	return {
		text,
		start,
		end,
		quote: {
			exact,
			prefix: text.slice(Math.max(0, start - CONTEXT_LENGTH), start),
			suffix: text.slice(end, end + CONTEXT_LENGTH),
		},
	};
}
