import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createTextUnits, type Span, type Unit } from '../../utils/anchoring/text-units.ts';

const UNITS: readonly Unit[] = ['grapheme', 'word', 'sentence', 'block'];

/** All units of a text, found one after the other. */
function all(text: string, unit: Unit, lang?: string): string[] {
	const units = createTextUnits(text, lang);
	const found: Span[] = [];
	for (let span = units.after(unit, 0); span; span = units.after(unit, span.end)) found.push(span);
	return found.map(({ start, end }) => text.slice(start, end));
}

test.each([
	['fr', 'Au col. La neige fond !\nUn titre\nEt puis ?', ['Au col.', 'La neige fond !', 'Un titre', 'Et puis ?']],
	['fr', 'M. Noyer et Mme. B. Frêne parlent. Puis rien.', ['M. Noyer et Mme. B. Frêne parlent.', 'Puis rien.']],
	['fr', '« Venez. Restez ! » Puis il partit.', ['« Venez.', 'Restez ! »', 'Puis il partit.']],
	['zh-Hans', '他说：“你好。再见！”然后走了。为什么？', ['他说：“你好。', '再见！”', '然后走了。', '为什么？']],
	['fa', 'او گفت. آیا می‌آیی؟ بله.', ['او گفت.', 'آیا می‌آیی؟', 'بله.']],
	['km', 'ភាសាខ្មែរ។ គាត់ទៅផ្សារ៕', ['ភាសាខ្មែរ។', 'គាត់ទៅផ្សារ៕']],
	['ru', 'А. С. Берёзов сажал сад. Сад растёт.', ['А. С. Берёзов сажал сад.', 'Сад растёт.']],
])('sentences in %s: %s', (lang, text, sentences) => {
	expect(all(text, 'sentence', lang)).toEqual(sentences);
});

test('words of a script without spaces are found, and punctuation is no word', () => {
	const words = all('苹果树开花了，果农很高兴。', 'word', 'zh');
	expect(words.length).toBeGreaterThan(4);
	expect(words.join('')).toBe('苹果树开花了果农很高兴');
	expect(all('L’été, déjà !', 'word', 'fr')).toEqual(['L’été', 'déjà']);
});

test('a character is what a reader sees as one', () => {
	expect(all('e\u0301 👩‍👩‍👧\nx', 'grapheme')).toEqual(['e\u0301', '👩‍👩‍👧', 'x']);
});

test('a language that is none does no harm', () => {
	expect(all('One. Two.', 'sentence', 'not a language')).toEqual(['One.', 'Two.']);
});

describe('for any text', () => {
	const pieces = fc.constantFrom(
		'a',
		'B',
		' ',
		'\n',
		'.',
		'。',
		'»',
		'“',
		'é',
		'M',
		'的',
		'果',
		'👩‍👧',
		'e\u0301',
		'?',
		' ',
	);
	const texts = fc.array(pieces, { maxLength: 30 }).map((parts) => parts.join(''));
	const cases = fc.record({ text: texts, unit: fc.constantFrom(...UNITS) });

	test('units come in order, apart from each other, in no two blocks, without white space around; back are the same', () => {
		fc.assert(
			fc.property(cases, ({ text, unit }) => {
				const units = createTextUnits(text, 'fr');
				const forth: Span[] = [];
				for (let one = units.after(unit, 0); one; one = units.after(unit, one.end)) forth.push(one);
				const back: Span[] = [];
				for (let one = units.before(unit, text.length); one; one = units.before(unit, one.start)) back.unshift(one);
				expect(back).toEqual(forth);
				for (const [index, { start, end }] of forth.entries()) {
					const words = text.slice(start, end);
					expect(words).toBe(words.trim());
					expect(words).not.toContain('\n');
					expect(words).not.toBe('');
					expect(start).toBeGreaterThanOrEqual(forth[index - 1]?.end ?? 0);
					expect(units.at(unit, start)).toEqual({ start, end });
				}
			}),
		);
	});

	test('an edge lies beyond the offset, and going on reaches every edge once', () => {
		fc.assert(
			fc.property(cases, fc.constantFrom('start' as const, 'end' as const), ({ text, unit }, which) => {
				const units = createTextUnits(text, undefined);
				const edges: number[] = [];
				for (let at = units.edge(unit, which, -1, 1); at !== undefined; at = units.edge(unit, which, at, 1))
					edges.push(at);
				const back: number[] = [];
				for (let at = units.edge(unit, which, text.length + 1, -1); at !== undefined; ) {
					back.unshift(at);
					at = units.edge(unit, which, at, -1);
				}
				expect(edges).toEqual([...edges].sort((a, b) => a - b));
				expect(back).toEqual(edges);
			}),
		);
	});
});
