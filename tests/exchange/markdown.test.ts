import { HtmlRenderer, Node as MarkdownNode, Parser } from 'commonmark';
import fc from 'fast-check';
import { JSDOM } from 'jsdom';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { describe, expect, test } from 'vitest';
import { ENGLISH_WORDS } from '../../utils/exchange/article-export.ts';
import { toObsidianMarkdown } from '../../utils/exchange/markdown.ts';
import { ARTICLE, annotation, EXPORTED_AT } from './build.ts';
import { children, parseExport } from './parse-export.ts';

/** Pieces that mean something in Markdown, YAML or Obsidian, and letters between them. */
const PIECES = [
	...'\\`*_{}[]<>()#+-.!|~=%$&^:;"\'@/ab1 \n\t\r\v\f\0',
	...[
		'\u00a0',
		'\u3000',
		'\u2028',
		'\u0085',
		'\ufeff',
		'\u200b',
		'\u200c',
		'\u202e',
		'\u2066',
		'\u00ad',
		'中',
		'ى',
		'é',
		'👩🏽‍🚒',
		'𠀀',
	],
	...['\ud800', '\udc00', '\n\n', '  \n', '- ', '1. ', '12) ', '# ', '> ', '    ', '***', '---', '===', '```', '~~~'],
	...['[[x]]', '![[x]]', '![a](b)', '[a]: b', '[^1]', '[!note]', '<b>', '</blockquote>', '<!--', '<https://a.b>'],
	...[
		'&amp;',
		'&#10;',
		'&copy',
		'https://a.b/c_d',
		'www.a.b_c',
		'a_b@c.de',
		'==a==',
		' _a_ ',
		'*a*',
		'%%a%%',
		'$$',
		'$a$',
		' ^id',
		'#tag',
		'- [ ] a',
	],
	...['| a | b |\n|---|---|\n', 'key:: value', '{{a}}', '<% a %>', 'Term\n: definition'],
];
const activeText = fc.array(fc.constantFrom(...PIECES), { maxLength: 14 }).map((pieces) => pieces.join(''));
const anyText = fc.oneof({ weight: 3, arbitrary: activeText }, { weight: 1, arbitrary: fc.string({ unit: 'binary' }) });

/** For laws and long texts, in milliseconds: a busy machine may be slow, what is quadratic takes minutes. */
const SLOW = 60_000;

const exportOf = (...annotations: ReturnType<typeof annotation>[]) =>
	toObsidianMarkdown({ article: ARTICLE, annotations, exportedAt: EXPORTED_AT });

/** What a text file and a reader of Markdown leave of a string: lone surrogates and NUL are U+FFFD. */
const asRead = (text: string) => text.toWellFormed().replaceAll('\0', '\ufffd');

