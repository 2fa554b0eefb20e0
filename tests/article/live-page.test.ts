import { describe, expect, it, vi } from 'vitest';
import { readArticleText } from '../../utils/anchoring/article-text.ts';
import { EDITIONS } from '../../utils/article/editions.ts';
import { type ExtractedArticle, extractArticle } from '../../utils/article/extract.ts';
import { readFacts } from '../../utils/article/facts.ts';
import { recognise } from '../../utils/article/recognise.ts';
import { anyPageScope, articleScope, readerScope } from '../../utils/article/scope.ts';
import { ampPage, formerPage } from '../fixtures/article/former-pages.ts';
import {
	LEAD_IMAGE,
	type LivePageOptions,
	livePage,
	storyBlocks,
	storyFurniture,
} from '../fixtures/article/live-page.ts';
import {
	archiveTodayPage,
	SINGLEFILE_TIME,
	savedPage,
	waybackPage,
	waybackUrl,
} from '../fixtures/article/saved-copies.ts';
import { storyOf, storyUrl } from '../fixtures/article/stories.ts';
import { parseHtml, shownAsPage } from './as-shown.ts';

/** jsdom is slow, and so may the machine be. */
vi.setConfig({ testTimeout: 60_000 });

/** Reads a page, and holds it against what must be so of every page. */
function read(html: string, url: string): ExtractedArticle {
	const { document, window } = shownAsPage(html, url);
	const recognition = recognise(document, url);
	if (recognition.kind === 'not-article') throw new Error(recognition.reason);
	const before = document.documentElement.outerHTML;
	const article = extractArticle(document, url, recognition, window);
	expect(document.documentElement.outerHTML).toBe(before);
	expect(readArticleText(articleScope(document, recognition)!).text).toBe(article.text);
	expect(readArticleText(readerScope(parseHtml(article.html).body)).text).toBe(article.text);
	const { html: _, text: __, ...facts } = article;
	expect(readFacts(document, url, recognition)).toEqual(facts);
	return article;
}

const readLive = (options: LivePageOptions) =>
	read(livePage(options), options.url ?? storyUrl(options.edition ?? 'cn'));

describe.each(EDITIONS)('a live page of the edition $path', ({ path: edition, lang, dir }) => {
	const story = storyOf(edition);

	it('tells its facts', () => {
		const { html: _, text: __, ...facts } = readLive({ edition });
		expect(facts).toEqual({
			title: story.title,
			url: storyUrl(edition),
			edition,
			lang,
			dir,
			byline: story.author,
			section: story.section,
			published: '2025-11-30T09:13:47.000Z',
			modified: '2025-11-30T09:13:47.000Z',
			leadImage: LEAD_IMAGE,
			description: story.standfirst,
		});
	});

	it('is read whole, and without its furniture', () => {
		for (const kind of ['article', 'audio', 'video'] as const) {
			const { text } = readLive({ edition, kind });
			expect(text.split('\n')).toEqual(storyBlocks(story));
			for (const words of storyFurniture(story)) expect(text).not.toContain(words);
		}
	});

	it('is the same article in every copy', () => {
		const page = livePage({ edition });
		const url = storyUrl(edition);
		const live = read(page, url);
		for (const by of ['chrome', 'firefox', 'singlefile'] as const) {
			const { captured, ...saved } = read(savedPage(page, url, by), 'file:///home/reader/page.html');
			expect(saved).toEqual(live);
			expect(captured).toBe(by === 'singlefile' ? SINGLEFILE_TIME : undefined);
		}
		const archived = read(waybackPage(page), waybackUrl(url));
		expect({ ...archived, html: '' }).toEqual({ ...live, captured: '2025-11-30T12:00:30.000Z', html: '' });
		const copy = read(archiveTodayPage(page, url), 'https://archive.ph/AbC12');
		expect(copy).toMatchObject({ title: story.title, url, edition, captured: '2025-11-30T12:00:30.000Z' });
		for (const block of storyBlocks(story)) expect(copy.text.split('\n')).toContain(block);
	});

	it('of the former site and of AMP is read as far as it is known', () => {
		const former = formerPage(edition);
		const article = read(former.html, former.url);
		expect(article).toMatchObject({
			title: story.title,
			url: storyUrl(edition, '20181130'),
			published: '2018-11-30T08:13:00.000Z',
		});
		expect(article.text.split('\n')).toEqual([story.title, story.standfirst, ...story.paragraphs]);
		const amp = ampPage(edition);
		const mobile = read(amp.html, amp.url);
		expect(mobile).toMatchObject({ title: story.title, url: amp.canonical, byline: story.author });
		expect(mobile.text.split('\n')).toEqual([story.title, story.standfirst, ...story.paragraphs]);
	});
});

