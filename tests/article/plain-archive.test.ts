import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { archiveDocument } from '../../utils/article/archive-document.ts';
import { parseArchive } from '../../utils/article/archive-form.ts';
import { decodeArticleFile } from '../../utils/article/decode.ts';
import { type ExtractedArticle, extractArticle } from '../../utils/article/extract.ts';
import { readPlainArchive } from '../../utils/article/plain-archive.ts';
import { archiveFileOf } from '../bench/archive-files.ts';
import { archiveText } from '../fixtures/article/archive-file.ts';
import { parseHtml, shownAsPage } from './as-shown.ts';
import { corpusFiles, hasCorpus } from './corpus.ts';

const { window } = shownAsPage('');

/** What is read of a file without a document, beside what is read with one; undefined where it is not that plain. */
function bothOf(text: string): { plain: ExtractedArticle; full: ExtractedArticle } | undefined {
	const copy = parseArchive(text);
	if (copy.kind !== 'archive') throw new Error(copy.reason);
	const plain = readPlainArchive(copy);
	if (plain === undefined) return undefined;
	const document = archiveDocument(copy, parseHtml);
	const form = { kind: 'article', form: 'archive-text', reason: '', ...(copy.url && { url: copy.url }) } as const;
	return { plain, full: extractArticle(document, 'file:///a.md', form, window) };
}

const WORDS = [
	'河流左岸的花园里，园丁说早晨开门。',
	'Le jardin, la rivière, et le pont.',
	'a',
	' ',
	'\n\t',
	'&nbsp;',
	'&#160; ',
	'&amp;&quot;&#39;',
	'Array',
	'广告',
	'18/09/2023 - 16:36',
	'2020年7月21日',
	'作者：',
	'\u3000花园',
	'a>b',
	'&lt;b',
	'&hellip;',
	'\u0085',
];
const words = fc.oneof(
	{ weight: 3, arbitrary: fc.constantFrom(...WORDS) },
	{ weight: 1, arbitrary: fc.array(fc.constantFrom('花园', 'jardin '), { maxLength: 70 }).map((all) => all.join('')) },
);
const LINKS = [
	'<a href="https://www.rfi.fr/cn/1">',
	'<a href="https://www.rfi.fr/cn/中国/">',
	'<a href="/cn/1">',
	'<a>',
	'<a href="https://feedx.net">',
	'<a href="https://x.com/intent/post" target="_blank">',
	'<a href="https://www.rfi.fr/cn/a/" title="a">',
];
const MARKS = ['strong', 'b', 'em', 'i', 'u', 'span', 'span lang="fr"', 'small', 'span class="a-picto"', 'time'];
const { inline } = fc.letrec<{ inline: string; nested: string }>((tie) => ({
	inline: fc.oneof(
		{ weight: 5, arbitrary: words },
		{ weight: 2, arbitrary: tie('nested') },
		{ weight: 1, arbitrary: fc.constantFrom('<br>', '<img src="https://s.rfi.fr/b.jpg">', '</i>', '<!--a-->') },
	),
	nested: fc
		.tuple(
			fc.oneof(fc.constantFrom(...MARKS.map((mark) => `<${mark}>`)), fc.constantFrom(...LINKS)),
			fc.array(tie('inline'), { maxLength: 3 }),
		)
		.map(([start, inner]) => `${start}${inner.join('')}</${/\w+/.exec(start)![0]}>`),
}));
const BLOCKS = ['p', 'p', 'p', 'p class="m-newsletter"', 'p class="a"', 'h2', 'h3', 'h1', 'blockquote'];
const DIVS = [
	'div',
	'div',
	'div class="t-content__body u-clearfix"',
	'div class="m-interstitial"',
	'div class="a "data-tms-ad-type="box"data-a="b"',
	'div role="form"',
	'div class="t-content__chapo"',
	'div data-selfpromo-app',
];
const { rooms } = fc.letrec<{ block: string; rooms: string }>((tie) => ({
	block: fc.oneof(
		{
			weight: 6,
			arbitrary: fc
				.tuple(fc.constantFrom(...BLOCKS), fc.array(inline, { maxLength: 4 }))
				.map(([tag, inner]) => `<${tag}>${inner.join('')}</${tag.split(' ')[0]}>`),
		},
		{
			weight: 2,
			arbitrary: fc.constantFrom(
				'<p><strong>花园里。 </strong></p>',
				'<p> <strong>花园</strong></p>',
				'<p><b>花园</b></p>',
			),
		},
		{
			weight: 2,
			arbitrary: fc.constantFrom(
				'<img src="https://s.rfi.fr/a.jpg">',
				'<img src="https://s.rfi.fr/a.jpg" alt="b">',
				'<img src="https://s.rfi.fr/图.jpg">',
				'<img src="https://s.rfi.fr/img-default-a.jpg">',
				'<img src="a.jpg">',
			),
		},
		{ weight: 2, arbitrary: fc.constantFrom('<br>', '<hr>', ' ', '\n', 'Array', '花园', '<noscript>花园</noscript>') },
		{ weight: 1, arbitrary: fc.tuple(fc.constantFrom(...DIVS), words).map(([div, inner]) => `<${div}>${inner}</div>`) },
		{
			weight: 1,
			arbitrary: fc.constant(
				'<div>RSS：<br><a href="https://feedx.net" style="color:orange" target="_blank">https://feedx.net</a><br></div>',
			),
		},
		{ weight: 2, arbitrary: tie('rooms') },
	),
	rooms: fc
		.tuple(fc.constantFrom(...DIVS), fc.array(tie('block'), { maxLength: 5 }))
		.map(([div, inner]) => `<${div}>${inner.join('')}</div>`),
}));
const body = fc
	.array(fc.oneof({ weight: 3, arbitrary: rooms }, { weight: 1, arbitrary: fc.constant('<p>花园</p>') }), {
		maxLength: 4,
	})
	.map((all) => all.join(''));

test('what is read without a document is what is read with one', () => {
	let plain = 0;
	fc.assert(
		fc.property(body, fc.constantFrom('花园', 'a & <b>', ' a  b '), fc.boolean(), (html, heading, hasDate) => {
			const both = bothOf(
				archiveText({
					body: html,
					heading,
					date: hasDate ? '18/09/2023 - 16:36' : false,
					hasStandfirst: hasDate,
					lead: '',
				}),
			);
			if (both === undefined) return;
			plain++;
			expect(both.plain).toEqual(both.full);
		}),
		{ numRuns: 1500 },
	);
	expect(plain).toBeGreaterThan(100);
}, 120_000);

describe('files of our own', () => {
	it.each([0, 1, 2, 6, 10, 11])('number %i, as the bot left them, are plain', (n) => {
		const both = bothOf(archiveFileOf(n));
		expect(both?.plain.text).toContain('\n');
		expect(both?.plain).toEqual(both?.full);
	});
});

describe.runIf(hasCorpus)('the corpus', () => {
	it('is read the same, and most of it is plain', () => {
		let plain = 0;
		const files = ['archive', 'seed'].flatMap(corpusFiles).filter(({ name }) => name.endsWith('.md'));
		const copies = files.flatMap(({ text }) => {
			const decoded = decodeArticleFile(new TextEncoder().encode(text));
			return 'text' in decoded && parseArchive(decoded.text).kind === 'archive' ? [decoded.text] : [];
		});
		for (const text of copies) {
			const both = bothOf(text);
			if (both === undefined) continue;
			plain++;
			expect(both.plain).toEqual(both.full);
		}
		expect(plain).toBeGreaterThan(copies.length / 2);
	}, 120_000);
});