describe('a quote', () => {
	test(
		'is read back character for character by a CommonMark parser',
		() => {
			fc.assert(
				fc.property(anyText, anyText, (exact, other) => {
					const file = exportOf(annotation({ exact }), annotation({ exact: other, start: 9 }));
					expect(parseExport(file).passages.map((passage) => passage.quote)).toEqual([asRead(exact), asRead(other)]);
				}),
				{ numRuns: 300 },
			);
		},
		SLOW,
	);

	test(
		'is read back character for character by a parser of GitHub’s Markdown',
		() => {
			fc.assert(
				fc.property(activeText, (text) => {
					// This parser takes a reference to a vertical tab for an error, which it is in HTML and not in CommonMark.
					const exact = text.replaceAll('\v', '');
					const body = exportOf(annotation({ exact })).replace(/^---\n[\s\S]*?\n---\n/, '');
					const html = micromark(body, { extensions: [gfm()], htmlExtensions: [gfmHtml()] });
					const quote = JSDOM.fragment(html).querySelector('blockquote')!;
					const paragraphs = [...quote.children].map((child) => {
						expect(child.localName).toBe('p');
						return child.textContent;
					});
					// An HTML parser takes `\r` and `\r\n`, as they stand in the HTML that micromark writes, for `\n`.
					const lines = (read: string) => read.replace(/[\r\n]+/g, '\n');
					expect(lines(paragraphs.join('\n'))).toBe(lines(asRead(exact)));
				}),
				{ numRuns: 150 },
			);
		},
		SLOW,
	);

	test('keeps its paragraphs', () => {
		expect(exportOf(annotation({ exact: 'Un.\nDeux.' }))).toContain('\n> Un.\n>\n> Deux.\n');
	});

	test('holds no mark, comment, tag or embedding of Obsidian', () => {
		const file = exportOf(annotation({ exact: '==a== %%b%% #c ![[d]] [[e|f]] ^f $g$ ~~h~~ `i`' }));
		expect(file).toContain(
			'> \\=\\=a\\=\\= \\%\\%b\\%\\% \\#c !\\[\\[d\\]\\] \\[\\[e\\|f\\]\\] \\^f \\$g\\$ \\~\\~h\\~\\~ \\`i\\`\n',
		);
	});

	test('is left as it is where it holds nothing of Markdown', () => {
		const exact = 'Il dit : « L’eau (potable) manque - encore - à 50 % ; 3.5 = 7/2 & plus ! »';
		expect(exportOf(annotation({ exact }))).toContain(`> ${exact}\n`);
	});

	test('of right-to-left words and emoji stands as it is', () => {
		const exact = 'می‌گوید: «کتاب» \u202bשלום\u202c 👩🏽‍🚒🇫🇷';
		expect(exportOf(annotation({ exact }))).toContain(`> ${exact}\n`);
	});

	test('of half a surrogate pair becomes U+FFFD, which UTF-8 can hold', () => {
		const file = exportOf(annotation({ exact: 'a\ud83db', note: 'c\udc00' }));
		expect(file.isWellFormed()).toBe(true);
		expect(parseExport(file).passages[0]!.quote).toBe('a\ufffdb');
	});
});

describe('a note', () => {
	/** What stands in its callout, whichever of three line endings ends a line. */
	const inCallout = (file: string) => {
		const callout = file.slice(file.indexOf('> [!note]\n>\n') + '> [!note]\n>\n'.length, -1);
		return callout.replace(/(^|\r\n?|\n)> ?/g, '$1');
	};
	const isFenced = (text: string) => /^(`{3,})\n[\s\S]*\n\1$/.test(text);

	test(
		'stands in its callout byte for byte',
		() => {
			fc.assert(
				fc.property(anyText, (note) => {
					fc.pre(note !== '');
					const held = inCallout(exportOf(annotation({ note })));
					const well = note.toWellFormed();
					expect([well, well.concat('\n')]).toContain(held === well ? held : held.replace(/^`+\n([\s\S]*)\n`+$/, '$1'));
				}),
				{ numRuns: 300 },
			);
		},
		SLOW,
	);

	test(
		'breaks nothing of the file, and reads as it would alone or exactly as it was typed',
		() => {
			fc.assert(
				fc.property(anyText, anyText, (note, next) => {
					fc.pre(note !== '');
					const file = exportOf(
						annotation({ note }),
						annotation({ exact: 'après', start: 99, note: next, tags: ['x'] }),
					);
					const [first, second] = parseExport(file).passages;
					expect([first!.quote, second!.quote, second!.details]).toEqual([
						'l’eau manque',
						'après',
						'Passage · yellow · #x',
					]);
					expect(first!.blockId).toBe('^0b6f8a5e-6a3e-4f0a-9d2c-1f4d5f1c7a10');
					// Behind `> `, a tab that begins a line reaches its stop sooner: how deep it indents may differ, nothing else.
					if (!/(^|[\n\r])[^\n\r]*\t/.test(note)) expect(htmlOfNodes(children(first!.note!))).toBe(htmlAlone(note));
				}),
				{ numRuns: 300 },
			);
		},
		SLOW,
	);

	/** What the note shows as a document of its own; where it is held in a code block, what was typed. */
	function htmlAlone(note: string): string {
		const held = inCallout(exportOf(annotation({ note })));
		const text = note.toWellFormed();
		if (held === text) return new HtmlRenderer().render(new Parser().parse(text));
		const code = new MarkdownNode('code_block');
		code.literal = `${asRead(note).replace(/\r\n?/g, '\n')}\n`;
		return htmlOfNodes([code]);
	}

	function htmlOfNodes(nodes: readonly MarkdownNode[]): string {
		const document = new Parser().parse('');
		for (const node of nodes) document.appendChild(node);
		return new HtmlRenderer().render(document);
	}

	test.each([
		['Markdown', '**gras**, *italique*, [lien](https://a.b), ==marqué==, [[page]], #mot, `code`'],
		['a list with an empty line', '- un\n\n  deux\n- trois'],
		['a heading and a rule', '# Titre\n\n---\n\nTexte\n---'],
		['a closed fence', '```js\nlet a = 1;\n```'],
		['an address in angle brackets', '<https://www.rfi.fr/>'],
		['a block id of its own', 'Texte ^mon-id'],
		['maths', '$$\nx^2\n$$'],
		['a quote and a callout', '> [!warning]\n> Attention'],
		['front matter', '---\ntitle: x\n---'],
	])('with %s stays Markdown', (_, note) => {
		expect(inCallout(exportOf(annotation({ note })))).toBe(note);
	});

	test.each([
		['an unclosed fence', '```js\nlet a'],
		['a fence and a comment', '````\na %%\n````\n```'],
		['a comment of Obsidian', 'avant %%caché'],
		['a closed comment of Obsidian, which would be hidden', '%%caché%%'],
		['raw HTML', 'avant <b>gras'],
		['an HTML comment', '<!-- caché'],
		['unclosed maths', 'il a payé $$'],
		['a definition that other notes would see', '[a]: https://a.b'],
	])('with %s is shown as it was typed', (_, note) => {
		expect(isFenced(inCallout(exportOf(annotation({ note }))))).toBe(true);
		const code = children(parseExport(exportOf(annotation({ note }))).passages[0]!.note!)[0]!;
		expect([code.type, code.literal]).toEqual(['code_block', `${note}\n`]);
	});

	test(
		'of 200,000 characters is written in linear time',
		() => {
			for (const piece of ['a', '`', '`\n', ' ', '<', '$$', '=', '- ', '\r', '[', '&a'])
				expect(exportOf(annotation({ note: piece.repeat(200_000 / piece.length) })).length).toBeGreaterThan(200_000);
		},
		SLOW,
	);
});