describe('the reader shows', () => {
	it('title and standfirst in a header, then figures, headings, lists and paragraphs', () => {
		const story = storyOf('fr');
		const { body } = parseHtml(readLive({ edition: 'fr' }).html);
		expect([...body.children].map(({ localName }) => localName).join(' ')).toBe('header figure p h2 p figure ul p');
		expect(body.querySelector('header > h1')?.textContent).toBe(story.title);
		expect(body.querySelector('header > p')?.textContent.trim()).toBe(story.standfirst);
		expect([...body.querySelectorAll('li')].map(({ textContent }) => textContent)).toEqual(story.list);
		expect(body.querySelectorAll('figcaption')).toHaveLength(2);
		expect(body.querySelector('a')?.getAttribute('href')).toBe('https://www.rfi.fr/fr/france/');
		expect(body.querySelectorAll('[class], [id], [style], [data-org-name]')).toHaveLength(0);
		expect([...body.querySelectorAll('img')].map((img) => img.getAttribute('src'))).toEqual([
			LEAD_IMAGE,
			'https://s.rfi.fr/media/display/33333333-2222-11f0-9b38-005056bfb2b6/w:1024/roof.jpg',
		]);
	});

	it('quotations, tables, nested lists, line breaks and words in another language as such', () => {
		const body = `<blockquote><p>Quoted</p></blockquote><table><caption>Rain</caption><thead><tr><th>Town</th><th>mm</th></tr></thead><tbody><tr><td>Lyon</td><td>12</td></tr></tbody></table>
			<ol><li>One<ul><li>Inner</li></ul></li><li><p>Two</p><p>Three</p></li></ol><p>First<br>Second <em lang="la">ibidem</em> H<sub>2</sub>O</p>
			<div class="m-em-quote"><div class="m-em-quote__body">Said so</div><div>A. Person</div></div><div class="m-em-textbox"><h3>Box</h3><p>In a box</p></div>
			<div class="m-em-audio"><div class="m-em-audio__show-infos"><p class="m-em-audio__show-infos__emission">What is heard</p><p class="m-em-audio__show-infos__metadata">05:12</p></div><button>Play</button></div>
			<div class="m-transcription"><div class="m-transcription__content"><p>Spoken  words</p></div><button class="m-box-expand__button">Voir plus</button></div>
			<div class="t-content__chapters"><ul><li class="a-chapter">00:05 Headlines</li></ul></div>`;
		const article = readLive({ edition: 'en', body });
		expect(article.text.split('\n').slice(3)).toEqual(
			'Quoted|Rain|Town|mm|Lyon|12|One|Inner|Two|Three|First|Second ibidem H2O|Said so|A. Person|Box|In a box|What is heard|Spoken words'.split(
				'|',
			),
		);
		expect(article.html).toContain('<blockquote><p>Quoted</p></blockquote>');
		expect(article.html).toContain('<tr><td>Lyon</td><td>12</td></tr>');
		expect(article.html).toContain('<ol><li>One<ul><li>Inner</li></ul></li>');
		expect(article.html).toContain('<em lang="la">ibidem</em> H<sub>2</sub>O');
	});

	it('words of markup that may not hold them, in the order they stand', () => {
		const { document, window } = shownAsPage(livePage({ edition: 'en', body: '<p id="a">A</p>' }), storyUrl('en'));
		const p = document.querySelector('#a')!;
		// Such trees come from scripts, never from a parser.
		p.innerHTML =
			'<div>one<p>two</p>three</div><strong>four<ul>five<li>six</li></ul></strong><table>seven<tr>eight<td>nine</td></tr></table><h1>ten</h1>';
		for (const [tag, words] of [
			['ul', 'zero'],
			['table', 'eleven'],
			['li', 'twelve'],
			['figcaption', 'thirteen'],
		] as const) {
			const element = document.createElement(tag);
			element.append(words, document.createElement('h2'), document.createElement('table'));
			element.querySelector('h2')!.append('!', document.createElement('div'));
			p.append(element);
		}
		const recognition = recognise(document, document.URL);
		const { html, text } = extractArticle(document, document.URL, recognition, window);
		expect(readArticleText(readerScope(parseHtml(html).body)).text).toBe(text);
	});

	it('hidden "read more" remainders, NBSP and nested spans as they are read', () => {
		const body = '<p>First</p><p><span><span>Sec</span></span><span>ond&nbsp;: 10&nbsp;000</span></p><p>&nbsp;</p>';
		const { text } = readLive({ edition: 'fr', body, hasHiddenRest: true });
		expect(text.split('\n').slice(3)).toEqual(['First', 'Second\u00a0: 10\u00a0000']);
	});

	it('an article drawn anew by the page’s scripts', () => {
		const { document } = shownAsPage(livePage({ edition: 'fr' }), storyUrl('fr'));
		const recognition = recognise(document, document.URL);
		const before = readArticleText(articleScope(document, recognition)!).text;
		const old = document.querySelector('article')!;
		old.replaceWith(old.cloneNode(true));
		expect(readArticleText(articleScope(document, recognition)!).text).toBe(before);
		document.querySelector('article')!.remove();
		expect(articleScope(document, recognition)).toBeUndefined();
	});
});

