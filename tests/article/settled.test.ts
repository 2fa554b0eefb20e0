import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { extractArticle } from '../../utils/article/extract.ts';
import { TEXT_COPY } from '../../utils/article/scope.ts';
import { isSettled } from '../../utils/article/settled.ts';
import { shownAsPage } from './as-shown.ts';

const { document, window } = shownAsPage('');
const facts = JSON.stringify({ title: 'A', dir: 'ltr' }).replaceAll('"', '&quot;');

/** What is kept of a body in a text copy, and of the same body on a page, where Readability is asked in any case. */
function kept(body: string): { copy: string; page: string } {
	const parse = (html: string) => {
		const { DOMParser } = document.defaultView!;
		return new DOMParser().parseFromString(html, 'text/html');
	};
	const copy = parse(`<!DOCTYPE html><html ${TEXT_COPY}="${facts}"><body>${body}</body></html>`);
	const page = parse(`<!DOCTYPE html><html><body><article>${body}</article></body></html>`);
	const form = { kind: 'article', form: 'archive-text', reason: '' } as const;
	return {
		copy: extractArticle(copy, 'file:///a.md', form, window).html,
		page: extractArticle(page, 'file:///a.html', { kind: 'not-article', reason: '' }, window).html,
	};
}

const words = fc.oneof(
	fc.constantFrom(
		'河流左岸的花园里，园丁说早晨开门。',
		'Le jardin, la rivière, et le pont.',
		'a',
		', , , ,',
		' ',
		'x'.repeat(90),
	),
	fc
		.array(fc.constantFrom('河流，', '花园。', 'garden, ', 'river. '), { minLength: 10, maxLength: 60 })
		.map((all) => all.join('')),
);
const inline = fc.oneof(
	words,
	fc.tuple(fc.constantFrom('strong', 'em', 'b', 'i', 'u', 'sub', 'span lang="fr"'), words).map(([tag, text]) => {
		return `<${tag}>${text}</${tag.split(' ')[0]}>`;
	}),
	words.map((text) => `<a href="https://www.rfi.fr/cn/1?a=b">${text}</a>`),
);
const paragraph = fc.array(inline, { maxLength: 4 }).map((parts) => `<p>${parts.join('')}</p>`);
const block = fc.oneof(
	{ weight: 6, arbitrary: paragraph },
	{ weight: 2, arbitrary: fc.tuple(fc.constantFrom(2, 3, 4), words).map(([n, text]) => `<h${n}>${text}</h${n}>`) },
	{ weight: 1, arbitrary: fc.constant('<img src="https://s.rfi.fr/a.jpg" alt="b.png">') },
	{ weight: 1, arbitrary: words.map((text) => `<p><strong>${text}</strong></p>`) },
);
const article = fc
	.tuple(words, fc.array(block, { maxLength: 12 }))
	.map(([title, blocks]) => `<h1>${title}</h1>${blocks.join('')}`);

test('of an article of paragraphs, headings and pictures the same is kept whether Readability is asked or not', () => {
	let settled = 0;
	const runs = 300;
	fc.assert(
		fc.property(article, (body) => {
			const { copy, page } = kept(body);
			settled += Number(isSettled(shownAsPage(page).document.body));
			expect(copy).toBe(page);
		}),
		{ numRuns: runs },
	);
	expect(settled).toBeGreaterThan(0.9 * runs);
}, 60_000);

describe('Readability is asked', () => {
	it.each([
		'<p>a<br>b</p>',
		'<ul><li>a</li></ul>',
		'<blockquote><p>a</p></blockquote>',
		'<figure><img src="https://s.rfi.fr/a.jpg"><figcaption>a</figcaption></figure>',
		'<figure><img src="data:image/png;base64,AAAA" alt="a.jpg"></figure>',
		'<figure><img src="https://s.rfi.fr/媒.jpg"></figure>',
		'<p><a href="https://www.rfi.fr/媒">a</a></p>',
		'<table><tbody><tr><td>a</td></tr></tbody></table>',
	])('of %s', (html) => expect(isSettled(shownAsPage(html).document.body)).toBe(false));
});
