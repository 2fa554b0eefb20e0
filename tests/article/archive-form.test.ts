import { describe, expect, it, vi } from 'vitest';
import { readArticleText } from '../../utils/anchoring/article-text.ts';
import { archiveDocument } from '../../utils/article/archive-document.ts';
import { type ArchiveCopy, parseArchive } from '../../utils/article/archive-form.ts';
import { EDITIONS } from '../../utils/article/editions.ts';
import { extractArticle } from '../../utils/article/extract.ts';
import { repairGluedTags } from '../../utils/article/glued-tags.ts';
import { recognise } from '../../utils/article/recognise.ts';
import { articleScope, readerScope } from '../../utils/article/scope.ts';
import {
	ARCHIVE_EPOCH_MS,
	ARCHIVE_IMAGE,
	ARCHIVE_PUBLISHED,
	type ArchiveFileOptions,
	archiveBlocks,
	archiveText,
	archiveUrl,
} from '../fixtures/article/archive-file.ts';
import { storyOf } from '../fixtures/article/stories.ts';
import { parseHtml, shownAsPage, shownAsText } from './as-shown.ts';

/** jsdom is slow, and so may the machine be. */
vi.setConfig({ testTimeout: 60_000 });

function parsed(options: ArchiveFileOptions = {}): ArchiveCopy {
	const copy = parseArchive(archiveText(options));
	if (copy.kind === 'not-archive') throw new Error(copy.reason);
	return copy;
}

function textOf(source: string): string {
	const { document, window } = shownAsText(source);
	const read = extractArticle(document, document.URL, recognise(document, document.URL), window);
	return read.text;
}

describe.each(EDITIONS.map(({ path }) => path))('a file of the edition %s', (edition) => {
	const story = storyOf(edition);

	it('is taken apart', () => {
		expect(parsed({ edition, hasAuthor: true, hasShareBar: true, hasFooter: true })).toMatchObject({
			heading: story.title,
			title: story.title,
			url: archiveUrl(edition),
			edition,
			lang: story.lang,
			section: story.section,
			published: ARCHIVE_PUBLISHED,
			captured: new Date(ARCHIVE_EPOCH_MS).toISOString(),
			leadImage: ARCHIVE_IMAGE,
			standfirst: story.standfirst,
			byline: story.author,
		});
	});

	it.each(['none', 'with-url', 'without-url'] as const)(
		'with front matter %s reads the same as text, as page and in the reader',
		(frontMatter) => {
			for (const year of [2020, 2023] as const) {
				const source = archiveText({
					edition,
					frontMatter,
					year,
					hasAuthor: true,
					hasShareBar: true,
					hasFooter: true,
					hasGluedTags: true,
				});
				expect(textOf(source).split('\n')).toEqual(archiveBlocks(story));
				const { document, window } = shownAsPage(source);
				const recognition = recognise(document, document.URL);
				expect(readArticleText(articleScope(document, recognition)!).text.split('\n')).toEqual(archiveBlocks(story));
				const inPlace = extractArticle(document, document.URL, recognition, window);
				expect(readArticleText(readerScope(parseHtml(inPlace.html).body)).text).toBe(inPlace.text);
				expect(inPlace.title).toBe(story.title);
			}
		},
	);
});

