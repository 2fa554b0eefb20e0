import { describe, expect, it } from 'vitest';
import { EDITIONS } from '../../utils/article/editions.ts';
import { recognise } from '../../utils/article/recognise.ts';
import { archiveText, archiveUrl } from '../fixtures/article/archive-file.ts';
import { ampPage, formerListing, formerPage } from '../fixtures/article/former-pages.ts';
import { LISTINGS, listingPage, listingUrl } from '../fixtures/article/listing-page.ts';
import { livePage } from '../fixtures/article/live-page.ts';
import { archiveTodayPage, savedPage, waybackPage, waybackUrl } from '../fixtures/article/saved-copies.ts';
import { STORIES, storyUrl } from '../fixtures/article/stories.ts';
import { shownAsPage, shownAsText } from './as-shown.ts';

const PATHS = EDITIONS.map(({ path }) => path);
const judge = (html: string, url: string) => recognise(shownAsPage(html).document, url);

it('knows 17 editions, one story of ours in each', () => {
	expect(PATHS.join(' ')).toBe('br cn en es fa ff fr ha km ma pt ro ru sw tw uk vi');
	expect(STORIES.map(({ edition }) => edition).sort()).toEqual(PATHS);
	for (const { edition, lang, dir } of STORIES) expect(EDITIONS).toContainEqual({ path: edition, lang, dir });
});

describe.each(PATHS)('in the edition %s', (edition) => {
	const url = storyUrl(edition);

	it('an article is one, with its reason', () => {
		expect(judge(livePage({ edition }), url)).toEqual({
			kind: 'article',
			form: 'live',
			url,
			edition,
			reason:
				'address of rfi.fr, dated address, og:type article, publication time, page kind, JSON-LD, title over body',
		});
	});

	it('audio and video pages are articles, also with nothing but a standfirst under the player', () => {
		for (const kind of ['audio', 'video'] as const) {
			expect(judge(livePage({ edition, kind }), url)).toMatchObject({ kind: 'article', url });
			expect(judge(livePage({ edition, kind, hasBody: false }), url)).toMatchObject({ kind: 'article', url });
		}
	});

	it.each(LISTINGS)('its %s page is no article', (listing) => {
		const address = listingUrl(edition, listing);
		const page = listingPage(edition, listing);
		expect(judge(page, address)).toMatchObject({ kind: 'not-article' });
		expect(judge(page, 'file:///home/reader/list.html')).toMatchObject({ kind: 'not-article' });
		expect(judge(page, waybackUrl(address))).toMatchObject({ kind: 'not-article' });
		// A list does not become an article by one wrong sign.
		expect(judge(page.replace('content="website"', 'content="article"'), address)).toMatchObject({
			kind: 'not-article',
		});
		expect(judge(page, url)).toMatchObject({ kind: 'not-article' });
	});

	it('saved copies are recognised by what the saver wrote, or by the page itself', () => {
		for (const by of ['chrome', 'firefox', 'singlefile'] as const) {
			const recognition = judge(savedPage(livePage({ edition }), url, by), 'file:///C:/Users/reader/page.html');
			expect(recognition).toMatchObject({ kind: 'article', form: 'saved-page', url, edition });
		}
	});

	it('web-archive copies are recognised by the address inside', () => {
		expect(judge(waybackPage(livePage({ edition })), waybackUrl(url))).toMatchObject({
			kind: 'article',
			form: 'web-archive',
			url,
			edition,
		});
		const copy = archiveTodayPage(livePage({ edition }), url);
		for (const address of [
			'https://archive.ph/AbC12',
			`https://archive.md/20251130120030/${url}`,
			`https://archive.today/newest/${url}`,
		]) {
			expect(judge(copy, address)).toMatchObject({ kind: 'article', form: 'web-archive', url, edition });
		}
	});

	it('pages of the former site and AMP pages are recognised as the article they were', () => {
		const former = formerPage(edition);
		const formerUrl = storyUrl(edition, '20181130');
		expect(judge(former.html, former.url)).toMatchObject({ kind: 'article', form: 'live', url: formerUrl, edition });
		expect(judge(former.html, former.url.replace('//', '//m.'))).toMatchObject({ kind: 'article', url: formerUrl });
		expect(judge(former.html, waybackUrl(former.url))).toMatchObject({
			kind: 'article',
			form: 'web-archive',
			url: formerUrl,
		});
		expect(judge(former.html, 'file:///old.html')).toMatchObject({
			kind: 'article',
			form: 'saved-page',
			url: formerUrl,
		});
		const list = formerListing(edition);
		expect(judge(list.html, list.url)).toMatchObject({ kind: 'not-article' });
		const amp = ampPage(edition);
		expect(judge(amp.html, amp.url)).toMatchObject({ kind: 'article', form: 'live', url: amp.canonical, edition });
	});

	it('files in the archive form are recognised as text and as page, with front matter or without', () => {
		for (const frontMatter of ['none', 'with-url'] as const) {
			const text = archiveText({ edition, frontMatter });
			const expected = { kind: 'article', url: archiveUrl(edition), edition };
			expect(recognise(shownAsText(text).document, 'file:///a.txt')).toMatchObject({
				...expected,
				form: 'archive-text',
			});
			expect(recognise(shownAsText(text).document, 'file:///a.md')).toMatchObject({
				...expected,
				form: 'archive-text',
			});
			expect(judge(text, 'file:///a.html')).toMatchObject({ ...expected, form: 'archive-html' });
		}
	});

	it('a file without address is recognised by several signs, and one is not enough', () => {
		const text = archiveText({ edition, frontMatter: 'without-url' });
		const recognition = recognise(shownAsText(text).document, 'file:///a.txt');
		expect(recognition).toMatchObject({ kind: 'article', form: 'archive-text' });
		expect(recognition).not.toHaveProperty('url');
		const elsewhere = text.replace('categories: rfi', 'categories: france24').replaceAll('s.rfi.fr', 's.france24.com');
		expect(recognise(shownAsText(elsewhere).document, 'file:///a.txt')).toMatchObject({ kind: 'not-article' });
		const note = '---\ntitle: What RFI says\ncategories: rfi\n---\n\nI read something on the radio today.\n';
		expect(recognise(shownAsText(note).document, 'file:///a.md')).toMatchObject({ kind: 'not-article' });
	});
});

