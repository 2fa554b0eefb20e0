import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import { readArticleText } from '../../utils/anchoring/article-text.ts';
import { recognise } from '../../utils/article/recognise.ts';
import { sanitisedHtml } from '../../utils/article/sanitise.ts';
import { readPieceRuns } from '../../utils/exchange/piece-runs.ts';
import { placeAnnotation } from '../../utils/exchange/place-annotation.ts';
import { toStandAloneHtml } from '../../utils/exchange/stand-alone-html.ts';
import { STAND_ALONE_STYLE, STAND_ALONE_STYLE_HASH } from '../../utils/exchange/stand-alone-style.ts';
import { readStoredHtml } from '../../utils/exchange/stored-html.ts';
import { webAnnotationCollection } from '../../utils/exchange/web-annotation.ts';
import { awkwardText } from './awkward-text.ts';
import { ARTICLE, annotation, EXPORTED_AT } from './build.ts';

const SLOW = 60_000;

const HTML = `<header><h1>Des puits</h1><p>Au nord, l’eau&nbsp;manque.</p></header>
<p>Le <a href="https://www.rfi.fr/fr/x">chef <em>du village</em></a> dit : « a &lt; b &amp; c ».<br>Puis il se tait.</p>
<figure><img src="https://s.rfi.fr/a.jpg" alt="Un puits"><figcaption>Un puits.</figcaption></figure>
<ul><li>Un</li><li><p>Deux</p></li></ul><p>  Fin   de l’histoire. </p>`;
const TEXT =
	'Des puits\nAu nord, l’eau\u00a0manque.\nLe chef du village dit : « a < b & c ».\nPuis il se tait.\nUn puits.\nUn\nDeux\n' +
	'Fin de l’histoire.';

function on(exact: string, change: Parameters<typeof annotation>[0] = {}) {
	const start = TEXT.indexOf(exact);
	return annotation({ exact, start, ...change });
}

type Input = Parameters<typeof toStandAloneHtml>[0];

function pageOf(annotations: Input['annotations'], change: Partial<Input> = {}): Document {
	const input = { article: ARTICLE, annotations, exportedAt: EXPORTED_AT, articleHtml: HTML, articleText: TEXT };
	return new JSDOM(toStandAloneHtml({ ...input, ...change }), { runScripts: 'dangerously' }).window.document;
}

/** The same for laws: the style, which takes longest to read, is left out. */
function bareOf(annotations: Input['annotations'], change: Partial<Input> = {}): Document {
	const input = { article: ARTICLE, annotations, exportedAt: EXPORTED_AT, articleHtml: HTML, articleText: TEXT };
	const html = toStandAloneHtml({ ...input, ...change }).replace(STAND_ALONE_STYLE, '');
	return new JSDOM(html, { runScripts: 'dangerously' }).window.document;
}

function articleTextOf(page: Document): string {
	for (const apart of page.querySelectorAll('[data-en-marge=apart]')) apart.remove();
	return readArticleText({ root: page.querySelector('article')! }).text;
}

const marked = (page: Document, classes: string): string =>
	[...page.querySelectorAll(`mark.${classes}`)].map(({ textContent }) => textContent).join('|');

