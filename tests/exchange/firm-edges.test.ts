import fc from 'fast-check';
import { expect, test } from 'vitest';
import { firmEdges } from '../../utils/exchange/firm-edges.ts';

const piece = fc.oneof(
	fc.constantFrom(
		'mot',
		'l’État',
		"aujourd'hui",
		'abc1',
		'3.5',
		'12',
		'é',
		'e\u0301',
		'Москва',
		'فارسی',
		'می\u200cخواهم',
		'_x',
	),
	fc.constantFrom('中文', '人', '々', '〇', 'ひら', 'カナ', 'ー', 'ภาษา', 'ភាសា', '한국', '𠮷', '😀', '👍🏽'),
	fc.constantFrom(
		' ',
		'  ',
		'\n',
		'\u00a0',
		'.',
		',',
		'...',
		'’',
		'"',
		'“',
		'»',
		'« ',
		'-',
		'—',
		'(',
		'%',
		'€',
		':',
		'、',
		'。',
		'《',
		'，',
	),
	fc.string({ unit: 'grapheme', maxLength: 2 }),
);

test('where words surely end, the segmenter of this engine says so too', () => {
	const segmenter = new Intl.Segmenter('en', { granularity: 'word' });
	fc.assert(
		fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
			const text = pieces.join('');
			const edges = new Set([...segmenter.segment(text)].map(({ index }) => index));
			expect(firmEdges(text, 0, text.length).filter((edge) => !edges.has(edge))).toEqual([]);
		}),
		{ numRuns: 20_000 },
	);
});

test.each([
	...['a b', '1 2', '中 文', 'カ ナ', 'א ב', '한 국', 'a 2', '中 a', 'a カ'],
	...[' a', ' 1', 'a ', '1 ', '中 ', '. a', '.  1', 'a .'],
])('so it does for every character of the first plane, where the space is in "%s"', (around) => {
	const segmenter = new Intl.Segmenter('en', { granularity: 'word' });
	const wrong: string[] = [];
	for (let unit = 0x20; unit < 0x1_0000; unit++) {
		const character = String.fromCharCode(unit);
		const text = around.replace(/ (?! )/, character);
		// Letters and halves of surrogate pairs are the property's, above.
		const edges = /[\p{Lo}\p{Cs}\p{Co}]/u.test(character) ? [] : firmEdges(text, 0, text.length);
		if (edges.length === 0) continue;
		const sure = new Set([...segmenter.segment(text)].map(({ index }) => index));
		if (edges.some((edge) => !sure.has(edge))) wrong.push(text);
	}
	expect(wrong).toEqual([]);
});

test('they are at white space and punctuation, and between Chinese and other letters', () => {
	const words = (text: string): string[] => {
		const edges = [0, ...firmEdges(text, 0, text.length), text.length];
		return edges.slice(1).map((edge, index) => text.slice(edges[index], edge));
	};
	expect(words('l’eau, dit-il. « Oui »')).toEqual([
		'l’eau',
		',',
		' ',
		'dit',
		'-',
		'il',
		'.',
		' ',
		'«',
		' ',
		'Oui',
		' ',
		'»',
	]);
	expect(words('据RFI报道，《世界报》。')).toEqual(['据', 'RFI', '报道', '，', '《', '世界报', '》', '。']);
	expect(words('à 3.5 %')).toEqual(['à', ' ', '3.5', ' ', '%']);
});