describe('what merely looks like RFI is not', () => {
	const page = livePage({ edition: 'fr' });
	const url = storyUrl('fr');

	it('a page elsewhere that claims an address of RFI', () => {
		expect(judge(page, 'https://example.org/copied')).toMatchObject({ kind: 'not-article' });
		expect(judge(page, 'https://rfi.fr.example.org/fr/france/20251130-x')).toMatchObject({ kind: 'not-article' });
		expect(judge(page, 'https://www.france24.com/fr/france/20251130-x')).toMatchObject({ kind: 'not-article' });
		expect(judge(page, `https://web.archive.org/web/2025/https://example.org/${url}`)).toMatchObject({
			kind: 'not-article',
		});
	});

	it('a sister site on another host of rfi.fr', () => {
		for (const host of ['francaisfacile', 'savoirs', 'emailing', 'musique', 'static']) {
			expect(judge(page, `https://${host}.rfi.fr/fr/podcasts/20251130-x`)).toMatchObject({ kind: 'not-article' });
		}
	});

	it('a file saved from elsewhere, whatever it claims', () => {
		expect(judge(savedPage(page, 'https://example.org/copied'), 'file:///a.html')).toMatchObject({
			kind: 'not-article',
		});
		const france24 = page.replaceAll('www.rfi.fr', 'www.france24.com');
		expect(judge(france24, 'file:///a.html')).toMatchObject({ kind: 'not-article' });
		expect(
			judge(page.replace(/og:url" content="[^"]*/, 'og:url" content="https://example.org/'), 'file:///a.html'),
		).toMatchObject({
			kind: 'not-article',
		});
	});

	it('a file whose addresses disagree', () => {
		const canonical = page.replace(/canonical" href="[^"]*/, 'canonical" href="https://example.org/a');
		expect(judge(canonical, 'file:///a.html')).toMatchObject({ kind: 'not-article' });
		expect(judge(savedPage(canonical, url), 'file:///a.html')).toMatchObject({ kind: 'not-article' });
	});

	it('a file of any other kind', () => {
		for (const html of [
			'',
			'<p>Hello',
			'<h1>Title</h1><p>Text',
			'<pre>plain</pre>',
			'[x](y)\n---\n',
			'<svg></svg>',
			'<frameset>',
		]) {
			expect(judge(html, 'file:///a.html')).toMatchObject({ kind: 'not-article' });
		}
		expect(
			recognise(
				shownAsText(`[A link to RFI](${url})\n------\n\nand my own notes about it`).document,
				'file:///notes.md',
			),
		).toMatchObject({
			kind: 'not-article',
		});
		expect(judge(page, 'about:blank')).toMatchObject({ kind: 'not-article' });
		expect(judge(page, 'not an address')).toMatchObject({ kind: 'not-article' });
	});

	it('a browser page made of XML has no body to judge', () => {
		const { window } = shownAsPage('<p>');
		const xml = new (window as Window & typeof globalThis).DOMParser().parseFromString('<rss><a/></rss>', 'text/xml');
		expect(recognise(xml, 'file:///feed.xml')).toMatchObject({ kind: 'not-article' });
		expect(recognise(xml, 'https://www.rfi.fr/fr/rss')).toMatchObject({ kind: 'not-article' });
	});
});

describe('pages of RFI in odd shapes', () => {
	const url = storyUrl('fr');

	it('without a body it is no article', () => {
		expect(judge(livePage({ edition: 'fr', hasBody: false }), url)).toEqual({
			kind: 'not-article',
			reason: 'no title over a body',
		});
		expect(judge(livePage({ edition: 'fr', body: '', standfirst: '' }), url)).toMatchObject({ kind: 'not-article' });
	});

	it('with a second article of its own title, the one the page is named after is meant', () => {
		const second =
			'<article class="t-content__article-wrapper"><h1>Another</h1><div class="t-content__body"><p>Another text.</p></div></article>';
		expect(judge(livePage({ edition: 'fr', after: second }), url)).toMatchObject({ kind: 'article', url });
		const same = second.replace('Another', 'Un jardin sur le toit de la bibliothèque');
		expect(judge(livePage({ edition: 'fr', after: same }), url)).toEqual({
			kind: 'not-article',
			reason: 'several articles',
		});
	});

	it('with teasers that are articles too, the one with the title is meant', () => {
		const teaser = '<article><h2><a href="/fr/x">Teaser</a></h2><p>Text of a teaser.</p></article>';
		expect(judge(livePage({ edition: 'fr', after: teaser + teaser }), url)).toMatchObject({ kind: 'article', url });
	});

	it('with a hidden rest, or broken JSON-LD, or none, it is an article all the same', () => {
		for (const jsonLd of ['list', 'object', 'graph', 'broken', 'none'] as const) {
			expect(judge(livePage({ edition: 'fr', jsonLd, hasHiddenRest: true }), url)).toMatchObject({
				kind: 'article',
				url,
			});
		}
	});

	it('the address may be spelt in any way: slashes, encoding, tracking, http', () => {
		const page = livePage({ edition: 'cn' });
		const canonical = storyUrl('cn');
		for (const address of [
			decodeURI(canonical),
			canonical.replace('https', 'http').replace('/cn/', '//cn/'),
			`${canonical}?GJlXzGgqHj`,
			`${canonical}/?utm_source=x#top`,
			canonical.replace('www.', ''),
		]) {
			expect(judge(page, address)).toMatchObject({ kind: 'article', form: 'live', url: canonical });
		}
	});

	it("the address of another article that the page gives for its own is not believed, on the site or in an archive's address", () => {
		const [own, other] = [storyUrl('fr'), storyUrl('fr', '20250101')];
		const page = livePage({ edition: 'fr', url: other });
		expect(page).toContain(`canonical" href="${other}`);
		expect(judge(page, own)).toMatchObject({ kind: 'article', url: own });
		expect(judge(page, `https://web.archive.org/web/20251130120000/${own}`)).toMatchObject({
			form: 'web-archive',
			url: own,
		});
	});

	it.each([
		'https://www.rfi.fr.example.org/fr/monde/20251130-x',
		'https://example.org/https://www.rfi.fr/fr/monde/20251130-x',
		'https://rfi.fr@example.org/fr/monde/20251130-x',
		'https://example.org/?u=https://web.archive.org/web/2025/https://www.rfi.fr/fr/monde/20251130-x',
		'https://web.archive.org/web/20251130120000/https://example.org/https://www.rfi.fr/fr/monde/20251130-x',
		'data:text/html,https://www.rfi.fr/fr/monde/20251130-x',
	])('a page elsewhere is no article, whatever it says of itself: %s', (address) => {
		expect(judge(livePage({ edition: 'fr' }), address)).toMatchObject({ kind: 'not-article' });
	});

	it('an undated article needs the page itself to say so', () => {
		const undated = 'https://www.rfi.fr/cn/%E5%85%A8%E7%90%83';
		expect(judge(livePage({ edition: 'cn', url: undated }), undated)).toMatchObject({ kind: 'article', url: undated });
		const bare =
			'<title>x</title><main><h1>About us</h1><p>We are a radio that speaks seventeen languages to the world.</p></main>';
		expect(judge(bare, 'https://www.rfi.fr/en/about-us')).toMatchObject({ kind: 'not-article' });
	});
});

describe('files in the archive form with faults', () => {
	const judgeText = (text: string) => recognise(shownAsText(text).document, 'file:///a.txt');

	it.each([
		['brackets in the title', { heading: '[Live] A [very] good ] title' }],
		['no date', { date: false }],
		['a date of another form', { date: '2023年9月18日' }],
		['the word Array for a picture', { lead: 'Array' }],
		['glued tags', { hasGluedTags: true, year: 2020 }],
		[
			'a script and a frame',
			{ body: '<script>alert(1)</script><iframe src="javascript:alert(1)"></iframe><p>Text</p>' },
		],
		['no time of fetching', { epochMs: false }],
	] as const)('%s: still the article', (_, options) => {
		expect(judgeText(archiveText({ edition: 'fr', ...options }))).toMatchObject({
			kind: 'article',
			url: archiveUrl('fr'),
		});
	});

	it('front matter may list what a post is filed under', () => {
		const text = archiveText({ edition: 'fr', frontMatter: 'without-url' }).replace(
			'categories: rfi',
			'categories:\n  - rfi',
		);
		expect(judgeText(text.replaceAll('s.rfi.fr', 's.example.org'))).toMatchObject({ kind: 'article' });
	});

	it('a header without address is recognised where three signs agree', () => {
		const text = archiveText({ edition: 'fr' }).replace(/\]\(http.*/, '');
		const recognition = judgeText(text);
		expect(recognition).toMatchObject({ kind: 'article', form: 'archive-text' });
		expect(recognition).not.toHaveProperty('url');
		expect(judgeText(text.replace(/<!--.*-->/, '').replaceAll('s.rfi.fr', 's.example.org'))).toMatchObject({
			kind: 'not-article',
		});
	});

	it('Windows line ends and a byte order mark do not matter', () => {
		const text = `\uFEFF${archiveText({ edition: 'fr', frontMatter: 'with-url' }).replaceAll('\n', '\r\n')}`;
		expect(judgeText(text)).toMatchObject({ kind: 'article', url: archiveUrl('fr') });
	});

	it('an address of a list, or of another site, is no article', () => {
		expect(judgeText(archiveText({ url: 'https://www.rfi.fr/cn/' }))).toMatchObject({ kind: 'not-article' });
		expect(judgeText(archiveText({ url: 'https://www.dw.com/zh/x/a-1?maca=chi' }))).toMatchObject({
			kind: 'not-article',
		});
		expect(
			judgeText(archiveText({ url: 'https://web.archive.org/web/2023/https://www.rfi.fr/fr/france/20230918-x' })),
		).toMatchObject({
			kind: 'article',
			url: 'https://www.rfi.fr/fr/france/20230918-x',
		});
	});
});