describe('a passage', () => {
	test('is marked in place, over links and emphasis, and nothing beside it', () => {
		const page = pageOf([on('Le chef du village dit')]);
		expect(marked(page, 'yellow.solid')).toBe('Le |chef |du village| dit');
		expect(page.querySelector('article a em mark')?.textContent).toBe('du village');
		expect(articleTextOf(page)).toBe(TEXT);
	});

	test('is marked over blocks, with no mark between them', () => {
		const page = pageOf([on('Un\nDeux\nFin')]);
		expect(marked(page, 'yellow')).toBe('Un|Deux|Fin');
		expect([...page.querySelectorAll('ul > *')].every(({ localName }) => localName === 'li')).toBe(true);
	});

	test('shows the shorter one where two overlap, and refers to each note once', () => {
		const long = on('Puis il se tait.\nUn puits.', { note: 'long', color: 'green' });
		const short = on('il se', { id: '22222222-2222-4222-8222-222222222222', note: 'court', color: 'pink' });
		const page = pageOf([long, short]);
		expect(marked(page, 'green')).toBe('Puis | tait.|Un puits.');
		expect(marked(page, 'pink')).toBe('il se');
		const references = [...page.querySelectorAll('article sup.reference a')];
		expect(references.map((link) => link.getAttribute('href'))).toEqual(['#note-2', '#note-1']);
		for (const link of page.querySelectorAll('a[href^="#"]'))
			expect(page.querySelectorAll(`[id="${link.getAttribute('href')!.slice(1)}"]`)).toHaveLength(1);
	});

	test('within a link is referred to without a link in the link', () => {
		const page = pageOf([on('chef du village', { note: 'a' })]);
		expect(page.querySelectorAll('a a, article sup a')).toHaveLength(0);
		expect(page.querySelectorAll('article sup.reference')).toHaveLength(1);
	});

	test('that is not in the text is listed and marked nowhere', () => {
		const page = pageOf([annotation({ exact: 'des mots qui ne sont plus là', note: 'gardée' })], {
			outcomes: new Map([[annotation().id, 'orphan']]),
		});
		expect(page.querySelectorAll('mark')).toHaveLength(0);
		const [item] = page.querySelectorAll('.annotations li');
		expect(item?.querySelector('blockquote')?.textContent).toBe('des mots qui ne sont plus là');
		expect(item?.querySelector('.note')?.textContent).toBe('gardée');
		expect(item?.querySelector('.details')?.textContent).toContain('orphan');
	});

	test('is never placed by a short quote that only reads the same', () => {
		const text = 'Le maire parle. Ailleurs, un autre maire se tait.';
		const selectors = (exact: string, prefix: string, start: number) => ({
			selectors: {
				quote: { type: 'TextQuoteSelector' as const, exact, prefix, suffix: '' },
				position: { type: 'TextPositionSelector' as const, start, end: start + exact.length },
			},
		});
		expect(placeAnnotation(text, selectors('parle', 'La ministre ', 9))).toBeUndefined();
		expect(placeAnnotation(text, selectors('maire', 'Le ', 3))).toEqual({ start: 3, end: 8 });
		expect(placeAnnotation(text, selectors('maire', 'Ailleurs, un autre ', 2))).toEqual({ start: 35, end: 40 });
	});
});

describe('a page', () => {
	test('lets in its own style, and nothing else', () => {
		expect(createHash('sha256').update(STAND_ALONE_STYLE).digest('base64')).toBe(STAND_ALONE_STYLE_HASH);
		const page = pageOf([on('Un puits.')]);
		expect(page.querySelector('style')?.textContent).toBe(STAND_ALONE_STYLE);
		const policy = page.querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute('content');
		expect(policy).toBe(
			`default-src 'none'; style-src 'sha256-${STAND_ALONE_STYLE_HASH}'; img-src data:; base-uri 'none'; form-action 'none'`,
		);
		expect(page.querySelectorAll('img, link, iframe, [style], [onclick]')).toHaveLength(0);
	});

	test('leads to pictures that are not in it, and shows those that are', () => {
		expect(pageOf([]).querySelector('figure a.picture')?.getAttribute('href')).toBe('https://s.rfi.fr/a.jpg');
		const articleHtml = '<figure><img src="data:image/png;base64,AAAA" alt="&quot;a&quot;"></figure>';
		expect(pageOf([], { articleHtml }).querySelector('img')?.getAttribute('alt')).toBe('"a"');
	});

	test('holds the same Web Annotations inside, whatever they are', () => {
		fc.assert(
			fc.property(awkwardText, awkwardText, awkwardText, (exact, note, title) => {
				const annotations = [annotation({ exact, note, tags: [note, title] })];
				const article = { ...ARTICLE, title, byline: note, section: exact };
				const input = { article, annotations, exportedAt: EXPORTED_AT, articleHtml: HTML };
				const page = bareOf(annotations, { article });
				const [data, ...others] = page.querySelectorAll('script');
				expect(others).toEqual([]);
				expect(JSON.parse(data!.textContent!)).toEqual(JSON.parse(JSON.stringify(webAnnotationCollection(input))));
				const shown = (text: string) => text.toWellFormed().replaceAll('\0', '\ufffd');
				expect(page.querySelector('.annotations blockquote')?.textContent).toBe(shown(exact));
				expect(page.querySelector('.note')?.textContent ?? '').toBe(shown(note));
				expect(page.body.children.length).toBe(3);
			}),
			{ numRuns: 100 },
		);
	}, 60_000);

	test('shows paragraphs where the HTML is not kept, and the quotes where nothing is', () => {
		const { articleHtml: _, ...text } = { articleHtml: '', articleText: TEXT };
		const input = { article: ARTICLE, annotations: [on('Puis il')], exportedAt: EXPORTED_AT };
		const kept = new JSDOM(toStandAloneHtml({ ...input, ...text })).window.document;
		expect(kept.querySelector('h1')?.textContent).toBe('Des puits');
		expect(marked(kept, 'yellow')).toBe('Puis il');
		const bare = new JSDOM(toStandAloneHtml(input)).window.document;
		expect(bare.querySelector('h1')?.textContent).toBe(ARTICLE.title);
		expect(bare.querySelector('.annotations blockquote')?.textContent).toBe('Puis il');
	});

	test('is not taken for the article itself when it is opened from the disk', () => {
		expect(recognise(pageOf([on('Un puits.')]), 'file:///a/2026-01-01-des-puits.html').kind).toBe('not-article');
	});

	test('is in the language and the direction of its article', () => {
		const page = pageOf([], { article: { ...ARTICLE, lang: 'fa', dir: 'rtl' } });
		expect([page.documentElement.lang, page.documentElement.dir]).toEqual(['fa', 'rtl']);
	});
});

