import { HtmlRenderer, Parser } from 'commonmark';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NoteBlock, NoteSpan } from '../../../utils/domain/note/note-tree.ts';
import { readNote } from '../../../utils/domain/note/read-note.ts';

const TAGS = { strong: 'strong', emphasis: 'em', deleted: 'del' } as const;

function spansHtml(spans: readonly NoteSpan[]): string {
	return spans
		.map((span) => {
			if (typeof span === 'string') return span;
			if (span.kind === 'break') return '\n';
			if (span.kind === 'code') return `<code>${span.text}</code>`;
			if (span.kind === 'link') return `<a href="${span.href}">${spansHtml(span.spans)}</a>`;
			return `<${TAGS[span.kind]}>${spansHtml(span.spans)}</${TAGS[span.kind]}>`;
		})
		.join('');
}

const html = (blocks: readonly NoteBlock[]): string => blocks.map(blockHtml).join('');

function blockHtml(block: NoteBlock): string {
	switch (block.kind) {
		case 'paragraph':
			return `<p>${spansHtml(block.spans)}</p>`;
		case 'heading':
			return `<h${block.level}>${spansHtml(block.spans)}</h${block.level}>`;
		case 'code':
			return `<pre>${block.text}</pre>`;
		case 'rule':
			return '<hr>';
		case 'quote':
			return `<blockquote>${html(block.blocks)}</blockquote>`;
		case 'list': {
			const items = block.items.map((item) => `<li>${html(item)}</li>`).join('');
			return block.start === undefined ? `<ul>${items}</ul>` : `<ol start="${block.start}">${items}</ol>`;
		}
	}
}

const read = (note: string): string => html(readNote(note));

describe('a note is read as Markdown:', () => {
	it.each([
		['', ''],
		['plain', '<p>plain</p>'],
		['two\nlines', '<p>two\nlines</p>'],
		['one\n\n\ntwo', '<p>one</p><p>two</p>'],
		['a\r\nb\rc', '<p>a\nb\nc</p>'],
		['    indented is no code', '<p>indented is no code</p>'],
		['# A title #\ntext', '<h1>A title</h1><p>text</p>'],
		['#hashtag', '<p>#hashtag</p>'],
		['- a\n- b', '<ul><li><p>a</p></li><li><p>b</p></li></ul>'],
		['- a\n  - b\n- c', '<ul><li><p>a</p><ul><li><p>b</p></li></ul></li><li><p>c</p></li></ul>'],
		['- a\n\n- b', '<ul><li><p>a</p></li><li><p>b</p></li></ul>'],
		['- a\n\n  more', '<ul><li><p>a</p><p>more</p></li></ul>'],
		['1. x\n2. y', '<ol start="1"><li><p>x</p></li><li><p>y</p></li></ol>'],
		['seen in\n1848. A year', '<p>seen in\n1848. A year</p>'],
		['- [ ] open\n- [x] done', '<ul><li><p>☐ open</p></li><li><p>☑ done</p></li></ul>'],
		['> said\nso', '<blockquote><p>said\nso</p></blockquote>'],
		['> - in it\n> - and', '<blockquote><ul><li><p>in it</p></li><li><p>and</p></li></ul></blockquote>'],
		['```js\n**no**\n```\nafter', '<pre>**no**</pre><p>after</p>'],
		['~~~\nopen end', '<pre>open end</pre>'],
		['above\n\n---\nbelow', '<p>above</p><hr><p>below</p>'],
		['- \n-', '<ul><li></li><li></li></ul>'],
		['**strong** *em* ~~gone~~ `code`', '<p><strong>strong</strong> <em>em</em> <del>gone</del> <code>code</code></p>'],
		['snake_case_name and 2 * 3 * 4', '<p>snake_case_name and 2 * 3 * 4</p>'],
		['a ~ b ~~ c ~single~', '<p>a ~ b ~~ c ~single~</p>'],
		['\\*as typed\\* a\\\nb', '<p>*as typed* a\nb</p>'],
		['**“强调”**的*词*', '<p><strong>“强调”</strong>的<em>词</em></p>'],
		['**「強調」**される', '<p><strong>「強調」</strong>される</p>'],
		['<b>bold</b> &amp; <script>x</script>', '<p><b>bold</b> &amp; <script>x</script></p>'],
	])('%j', (note, wanted) => {
		expect(read(note)).toBe(wanted);
	});
});

