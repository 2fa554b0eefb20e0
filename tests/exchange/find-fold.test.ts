import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldForFind } from '../../utils/exchange/find-fold.ts';

/** What it is, said of the whole text. */
const folded = (text: string): string =>
	text
		.normalize('NFKD')
		.replace(/[\p{M}\p{Cf}]+/gu, '')
		.toLowerCase()
		.replace(/\s+/g, ' ')
		.trim();

test('each code unit, wherever it stands, is folded as the whole text is', () => {
	const wrong: string[] = [];
	for (let unit = 0; unit < 0x1_0000; unit++) {
		const sign = String.fromCharCode(unit);
		for (const text of [sign, `a${sign}B`, ` ${sign} `, `é${sign}\u0301x`, `${sign}${sign}Σ`])
			if (foldForFind(text) !== folded(text)) wrong.push(unit.toString(16));
	}
	expect(wrong).toEqual([]);
});

test('texts of any signs are folded as a whole', () => {
	const sign = fc.oneof(
		fc.constantFrom(' ', '\n', '\u00a0', 'É', 'œ', '…', '´', 'ΑΣ', 'ﬁ', '中文', '한국', 'e\u0301', '\u00ad', '𝐀', '😀'),
		fc.string({ unit: 'binary', maxLength: 3 }),
	);
	fc.assert(
		fc.property(fc.array(sign), (signs) => {
			expect(foldForFind(signs.join(''))).toBe(folded(signs.join('')));
		}),
		{ numRuns: 5_000 },
	);
});
