import { JSDOM } from 'jsdom';
import { expect, describe as group, test } from 'vitest';
import { createAnchorer } from '../../utils/anchoring/anchor.ts';
import type { ArticleScope } from '../../utils/anchoring/article-scope.ts';
import { readArticleText } from '../../utils/anchoring/article-text.ts';
import { describe } from '../../utils/anchoring/describe.ts';

function page(html: string, scope: Partial<ArticleScope> = {}) {
	const { document } = new JSDOM(`<body><p>outside before</p><main>${html}</main><p>outside after</p></body>`).window;
	const root = document.querySelector('main')!;
	return { document, root, article: readArticleText({ root, ...scope }) };
}

group('the article text', () => {
	test.each([
		['<p>One</p>\n   <p>Two</p>', 'One\nTwo'],
		['<p> a \n\t b </p>', 'a b'],
		['<p>a <b> b</b> c</p>', 'a b c'],
		['<p>a<br>b<br><br>c</p>', 'a\nb\nc'],
		['<p>a&nbsp;b&nbsp;</p><p>&nbsp;</p><p> </p><p>c</p>', 'a\u00a0b\nc'],
		['<p>\u3000\u3000段落</p>', '段落'],
		['<div>a<p>b</p>c</div>', 'a\nb\nc'],
		['<p>a<script>x</script><style>y</style><!-- z -->b</p>', 'ab'],
		['<p>seen</p><p hidden>the rest, until it is asked for</p>', 'seen\nthe rest, until it is asked for'],
		['<ul><li>a</li><li>b</li></ul><table><tr><td>c</td><td>d</td></tr></table>', 'a\nb\nc\nd'],
		['', ''],
		['bare <i>text</i>', 'bare text'],
	])('of %j is %j', (html, text) => {
		expect(page(html).article.text).toBe(text);
	});

	test('leaves out furniture and, inside a text node, what is not readable', () => {
		const { article } = page('<p>one <span class="ad">BUY</span>two</p><p>three © AFP</p>', {
			isFurniture: (element) => element.classList.contains('ad'),
			readablePart: (text) => (text.data.includes('©') ? [0, text.data.indexOf('©')] : undefined),
		});
		expect(article.text).toBe('one two\nthree');
	});
});

group('a range', () => {
	test('of any two offsets covers exactly those characters', () => {
		const { article } = page('<p>One <b>bold</b> word</p>\n<p>next  line<br>last</p>');
		const { text } = article;
		for (let start = 0; start < text.length; start++)
			for (let end = start + 1; end <= text.length; end++) {
				const piece = text.slice(start, end);
				if (piece.trim() !== piece) continue;
				const range = article.rangeOf(start, end);
				expect(range.startContainer.nodeType).toBe(3);
				expect(article.offsetsOf(range)).toEqual({ start, end });
			}
	});

	test('that starts and ends outside the article is clamped to it', () => {
		const { document, article } = page('<p>One</p><p>Two</p>');
		const range = document.createRange();
		range.selectNodeContents(document.body);
		expect(article.offsetsOf(range)).toEqual({ start: 0, end: 7 });
	});

	test('wholly outside the article, or in another document, covers nothing', () => {
		const { document, article } = page('<p>One</p>');
		const range = document.createRange();
		range.selectNodeContents(document.body.firstChild!);
		expect(article.offsetsOf(range)).toBeUndefined();
		range.selectNodeContents(document.body.lastChild!);
		expect(article.offsetsOf(range)).toBeUndefined();
		const elsewhere = page('<p>One</p>').document.createRange();
		elsewhere.selectNodeContents(elsewhere.startContainer);
		expect(article.offsetsOf(elsewhere)).toBeUndefined();
	});

	test('that ends at the start of the next block (triple click) ends with its own', () => {
		const { document, article } = page('<p>One</p>\n<p>Two</p>');
		const [one, two] = document.querySelectorAll('main p');
		const range = document.createRange();
		range.setStart(one!.firstChild!, 0);
		range.setEnd(two!, 0);
		expect(article.offsetsOf(range)).toEqual({ start: 0, end: 3 });
	});

	test('across furniture covers the article text on both sides, and one inside furniture covers none', () => {
		const { document, article } = page('<p>one</p><aside>buy <b>now</b></aside><p>two</p>', {
			isFurniture: (element) => element.localName === 'aside',
		});
		const range = document.createRange();
		const [one, two] = document.querySelectorAll('main p');
		range.setStart(one!.firstChild!, 1);
		range.setEnd(two!.firstChild!, 2);
		expect(article.offsetsOf(range)).toEqual({ start: 1, end: 6 });
		range.selectNodeContents(document.querySelector('b')!.firstChild!);
		expect(article.offsetsOf(range)).toBeUndefined();
		range.setEnd(two!.firstChild!, 2);
		expect(article.offsetsOf(range)).toEqual({ start: 4, end: 6 });
	});

	test('with ends in comments, empty text nodes and elements is understood', () => {
		const { document, root, article } = page('<p>a<!-- c -->b</p><p>c</p>');
		const first = root.firstElementChild!;
		first.insertBefore(document.createTextNode(''), first.firstChild);
		const again = readArticleText(article.scope);
		const range = document.createRange();
		range.setStart(first.firstChild!, 0);
		range.setEnd(first.childNodes[2]!, 1);
		expect(again.offsetsOf(range)).toEqual({ start: 0, end: 1 });
		range.setStart(first, 3);
		range.setEnd(root, 2);
		expect(again.offsetsOf(range)).toEqual({ start: 1, end: 4 });
	});
});

test('what was described is anchored in the same place', () => {
	const { article } = page('<p>One two three. One two three.</p><p>Two 👨‍👩‍👧 e\u0301 one.</p>');
	const anchorer = createAnchorer(article);
	for (let start = 0; start < article.text.length; start++)
		for (let end = start + 1; end <= article.text.length; end++) {
			const selectors = describe(article, { start, end });
			if (!selectors) continue;
			const { state, ...range } = anchorer.anchor(selectors) as { state: string; start: number; end: number };
			expect([state, range]).toEqual(['anchored', { start: selectors.position.start, end: selectors.position.end }]);
		}
});