describe('the title', () => {
	it('loses the name of the site, and gives its column apart', () => {
		expect(parsed({ heading: `${storyOf('cn').title} – 法国国际广播电台 - RFI` })).toMatchObject({
			title: storyOf('cn').title,
		});
		expect(parsed({ heading: `${storyOf('cn').title} - 法国世界报` })).toMatchObject({
			title: storyOf('cn').title,
			column: '法国世界报',
		});
		expect(parsed({ edition: 'fr', heading: `${storyOf('fr').title} - Priorité santé` })).toMatchObject({
			title: storyOf('fr').title,
			column: 'Priorité santé',
		});
	});

	it('keeps a dash of its own, which the slug shows', () => {
		const url = `https://www.rfi.fr/fr/afrique/20200701-${encodeURIComponent('mali-la-situation-à-gao')}`;
		const copy = parsed({ edition: 'fr', heading: 'Mali - la situation à Gao', url });
		expect(copy.title).toBe('Mali - la situation à Gao');
		expect(copy).not.toHaveProperty('column');
	});

	it('gives a column apart although the slug has its words in another place', () => {
		const url = `https://www.rfi.fr/cn/20200715-${encodeURIComponent('看世界文化遗产名称修改')}`;
		expect(parsed({ heading: '看世界文化遗产名称修改 - 文化遗产', url })).toMatchObject({
			title: '看世界文化遗产名称修改',
			column: '文化遗产',
		});
	});

	it('may hold brackets, entities, the signs of a link and two spaces', () => {
		const heading = '[[live 直播 ] A &quot;B&quot; ](x) &amp;  C';
		expect(parsed({ heading }).title).toBe('[[live 直播 ] A "B" ](x) & C');
		expect(textOf(archiveText({ heading })).split('\n')[0]).toBe('[[live 直播 ] A "B" ](x) & C');
	});

	it('is the line itself where the line is no link', () => {
		const source = archiveText().replace(/\]\(http.*/, '');
		expect(parseArchive(source)).toMatchObject({ kind: 'archive', title: storyOf('cn').title });
	});
});

describe('the date line', () => {
	it('is Paris time, in winter as in summer', () => {
		expect(parsed({ date: '30/11/2025 - 10:13' }).published).toBe('2025-11-30T09:13:00.000Z');
	});

	it('where it is missing or of another form is not made up, and is no article text', () => {
		expect(parsed({ date: false })).not.toHaveProperty('published');
		expect(parsed({ date: '2023年9月18日' })).not.toHaveProperty('published');
		expect(textOf(archiveText({ date: '2023年9月18日' })).split('\n')).toEqual(archiveBlocks(storyOf('cn')));
		expect(textOf(archiveText({ date: false })).split('\n')).toEqual(archiveBlocks(storyOf('cn')));
	});

	it('may stand in the line after the dashes, with its zone', () => {
		const source = archiveText({ date: false }).replace(
			'------\n\n',
			'------\n日期：Tue, 23 Jun 2020 20:46:50 +0000\n\n',
		);
		expect(parseArchive(source)).toMatchObject({ published: '2020-06-23T20:46:50.000Z' });
		expect(textOf(source)).not.toContain('日期');
	});
});

describe('the lead picture', () => {
	it.each([
		'Array',
		'<img src="https://static.rfi.fr/meta_og_twcards/RFI_FB.png">',
		'<img src="data:image/gif;base64,R0lGOD">',
		'',
	])('is none for %s, which is no text either', (lead) => {
		expect(parsed({ lead })).not.toHaveProperty('leadImage');
		expect(textOf(archiveText({ lead })).split('\n')).toEqual(archiveBlocks(storyOf('cn')));
		const { document } = shownAsPage(archiveText({ lead }));
		const scope = articleScope(document, recognise(document, document.URL))!;
		expect(readArticleText(scope).text).not.toContain('Array');
	});
});

