import fc from 'fast-check';
import { JSDOM } from 'jsdom';
import { expect, it } from 'vitest';
import { readArticleText } from '../../utils/anchoring/article-text.ts';
import { writeReaderHtml } from '../../utils/article/reader-html.ts';
import { sanitisedHtml } from '../../utils/article/sanitise.ts';
import { readerScope } from '../../utils/article/scope.ts';
import { scopeText } from '../../utils/article/scope-text.ts';

const { window } = new JSDOM('', { url: 'https://reader.example/' });
const { document } = window;

type Tree = string | readonly [tag: string, children: readonly Tree[]];

const words = fc.stringMatching(/^[ab \u00a0\u3000\n<&]{0,5}$/);
const tag = fc.constantFrom(
	...'p div section h1 h2 h4 ul ol li blockquote figure figcaption table caption thead tbody tr td th dl dt dd pre hr br'.split(
		' ',
	),
	...'a em strong span b u sub time cite code mark font bdi label picture custom-element script button'.split(' '),
);
const tree: fc.Arbitrary<Tree> = fc.letrec<{ tree: Tree }>((tie) => ({
	tree: fc.oneof({ maxDepth: 6 }, words, fc.tuple(tag, fc.array(tie('tree'), { maxLength: 5 }))),
})).tree;

function build(told: Tree): Node {
	if (typeof told === 'string') return document.createTextNode(told);
	const element = document.createElement(told[0]);
	element.append(...told[1].map(build));
	return element;
}

it('any tree at all is read the same before and after it was written, cleaned and parsed', () => {
	fc.assert(
		fc.property(fc.array(tree, { maxLength: 6 }), (trees) => {
			const root = document.createElement('article');
			root.append(...trees.map(build));
			const scope = { root, isFurniture: (element: Element) => /^(script|button)$/.test(element.localName) };
			const text = scopeText(scope);
			expect(readArticleText(scope).text).toBe(text);
			const written = writeReaderHtml(scope, { document, isStandfirst: () => false });
			const html = sanitisedHtml(written, window as unknown as Window);
			const { body } = new window.DOMParser().parseFromString(html, 'text/html');
			expect(scopeText(readerScope(body))).toBe(text);
			expect(readArticleText(readerScope(body)).text).toBe(text);
		}),
		{ numRuns: 500 },
	);
}, 60_000);

it('markup nested deeper than any stack is read', () => {
	const root = document.createElement('article');
	let at: Element = root;
	for (let i = 0; i < 2000; i++) at = at.appendChild(document.createElement(i % 3 ? 'span' : 'div'));
	at.append('deep');
	expect(scopeText(readerScope(root))).toBe('deep');
	expect(writeReaderHtml(readerScope(root), { document, isStandfirst: () => false })).toBe('<p>deep</p>');
});