describe('facts', () => {
	it('the column is what the page names after its title', () => {
		expect(readLive({ edition: 'fr', titleSuffix: ' - Priorité santé' })).toMatchObject({
			title: storyOf('fr').title,
			column: 'Priorité santé',
		});
		const signed = readLive({ edition: 'cn', titleSuffix: ' – 法国国际广播电台 - RFI' });
		expect(signed.title).toBe(storyOf('cn').title);
		expect(signed).not.toHaveProperty('column');
		expect(readLive({ edition: 'fr', title: 'Mali - la situation' }).title).toBe('Mali - la situation');
	});

	it('are found without JSON-LD, and in spite of a broken one', () => {
		const whole = readLive({ edition: 'vi' });
		for (const jsonLd of ['object', 'graph', 'broken', 'none'] as const)
			expect(readLive({ edition: 'vi', jsonLd })).toEqual(whole);
	});

	it('no picture is better than a stand-in', () => {
		for (const leadImage of [
			'Array',
			'https://static.rfi.fr/meta_og_twcards/RFI_FB.png',
			'https://s.rfi.fr/media/display/0/img-default-RFI.jpg',
		]) {
			expect(readLive({ edition: 'fr', leadImage })).not.toHaveProperty('leadImage');
		}
	});
});

describe('a page that is no article of RFI, annotated all the same', () => {
	const html = `<!DOCTYPE html><html lang="en-GB"><head><title>Notes on gardens | A blog</title><meta name="author" content="A. Writer"></head><body>
		<nav><a href="/">Home</a></nav><header><p>A blog</p></header><main><h1>Notes on gardens</h1><p>First <script>x()</script>words.</p><button>Like</button><aside>Ads</aside><p>Last words.</p></main><footer>© 2025</footer></body></html>`;

	it('is read by its main part', () => {
		const url = 'https://example.org/notes?id=1&utm_source=x';
		const { document, window } = shownAsPage(html, url);
		const recognition = recognise(document, url);
		expect(recognition).toMatchObject({ kind: 'not-article' });
		const article = extractArticle(document, url, recognition, window);
		expect(article).toMatchObject({
			title: 'Notes on gardens',
			url: 'https://example.org/notes?id=1',
			lang: 'en-GB',
			dir: 'ltr',
			byline: 'A. Writer',
			text: 'Notes on gardens\nFirst words.\nLast words.',
		});
		expect(article).not.toHaveProperty('edition');
		expect(readArticleText(anyPageScope(document)).text).toBe(article.text);
		expect(readArticleText(readerScope(parseHtml(article.html).body)).text).toBe(article.text);
	});

	it('is named as it names itself, else by its address', () => {
		const titleOf = (page: string, url: string) => {
			const { document } = shownAsPage(page, url);
			return readFacts(document, url, { kind: 'not-article', reason: '' }).title;
		};
		expect(titleOf('<title>The day - A paper</title><h1>A paper</h1>', 'https://example.org/a')).toBe(
			'The day - A paper',
		);
		expect(titleOf('<p>x', 'file:///home/reader/my%20notes.html')).toBe('my notes.html');
	});

	it('may be anything at all', () => {
		for (const page of [
			'',
			'<p>x',
			'<frameset><frame src="x"></frameset>',
			'<h1></h1>',
			'[x](y)\n---',
			'<pre>plain</pre>',
		]) {
			const { document, window } = shownAsPage(page);
			expect(() =>
				extractArticle(document, 'file:///x.html', { kind: 'not-article', reason: '' }, window),
			).not.toThrow();
		}
	});
});