test(
	'a quote of 200,000 characters is written in linear time',
	() => {
		for (const piece of ['a', ' ', '\n', '=', '%', '&a', '-', '1', 'www.', '\\', '中', '中。'])
			expect(exportOf(annotation({ exact: piece.repeat(200_000 / piece.length) })).length).toBeGreaterThan(50_000);
	},
	SLOW,
);

describe('front matter', () => {
	test(
		'gives back every value',
		() => {
			fc.assert(
				fc.property(anyText, anyText, fc.array(anyText, { maxLength: 3 }), (title, text, tags) => {
					const article = { ...ARTICLE, title, byline: text, section: text, lang: text };
					const file = toObsidianMarkdown({ article, annotations: [annotation({ tags })], exportedAt: EXPORTED_AT });
					const { frontMatter, title: heading } = parseExport(file);
					const oneLine = title.toWellFormed().replace(/\s+/g, ' ').trim();
					const well = text.toWellFormed();
					expect(frontMatter).toMatchObject({ title: oneLine, author: [well], section: well, language: well });
					expect(heading ?? '').toBe(asRead(oneLine));
					const kept = (frontMatter.keywords ?? frontMatter.tags) as string[];
					expect(kept).toEqual([...new Set(tags)].map((tag) => tag.toWellFormed()));
					expect(file.slice(0, file.indexOf('\n---\n', 4))).not.toMatch(/\t/);
				}),
				{ numRuns: 400 },
			);
		},
		SLOW,
	);

	test('holds no character that some readers of YAML take for a line break or forbid', () => {
		const article = { ...ARTICLE, byline: 'a\u0085b\u2028c\u0007d\te\ufefff\u009ag\ufffe' };
		const file = toObsidianMarkdown({ article, annotations: [], exportedAt: EXPORTED_AT });
		expect(file).toContain('"a\\u0085b\\u2028c\\u0007d\\te\\ufefff\\u009ag\\ufffe"');
	});

	test('has the facts of the article, with the day it bears in Paris', () => {
		const file = exportOf(
			annotation({ tags: ['droits humains', 'eau'] }),
			annotation({ start: 5, tags: ['eau', '2026'] }),
		);
		expect(parseExport(file).frontMatter).toEqual({
			title: 'Des puits pour le village',
			source: 'https://www.rfi.fr/fr/afrique/20260101-des-puits-pour-le-village',
			author: ['RFI'],
			published: '2026-01-01',
			language: 'fr',
			created: '2026-11-22',
			tags: ['droits-humains', 'eau', '_2026'],
			keywords: ['droits humains', 'eau', '2026'],
		});
	});

	test('takes the next day for an article published in Paris after midnight', () => {
		const article = { ...ARTICLE, published: '2026-06-30T22:30:00.000Z' };
		const input = { article, annotations: [], exportedAt: '2026-06-30T22:30:00.000Z' };
		expect(toObsidianMarkdown({ ...input, timeZone: 'America/New_York' })).toMatch(
			/\npublished: 2026-07-01\n[\s\S]*\ncreated: 2026-06-30\n/,
		);
		expect(toObsidianMarkdown({ ...input, timeZone: 'Nowhere/Else' })).toContain('\ncreated: 2026-06-30\n');
	});

	test('leaves out what is not known', () => {
		const file = toObsidianMarkdown({
			article: { title: '', dir: 'ltr' },
			annotations: [annotation()],
			exportedAt: EXPORTED_AT,
		});
		expect(parseExport(file).frontMatter).toEqual({ title: '', author: [], created: '2026-11-22', tags: [] });
		expect(file).not.toContain('](');
		expect(file).not.toContain('\n# ');
	});
});

