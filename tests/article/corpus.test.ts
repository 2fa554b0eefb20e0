import { describe, expect, it, vi } from 'vitest';
import { readArticleText } from '../../utils/anchoring/article-text.ts';
import { archiveDocument } from '../../utils/article/archive-document.ts';
import { parseArchive } from '../../utils/article/archive-form.ts';
import { extractArticle } from '../../utils/article/extract.ts';
import { type Recognition, recognise } from '../../utils/article/recognise.ts';
import { articleScope, readerScope } from '../../utils/article/scope.ts';
import { inspectFile } from '../tools/inspect-file.ts';
import { parseHtml, shownAsPage, shownAsText } from './as-shown.ts';
import { corpusFiles, hasCorpus } from './corpus.ts';
import { readRawArchiveFile } from './raw-archive-file.ts';

/** jsdom is slow, and so may the machine be. */
vi.setConfig({ testTimeout: 60_000 });

const bytesOf = (text: string) => new TextEncoder().encode(text);
const FILES = [...corpusFiles('seed'), ...corpusFiles('archive')];

describe.skipIf(!hasCorpus)('the archive files of the corpus', () => {
	it('are all there', () => {
		expect(FILES).toHaveLength(214);
	});

	it.each(FILES)('$name says what its raw text says', ({ name, text }) => {
		const raw = readRawArchiveFile(text);
		const read = inspectFile(name, bytesOf(text), `file:///corpus/${name}`);
		expect(read.kind).toBe('article');
		expect(read.form).toBe(name.endsWith('.html') ? 'archive-html' : 'archive-text');
		expect(raw.heading.startsWith(read.title!)).toBe(true);
		expect(raw.heading.slice(read.title!.length)).toMatch(/^( [-–] \S{2,8})?( – 法国国际广播电台 - RFI)?$/);
		expect(read.url && decodeURI(read.url)).toBe(
			raw.url === undefined ? null : decodeURI(raw.url.replace('http:', 'https:').replace('//cn/', '/cn/')),
		);
		expect([read.edition, read.lang]).toEqual(['cn', 'zh-Hans']);
		expect(Date.parse(read.published!)).toBe(raw.publishedMs);
		expect(Date.parse(read.captured!)).toBe(raw.capturedMs);
		expect(read.leadImage).toBe(raw.leadImage ?? null);
		expect(read.text!.split('\n')).toEqual([read.title, ...raw.blocks]);
	});

	it.each(FILES)('$name is the same article opened as text, opened as a page, and in the reader', ({ text }) => {
		const asText = shownAsText(text);
		const asPage = shownAsPage(text);
		const recognition = recognise(asText.document, asText.document.URL);
		const inPlace = recognise(asPage.document, asPage.document.URL);
		const first = extractArticle(asText.document, asText.document.URL, recognition, asText.window);
		const second = extractArticle(asPage.document, asPage.document.URL, inPlace, asPage.window);
		expect({ ...second, html: '' }).toEqual({ ...first, html: '' });
		for (const { html } of [first, second]) {
			expect(readArticleText(readerScope(parseHtml(html).body)).text).toBe(first.text);
		}
		expect(readArticleText(articleScope(asPage.document, inPlace)!).text).toBe(first.text);
		const copy = parseArchive(text);
		if (copy.kind === 'not-archive') throw new Error(copy.reason);
		const made = archiveDocument(copy, parseHtml);
		const form: Recognition = { kind: 'article', form: 'archive-text', reason: '' };
		expect(readArticleText(articleScope(made, form)!).text).toBe(first.text);
	});
});

describe.skipIf(!hasCorpus)('the complete pages of the corpus', () => {
	it('hold one article, which is read without its furniture', () => {
		const { name, text } = corpusFiles('live').find((file) => file.name.includes('article'))!;
		const read = inspectFile(name, bytesOf(text), `file:///corpus/${name}`);
		expect(read).toMatchObject({
			kind: 'article',
			form: 'saved-page',
			edition: 'cn',
			lang: 'zh-Hans',
			section: '政治',
			byline: '左依',
		});
		expect(read.published).toBe('2025-11-30T09:13:47.000Z');
		const article = text.slice(text.indexOf('<article'), text.indexOf('data-selfpromo-newsletter'));
		const blocks = [...article.matchAll(/<(h1|h2|p|figcaption)\b([^>]*)>([\s\S]*?)<\/\1>/g)]
			.filter(([, , attributes]) => !/m-pub-dates/.test(attributes!))
			.map(([, , , inner]) =>
				inner!
					.replace(/<[^>]*>/g, '')
					.replace(/\s+/g, ' ')
					.trim(),
			);
		expect(read.text!.split('\n')).toEqual(blocks);
		expect(read.text).not.toMatch(/广告|继续浏览后续|分享|电邮新闻|下载法广|7 分钟|作者/);
	});

	it('are read alike on the page and in the reader', () => {
		const { text } = corpusFiles('live').find((file) => file.name.includes('article'))!;
		const { document, window } = shownAsPage(text);
		const recognition = recognise(document, document.URL);
		const read = extractArticle(document, document.URL, recognition, window);
		expect(readArticleText(articleScope(document, recognition)!).text).toBe(read.text);
		expect(readArticleText(readerScope(parseHtml(read.html).body)).text).toBe(read.text);
	});

	it.each([
		...corpusFiles('live').filter((file) => file.name.includes('listing')),
		...corpusFiles('live-other-publishers'),
		...corpusFiles('archive-other-publishers'),
	])('$name is no article of RFI', ({ name, text }) => {
		for (const shown of [shownAsPage(text), shownAsText(text)]) {
			expect(recognise(shown.document, `file:///corpus/${name}`)).toMatchObject({ kind: 'not-article' });
		}
		expect(inspectFile(name, bytesOf(text), `file:///corpus/${name}`).reason).not.toBe('');
		expect(parseArchive(text).kind).toBe('not-archive');
	});
});
