import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sureTerm, textDirective, textFragmentUrl } from '../../utils/exchange/text-fragment.ts';

const URL = 'https://www.rfi.fr/fr/x';
const FRENCH =
	'L’eau manque. Aujourd’hui, vingt-quatre écoles ouvrent ; ailleurs, l’eau manque encore, dit-on.\nL’eau manque, oui.';
const CHINESE = '部长周二访问港口\n渔业部长本周二抵达北部，开始为期三天的访问。他将与当地渔民会面，讨论今年的配额。';

/** The stored quote for some words of a text, with as much context as an annotation keeps. */
function quoteOf(text: string, exact: string, from = 0) {
	const start = text.indexOf(exact, from);
	const end = start + exact.length;
	return { exact, prefix: text.slice(Math.max(0, start - 48), start), suffix: text.slice(end, end + 48) };
}

/** The directive, readable: terms decoded, with their separators. */
function directive(text: string, exact: string, { from = 0, lang = 'fr', known = true } = {}): string {
	const url = textFragmentUrl(URL, quoteOf(text, exact, from), lang, known ? text : undefined);
	return decodeURIComponent(url.slice(`${URL}#:~:text=`.length));
}

describe('a link to a passage', () => {
	test('names whole words that stand once as they are', () => {
		expect(directive(FRENCH, 'Aujourd’hui, vingt-quatre écoles')).toBe('Aujourd’hui, vingt-quatre écoles');
	});

	test('gives a word that is cut its neighbours', () => {
		expect(directive(FRENCH, 'eau manque encore, dit-on')).toBe('l’-,eau manque encore, dit-on');
	});

	test('tells words that stand more than once apart by what follows or precedes', () => {
		expect(directive(FRENCH, 'L’eau manque')).toBe('L’eau manque,-. Aujourd’hui');
		expect(directive(FRENCH, 'eau manque', { from: 50 })).toBe('ailleurs, l’-,eau manque,-encore');
		expect(directive(FRENCH, 'L’eau manque', { from: 90 })).toBe('L’eau manque,-, oui');
	});

	test('takes Chinese to the next punctuation, whatever a dictionary says', () => {
		expect(directive(CHINESE, '当地渔民', { lang: 'zh-Hans' })).toBe('他将与-,当地渔民,-会面，讨论今年的配额');
	});

	test('names the ends of a passage in several blocks, each within its block', () => {
		expect(directive(CHINESE, '港口\n渔业部长本周二抵达北部，开始', { lang: 'zh-Hans' })).toBe(
			'部长周二访问-,港口,渔业部长本周二抵达北部，开始,-为期三天的访问',
		);
	});

	test('names the ends of a passage of more than 300 characters', () => {
		const text = Array.from({ length: 60 }, (_, k) => `mot${k} suit`).join(' ');
		expect(directive(text, text.slice(5, -5))).toBe('suit mot1 suit mot2 suit,mot57 suit mot58 suit mot59');
	});

	test('does without the article text', () => {
		expect(directive(FRENCH, 'eau manque encore', { known: false })).toBe(
			'ouvrent ; ailleurs, l’-,eau manque encore,-, dit-on',
		);
	});

	test('stops context at the edge of the block', () => {
		expect(directive(CHINESE, '渔业部长', { lang: 'zh-Hans' })).toBe('渔业部长,-本周二抵达北部，开始为期三天的访问');
		expect(directive(CHINESE, '渔业部长', { lang: 'zh-Hans', known: false })).toMatch(/^渔业部长,-本周二抵达北部/);
	});

	test('goes a word farther than an accent at the end, which Firefox would skip', () => {
		expect(directive('به گفتهٔ او، خوانندگانِ جوان کمتر می‌روند', 'گانِ', { lang: 'fa' })).toMatch(/,گانِ جوان/);
	});

	test('encodes whatever is no letter or digit', () => {
		const text = `avant a-b,c&d_e.f!g~h*i'j(k)l: m% n# après tout cela encore`;
		const url = textFragmentUrl(URL, quoteOf(text, text), 'fr', text);
		expect(url).toBe(
			`${URL}#:~:text=avant%20a%2Db%2Cc%26d%5Fe%2Ef%21g%7Eh%2Ai%27j%28k%29l%3A%20m%25%20n%23%20apr%C3%A8s%20tout%20cela%20encore`,
		);
	});

	test.each([
		['an address with a fragment', 'https://a.b/#c', 'https://a.b/#c:~:text='],
		['an address with an empty fragment', 'https://a.b/#', 'https://a.b/#:~:text='],
		['an address with a directive', 'https://a.b/#c:~:text=d', 'https://a.b/#c:~:text='],
		['an address without fragment', 'http://a.b/?c=d', 'http://a.b/?c=d#:~:text='],
	])('is put behind %s', (_, url, expected) => {
		expect(textFragmentUrl(url, quoteOf(FRENCH, FRENCH.slice(0, 60)))).toMatch(
			new RegExp(`^${RegExp.escape?.(expected) ?? expected.replace(/[?.]/g, '\\$&')}L`),
		);
	});

	test('is none for an address that is not on the web', () => {
		for (const url of ['file:///a/b.html', 'about:blank', 'javascript:x', '', 'moz-extension://a/reader.html'])
			expect(textFragmentUrl(url, quoteOf(FRENCH, 'ouvrent'))).toBe('');
	});

	test('is the address alone for a quote without words', () => {
		expect(textFragmentUrl(URL, { exact: ' … ', prefix: '', suffix: '' })).toBe(URL);
	});

	test('never throws, and always parses', () => {
		const text = fc.array(
			fc.constantFrom('a', 'é', ' ', '\n', '中', '国', '。', '-', ',', 'ខ្មែរ', 'ِ', '\ud800', '1', '’'),
			{ maxLength: 40 },
		);
		fc.assert(
			fc.property(
				text,
				text,
				text,
				fc.constantFrom('fr', 'zh-Hans', 'km', 'not a tag', ''),
				fc.boolean(),
				(a, b, c, lang, known) => {
					const quote = { prefix: a.join(''), exact: b.join(''), suffix: c.join('') };
					const url = textFragmentUrl(URL, quote, lang, known ? quote.prefix + quote.exact + quote.suffix : undefined);
					expect(url).toMatch(/^https:\/\/www\.rfi\.fr\/fr\/x(#:~:text=([\w%]+-,)?[\w%]+(,[\w%]+)?(,-[\w%]+)?)?$/);
					decodeURIComponent(url);
				},
			),
			{ numRuns: 1000 },
		);
	});

	test('to a passage of 200,000 characters is made in linear time', () => {
		for (const piece of ['mot ', '中', '中。', '\n', 'a\n', ' ', 'a'])
			textFragmentUrl(
				URL,
				{ exact: piece.repeat(200_000 / piece.length), prefix: 'x ', suffix: ' y' },
				'fr',
				`x ${piece.repeat(200_000 / piece.length)} y`,
			);
	}, 60_000);
});

test('what is certain at a glance is what looking for words says', () => {
	const word = fc.constantFrom(
		'eau',
		'l’eau',
		'puits',
		'village',
		'3.5',
		'dit-on',
		'部长',
		'港口',
		'ภาษา',
		'café\u0301',
		'سلام',
		'𠀀𠀁',
		'été',
	);
	const between = fc.constantFrom(' ', ' ', ' ', ', ', '. ', '\n', ' ; ', '', '.', '\u00a0', '» ');
	const pieces = fc.array(fc.tuple(word, between), { minLength: 4, maxLength: 40 });
	let certain = 0;
	fc.assert(
		fc.property(pieces, fc.nat(200), fc.integer({ min: 4, max: 120 }), (parts, at, length) => {
			const text = parts.flat().join('').trim();
			const start = at % text.length;
			const exact = text.slice(start, start + length).trim();
			if (exact === '') return;
			const quote = quoteOf(text, exact, start);
			const sure = sureTerm(quote, text);
			if (sure === undefined) return;
			certain++;
			expect(sure).toBe(textDirective(quote, 'fr', text));
		}),
		{ numRuns: 3000 },
	);
	expect(certain).toBeGreaterThan(100);
});