describe('faults', () => {
	it('tags run together are parted', () => {
		expect(repairGluedTags('<divclass="a b"data-x="1">')).toBe('<div class="a b"data-x="1">');
		expect(repairGluedTags('<sourcetype="image/webp"srcset="x"sizes=""/>')).toBe(
			'<source type="image/webp"srcset="x"sizes=""/>',
		);
		expect(repairGluedTags('<youtube-playertype="em"video-type="youtube">')).toBe(
			'<youtube-player type="em"video-type="youtube">',
		);
		expect(repairGluedTags('<play-mediav-bind:current-media="x">')).toBe('<play-media v-bind:current-media="x">');
		expect(repairGluedTags('<diaporama-fullscreendiaporama-classes="x">')).toBe(
			'<diaporama-fullscreen diaporama-classes="x">',
		);
		expect(repairGluedTags('<ahref="x"><pclass="y"><imgsrc="z">')).toBe('<a href="x"><p class="y"><img src="z">');
		const whole = '<p class="x"><a href="y?a=b">1 < 2="3"</a><em>class="x"</em></p><abbr title="z">';
		expect(repairGluedTags(whole)).toBe(whole);
	});

	it('scripts, frames and handlers of the file never reach the reader', () => {
		const body = `<p onclick="alert(1)">Text <script>alert(1)</script><a href="javascript:alert(1)">link</a></p><iframe src="https://example.org"></iframe>
			<img src="x" onerror="alert(1)"><svg onload="alert(1)"><text>svg</text></svg><style>p{}</style><form action="x"><input></form><base href="https://evil.example/">
			<p><a href="/cn/x">relative</a> <a href="https://example.org/y">absolute</a></p>`;
		const { document, window } = shownAsText(archiveText({ body }));
		const read = extractArticle(document, document.URL, recognise(document, document.URL), window);
		expect(read.html).not.toMatch(/script|iframe|onerror|onclick|onload|style|svg|form|input|evil|javascript/);
		expect(read.html).toContain('<a href="https://www.rfi.fr/cn/x">relative</a>');
		expect(read.html).toContain('<a href="https://example.org/y">absolute</a>');
		expect(read.text).toContain('Text link');
	});

	it('late pictures are shown where they really are, and those of one point not at all', () => {
		const pixel = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';
		const body = `<p>Text</p><figure><img src="${pixel}" alt="one"data-x/><noscript><img src="https://s.rfi.fr/media/display/1/one.jpg" alt="one"></noscript><figcaption>One</figcaption></figure>
			<figure><img src="${pixel}" srcset="https://s.rfi.fr/media/display/2/two.jpg 480w, https://s.rfi.fr/media/display/2/big.jpg 1024w"><figcaption>Two</figcaption></figure><p><img src="${pixel}">End</p>`;
		const { document, window } = shownAsText(archiveText({ body, lead: 'Array' }));
		const { html } = extractArticle(document, document.URL, recognise(document, document.URL), window);
		expect([...html.matchAll(/<img[^>]*src="([^"]*)"/g)].map(([, src]) => src)).toEqual([
			'https://s.rfi.fr/media/display/1/one.jpg',
			'https://s.rfi.fr/media/display/2/big.jpg',
		]);
	});

	it('a file of another publisher, or of none, is no archive of ours, and says why', () => {
		for (const source of [
			'',
			'Text',
			archiveText({ url: 'https://www.dw.com/zh/x/a-1' }),
			'---\ntitle: x\n---\n',
			'[x](y)\n-----',
		]) {
			expect(parseArchive(source)).toMatchObject({ kind: 'not-archive', reason: expect.stringMatching(/archive/) });
		}
	});

	it.each([
		['one long paragraph', () => archiveText({ body: `<p>${'在户外读书。'.repeat(3_300_000)}</p>` })],
		['nothing but tags', () => archiveText({ body: '<p>x</p>'.repeat(2_500_000) })],
		['tags never closed', () => archiveText({ body: '<div '.repeat(4_000_000) })],
		['an endless title', () => `<!--1695053703000-->\n[${'['.repeat(20_000_000)}`],
		['white space', () => archiveText({ body: ' \n'.repeat(10_000_000) })],
		['brackets', () => `[x](https://www.rfi.fr/cn/a/20200101-b)\n------\n\n${']('.repeat(10_000_000)}`],
		[
			'bold that never ends',
			() => archiveText({ date: false, lead: '', hasStandfirst: false, body: '<p><strong>'.repeat(30_000) }),
		],
		['authors', () => archiveText({ body: '：</span><a href="/x/" title="y">z</a>'.repeat(8_000) })],
		['front matter that never ends', () => `---\n${'a: b\n'.repeat(4_000_000)}`],
	])('20 MB of %s are judged: what looks back at everything for everything would not come to an end', (_, make) => {
		expect(() => parseArchive(make())).not.toThrow();
	});
});

it('a document made of a copy needs no window, and is not changed by being read', () => {
	const copy = parsed({ edition: 'fa' });
	const document = archiveDocument(copy, parseHtml);
	const before = document.documentElement.outerHTML;
	const { window } = shownAsPage('');
	const read = extractArticle(document, 'file:///a.txt', { kind: 'article', form: 'archive-text', reason: '' }, window);
	expect(read).toMatchObject({ title: storyOf('fa').title, dir: 'rtl', lang: 'fa', url: archiveUrl('fa') });
	expect(document.documentElement.outerHTML).toBe(before);
});