describe('the article’s HTML', () => {
	const TAGS = 'p h2 ul li em a span table tr td br blockquote script style svg form'.split(' ');
	const piece = fc.oneof(
		fc.constantFrom(...TAGS).map((tag) => `<${tag}>`),
		fc.constantFrom(...TAGS).map((tag) => `</${tag}>`),
		fc.constantFrom('<img src="x" onerror="document.title=1">', '<a href="javascript:alert(1)">', '<p onclick="x">'),
		fc.constantFrom(
			'a',
			'bc',
			' ',
			'  ',
			'\n',
			'&nbsp;',
			'&amp;',
			'&#x41;',
			'中',
			'<',
			'>',
			'"',
			'<!--',
			'\u0085',
			'\ufeff',
		),
		awkwardText,
	);
	const anyHtml = fc.array(piece, { maxLength: 25 }).map((pieces) => pieces.join(''));

	test(
		'comes out harmless whatever it is',
		() => {
			fc.assert(
				fc.property(anyHtml, (articleHtml) => {
					const page = bareOf([annotation({ exact: 'a' })], { articleHtml });
					const article = page.querySelector('article')!;
					for (const element of article.querySelectorAll('*')) {
						expect(element.localName).toMatch(
							/^(header|h[1-6]|p|[uo]l|li|blockquote|fig.*|img|a|em|strong|[biu]|s|su[bp]|br|span|time|table|caption|t.*|mark)$/,
						);
						for (const { name, value } of element.attributes)
							expect(`${name}=${value}`).not.toMatch(/^on|=javascript:/i);
					}
					expect(page.body.lastElementChild?.className).toBe('annotations');
				}),
				{ numRuns: 150 },
			);
		},
		SLOW,
	);

	test(
		'is read as the same article text as the page it came from',
		() => {
			const { window } = new JSDOM('');
			fc.assert(
				fc.property(anyHtml, (html) => {
					const stored = sanitisedHtml(html, window as unknown as Window & typeof globalThis);
					const root = window.document.createElement('article');
					root.innerHTML = stored;
					expect(readPieceRuns(readStoredHtml(stored)).text).toBe(readArticleText({ root }).text);
				}),
				{ numRuns: 300 },
			);
			expect(readPieceRuns(readStoredHtml(HTML)).text).toBe(TEXT);
		},
		SLOW,
	);

	test(
		'keeps its article text, marked or not',
		() => {
			const ends = fc.tuple(fc.nat(TEXT.length - 1), fc.nat(40));
			fc.assert(
				fc.property(fc.array(ends, { maxLength: 6 }), (passages) => {
					const annotations = passages.map(([start, length], index) =>
						annotation({
							id: `${index}`,
							exact: TEXT.slice(start, start + length + 1).trim() || 'Un',
							start,
							note: 'n',
						}),
					);
					expect(articleTextOf(bareOf(annotations))).toBe(TEXT);
				}),
				{ numRuns: 60 },
			);
		},
		SLOW,
	);

	test(
		'of 200,000 characters is read in linear time',
		() => {
			for (const part of [
				'<p>',
				'<a ',
				'<a b="',
				'</p>',
				'<p',
				' ',
				'&',
				'&amp;',
				'<br>',
				'\u0085 ',
				'<p>a</p>',
				'<a b ',
			])
				readPieceRuns(readStoredHtml(part.repeat(200_000 / part.length)));
		},
		SLOW,
	);
});
