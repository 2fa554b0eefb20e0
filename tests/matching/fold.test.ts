import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold, foldedOffset, foldedString, sourceRange, startFolding } from '../../utils/matching/fold.ts';

describe('folded text is the same for', () => {
	test.each([
		['white space of every kind', 'a b\u00a0c\u202fd\u3000e', 'ab c\n\td e'],
		['invisible characters', 'pa\u00adro\u200ble\u2060', 'parole'],
		['accents, composed or not', 'é\u00e0ç', 'e\u0301a\u0300c\u0327'],
		['quotation marks', '«a» “b” 「c」 ‘d’', '"a" "b" "c" \'d\''],
		['dashes, one or two', 'a—b–c--d', 'a-b-c—d'],
		['ellipses', 'a…', 'a...'],
		['full-width forms', '２０，ＡＢ！', '20,AB!'],
		['Chinese punctuation', '好，吗？、', '好,吗?,'],
		['Arabic and Persian letters', 'کی', 'كي'],
		['Arabic and Persian digits', '۱۲۳', '١٢٣'],
		['alif with and without hamza', 'أإآ', 'ااا'],
		['vowel signs left out', 'كَتَبَ', 'كتب'],
		['ё and е', 'ёлка', 'елка'],
		['traditional and simplified characters', '後裡國麵臺乾', '后里国面台干'],
		['ligatures', 'œuvre ﬁn', 'oeuvre fin'],
	])('%s', (_, one, other) => {
		expect(foldedString(one)).toBe(foldedString(other));
		expect([...fold(one).units]).toEqual([...fold(other).units]);
	});
});

test('folding keeps case, words and the vowel signs of Khmer', () => {
	expect(foldedString('Paix')).not.toBe(foldedString('paix'));
	expect(foldedString('កា')).not.toBe(foldedString('ក'));
});

const anyText = fc.string({ unit: 'binary', maxLength: 300 });
const richText = fc
	.array(
		fc.constantFrom('a', ' ', '—', '-', '…', 'ﷺ', 'é', 'e\u0301', '國', '👨‍👩‍👧', '\ud800', '\u00ad', '\n', '。'),
		{ maxLength: 80 },
	)
	.map((parts) => parts.join(''));

test('the offset map is total, never falls and stays inside the text', () => {
	fc.assert(
		fc.property(fc.oneof(anyText, richText), (text) => {
			const { units, offsets } = fold(text);
			expect(offsets.length).toBe(units.length + 1);
			expect(offsets[units.length]).toBe(text.length);
			for (let i = 0; i < units.length; i++) {
				expect(offsets[i]!).toBeLessThanOrEqual(offsets[i + 1]!);
				expect(offsets[i]!).toBeLessThan(text.length);
			}
		}),
	);
});

test('a folded range covers source text that folds to it', () => {
	fc.assert(
		fc.property(richText, fc.nat(), fc.nat(), (text, a, b) => {
			const page = fold(text);
			fc.pre(page.units.length > 0);
			const start = a % page.units.length;
			const end = start + 1 + (b % (page.units.length - start));
			const range = sourceRange(page, start, end);
			expect(range.end).toBeGreaterThan(range.start);
			const again = foldedString(text.slice(range.start, range.end));
			expect(again).toContain(String.fromCharCode(...page.units.subarray(start, end)));
			expect(foldedOffset(page, range.start)).toBeLessThanOrEqual(start);
		}),
	);
});

test('folding in steps is folding at once', () => {
	fc.assert(
		fc.property(richText, fc.integer({ min: 1, max: 7 }), (text, step) => {
			const folding = startFolding(text);
			while (!folding.advance(step));
			expect([...folding.result().units]).toEqual([...fold(text).units]);
			expect([...folding.result().offsets]).toEqual([...fold(text).offsets]);
		}),
	);
});
