import { describe, expect, test, vi } from 'vitest';
import { createAnchorer } from '../../utils/anchoring/anchor.ts';
import { type ArticleText, readArticleText } from '../../utils/anchoring/article-text.ts';
import { describe as describeRange } from '../../utils/anchoring/describe.ts';
import { extractArticle } from '../../utils/article/extract.ts';
import { type Recognition, recognise } from '../../utils/article/recognise.ts';
import { articleScope, readerScope } from '../../utils/article/scope.ts';
import { parseHtml, shownAsPage, shownAsText } from '../article/as-shown.ts';
import { corpusFiles, hasCorpus } from '../article/corpus.ts';
import { archiveText } from '../fixtures/article/archive-file.ts';
import { livePage } from '../fixtures/article/live-page.ts';
import { archiveTodayPage, savedPage, waybackPage, waybackUrl } from '../fixtures/article/saved-copies.ts';
import { storyOf, storyUrl } from '../fixtures/article/stories.ts';

/** jsdom is slow, and so may the machine be. */
vi.setConfig({ testTimeout: 60_000 });

/** One copy of an article, as it is annotated: in place, or in the reader. */
interface Copy {
	readonly form: string;
	readonly text: ArticleText;
}

type Article = Extract<Recognition, { kind: 'article' }>;

function recognised(document: Document, address: string): Article {
	const recognition = recognise(document, address);
	if (recognition.kind === 'not-article') throw new Error(`${address}: ${recognition.reason}`);
	return recognition;
}

function inPlace(form: string, html: string, address: string): Copy {
	const { document } = shownAsPage(html, address);
	const scope = articleScope(document, recognised(document, address));
	if (scope === undefined) throw new Error(`${form}: no article`);
	return { form, text: readArticleText(scope) };
}

/** As the reader shows it: a complete page by way of the page, a text file by way of its text. */
function inReader(form: string, { document, window }: ReturnType<typeof shownAsPage>, address: string): Copy {
	const { html } = extractArticle(document, address, recognised(document, address), window);
	return { form, text: readArticleText(readerScope(parseHtml(html).body)) };
}

function copiesOfStory(edition: string): Copy[] {
	const [page, url, file] = [livePage({ edition }), storyUrl(edition), 'file:///home/reader/copy.html'];
	const archive = (frontMatter: 'none' | 'with-url' | 'without-url') =>
		archiveText({ edition, frontMatter, url, ...(edition !== 'cn' && { heading: `${storyOf(edition).title} - RFI` }) });
	const textFile = (name: string, source: string) =>
		inReader(name, shownAsText(source, `file:///home/reader/${name}`), `file:///home/reader/${name}`);
	return [
		inPlace('live page', page, url),
		...(['chrome', 'firefox', 'singlefile'] as const).map((by) =>
			inPlace(`saved by ${by}`, savedPage(page, url, by), file),
		),
		inPlace('Wayback Machine', waybackPage(page), waybackUrl(url)),
		inPlace('archive.today', archiveTodayPage(page, url), 'https://archive.ph/AbC12'),
		inReader('reader, from the live page', shownAsPage(page, url), url),
		textFile('archive.txt', archive('none')),
		textFile('front-matter.md', archive('with-url')),
		inPlace('archive file opened as HTML', archive('none'), file),
	];
}

/** Passages that stand in each copy: words, a sentence's half, whole paragraphs, and what runs from one into the next. */
function passagesOf(paragraphs: readonly string[]): string[] {
	return paragraphs.flatMap((paragraph) => {
		const half = Math.ceil(paragraph.length / 2);
		return [wholeLetters(paragraph, 2, 14), wholeLetters(paragraph, half), paragraph].map((words) => words.trim());
	});
}

/** A part of a text that cuts no letter of several code points: a selection takes such a letter whole. */
function wholeLetters(text: string, start: number, end = text.length): string {
	const letters = [...new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(text)];
	return letters
		.filter(({ index }) => index >= start && index < end)
		.map(({ segment }) => segment)
		.join('');
}

/** Anchors on `to` what is described on `from`: the words that are found, or what became of them. */
function found(from: Copy, to: Copy, words: string): string {
	const start = from.text.text.indexOf(words);
	expect(start, `${words} on ${from.form}`).toBeGreaterThanOrEqual(0);
	const selectors = JSON.parse(JSON.stringify(describeRange(from.text, { start, end: start + words.length })));
	const outcome = createAnchorer(to.text).anchor(selectors);
	return outcome.state === 'anchored' ? to.text.text.slice(outcome.start, outcome.end) : outcome.state;
}

describe.each(['cn', 'tw', 'fr', 'fa', 'km', 'ru', 'vi'])('a passage of a story of the edition %s', (edition) => {
	const copies = copiesOfStory(edition);
	const passages = passagesOf(storyOf(edition).paragraphs.map((paragraph) => paragraph.replace(/\s+/g, ' ').trim()));

	test.each(copies.map((from) => [from.form, from] as const))('highlighted on “%s” stands on all others', (_, from) => {
		for (const to of copies)
			for (const words of passages) expect(found(from, to, words), `${from.form} → ${to.form}`).toBe(words);
	});
});

describe.runIf(hasCorpus)('a passage of a real article', () => {
	const files = corpusFiles('archive').filter((_, index) => index % 20 === 0);

	test.each(files.map((file) => [file.name, file] as const))('of %s stands on each of its copies', (name, { text }) => {
		const file = (ending: string) => `file:///home/reader/${name.replace(/\.\w+$/, ending)}`;
		const shown = shownAsText(text, file('.txt'));
		if (recognise(shown.document, file('.txt')).kind === 'not-article') return;
		const copies = [inReader('text, in the reader', shown, file('.txt'))];
		const page = shownAsPage(text, file('.html'));
		if (recognise(page.document, file('.html')).kind === 'article') {
			copies.push(inPlace('opened as HTML', text, file('.html')));
			copies.push(inReader('HTML, in the reader', shownAsPage(text, file('.html')), file('.html')));
		}
		const lines = copies[0]!.text.text.split('\n').filter((line) => line.length > 14);
		const once = passagesOf(lines.slice(0, 12)).filter(
			(words) => copies[0]!.text.text.indexOf(words) === copies[0]!.text.text.lastIndexOf(words),
		);
		expect(once.length).toBeGreaterThan(0);
		for (const from of copies)
			for (const to of copies)
				for (const words of once) expect(found(from, to, words), `${from.form} → ${to.form}`).toBe(words);
	});
});

describe.runIf(hasCorpus)('a passage of the real live page', () => {
	test('stands on its saved copies, in a web archive and in the reader', () => {
		const [live] = corpusFiles('live').filter(({ name }) => name.includes('article'));
		const url = /<link[^>]*rel="?canonical"?[^>]*href="([^"]+)"/.exec(live!.text)![1]!;
		const file = 'file:///home/reader/copy.html';
		const copies = [
			inPlace('live page', live!.text, url),
			inPlace('saved by chrome', savedPage(live!.text, url, 'chrome'), file),
			inPlace('saved by singlefile', savedPage(live!.text, url, 'singlefile'), file),
			inPlace('Wayback Machine', waybackPage(live!.text), waybackUrl(url)),
			inReader('reader', shownAsPage(live!.text, url), url),
		];
		const lines = copies[0]!.text.text.split('\n').filter((line) => line.length > 14);
		for (const from of copies)
			for (const to of copies)
				for (const words of passagesOf(lines)) expect(found(from, to, words), `${from.form} → ${to.form}`).toBe(words);
	});
});