describe('links lead to the web and to mail:', () => {
	const link = (href: string, words = href) => `<a href="${href}">${words}</a>`;
	it.each([
		['[words](https://a.example/b_(c))', link('https://a.example/b_(c)', 'words')],
		['[words](<https://a.example/b> "title")', link('https://a.example/b', 'words')],
		['[**strong** words](https://a.example)', link('https://a.example', '<strong>strong</strong> words')],
		['<https://a.example/?b=c&d>', link('https://a.example/?b=c&d')],
		['<someone@a.example>', link('mailto:someone@a.example', 'someone@a.example')],
		['see https://a.example/b_c_d.', `see ${link('https://a.example/b_c_d')}.`],
		['(https://a.example/b_(c))', `(${link('https://a.example/b_(c)')})`],
		['见https://a.example/b。然后', `见${link('https://a.example/b')}。然后`],
		['**https://a.example**', `<strong>${link('https://a.example')}</strong>`],
		['![a picture](https://a.example/p.png)', link('https://a.example/p.png', 'a picture')],
		['![](https://a.example/p.png)', link('https://a.example/p.png')],
		['[https://a.example](https://b.example)', link('https://b.example', 'https://a.example')],
		[
			'[a [b](https://b.example) c](https://c.example',
			`[a ${link('https://b.example', 'b')} c](${link('https://c.example')}`,
		],
		[
			'[relative](/path) [none]() [open](https://a.example',
			`[relative](/path) [none]() [open](${link('https://a.example')}`,
		],
	])('%s', (note, wanted) => {
		expect(read(note)).toBe(`<p>${wanted}</p>`);
	});
});

it('emphasis and code are read as CommonMark reads them', () => {
	const [parser, renderer] = [new Parser(), new HtmlRenderer()];
	const line = fc.array(fc.constantFrom('a', 'b', ' ', '*', '**', '***', '_', '__', '`', '.', '\\', '(', 'é'), {
		maxLength: 24,
	});
	fc.assert(
		fc.property(line, (parts) => {
			// A letter at each end: what begins with a mark may be a list or a rule.
			const note = `a${parts.join('')}b`;
			expect(read(note)).toBe(renderer.render(parser.parse(note)).trim());
		}),
		{ numRuns: 3000 },
	);
});

it('no word of a note is lost, whatever it is made of', () => {
	const part = fc.constantFrom(
		'w',
		'\n',
		' ',
		'- ',
		'1. ',
		'> ',
		'# ',
		'```',
		'~~',
		'**',
		'_',
		'[',
		'](https://a.b)',
		'![',
		'`',
		'\t',
	);
	fc.assert(
		fc.property(fc.array(part, { maxLength: 40 }), (parts) => {
			const note = parts.join('');
			// The word behind a fence says in which language the code is.
			const words = note.replaceAll(/(```+|~~~+)[^\n]*/g, '$1').split('w').length;
			expect(read(note).split('w').length).toBeGreaterThanOrEqual(words);
		}),
		{ numRuns: 2000 },
	);
});

it.each([
	['opened emphasis', '*a **b '],
	['brackets', '['],
	['links without an end', '[a]('],
	['quotes within quotes', '> '],
	['lists within lists', '- '],
	['marks of two kinds', 'a*b_c '],
	['addresses', 'https://a)'],
	['pictures without an end', '![a](https://x.y '],
	['strikes', '~~a ~~'],
	['backticks of all lengths', '` `` ``` '],
])('twenty thousand characters of %s are read, and nest no deeper than a view can', (_, piece) => {
	const blocks = readNote(piece.repeat(20_000 / piece.length));
	expect(depthOf(blocks)).toBeLessThan(60);
});

function depthOf(value: unknown): number {
	if (typeof value !== 'object' || value === null) return 0;
	return 1 + Math.max(0, ...Object.values(value).map(depthOf));
}

it('a heading with much white space in it is read in one pass', () => {
	const words = `a${' '.repeat(200_000)}b`;
	expect(readNote(`# ${words} ##`)).toMatchObject([{ kind: 'heading', spans: [words] }]);
});