describe('a passage', () => {
	test('shows colour, style, state and tags beside the link back', () => {
		const one = annotation({ color: 'blue', style: 'underline', tags: ['a b', 'عربي'] });
		const file = toObsidianMarkdown({
			article: ARTICLE,
			annotations: [one],
			outcomes: new Map([[one.id, 'orphan']]),
			exportedAt: EXPORTED_AT,
		});
		const [passage] = parseExport(file).passages;
		expect(passage!.details).toBe('Passage · blue · underline · orphan · #a-b #عربي');
		expect(passage!.link).toBe(`${ARTICLE.url}#:~:text=l%E2%80%99eau%20manque`);
		expect(passage!.blockId).toBe(`^${one.id}`);
	});

	test('stands in reading order, without those in the trash', () => {
		const file = exportOf(
			annotation({ exact: 'deux', start: 20 }),
			annotation({ exact: 'jamais', start: 10, deleted: EXPORTED_AT }),
			annotation({ exact: 'un', start: 3 }),
		);
		expect(parseExport(file).passages.map((passage) => passage.quote)).toEqual(['un', 'deux']);
	});

	test('is worded in the language of the reader', () => {
		const words = {
			...ENGLISH_WORDS,
			passage: 'Vers le [passage]',
			colors: { yellow: 'jaune', green: 'vert', blue: 'bleu', pink: 'rose', purple: 'violet', orange: 'orange' },
			styles: { underline: 'souligné', strikethrough: 'barré', outline: 'encadré' },
			states: { changed: 'modifié', orphan: 'orphelin' },
		};
		const input = { article: ARTICLE, annotations: [annotation({ style: 'outline' })], exportedAt: EXPORTED_AT, words };
		expect(parseExport(toObsidianMarkdown(input)).passages[0]!.details).toBe('Vers le [passage] · jaune · encadré');
	});

	test('leads to an address with parentheses too', () => {
		const article = { ...ARTICLE, url: 'https://www.rfi.fr/fr/a_(b)?c=1&copy;=[2]' };
		const file = toObsidianMarkdown({ article, annotations: [annotation()], exportedAt: EXPORTED_AT });
		expect(parseExport(file).passages[0]!.link).toMatch(
			/^https:\/\/www\.rfi\.fr\/fr\/a_%28b%29\?c=1&copy;=%5B2%5D#:~:text=/,
		);
	});
});
