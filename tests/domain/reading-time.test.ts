import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readingMinutes } from '../../utils/domain/reading-time.ts';

test('words are counted where spaces part them, whatever the script', () => {
	expect(readingMinutes('mot '.repeat(184 * 4))).toBe(4);
	expect(readingMinutes('слово '.repeat(184 * 4))).toBe(4);
	expect(readingMinutes('می‌خوانم '.repeat(184 * 4))).toBe(4);
	expect(readingMinutes('l’eau — '.repeat(184 * 4))).toBe(4);
});

test('characters are counted in Chinese and Japanese, letters in Khmer', () => {
	expect(readingMinutes('读书，'.repeat(255))).toBe(2);
	expect(readingMinutes('本を読む。'.repeat(357))).toBe(4);
	expect(readingMinutes('សាលា'.repeat(552))).toBe(2);
});

test('a mixed text takes what its parts take', () => {
	expect(readingMinutes(`${'字'.repeat(255 * 3)} ${'word '.repeat(184 * 2)}`)).toBe(5);
});

test('more than ten minutes are told in fives, and nothing takes less than one', () => {
	expect(readingMinutes('')).toBe(1);
	expect(readingMinutes('mot '.repeat(184 * 10))).toBe(10);
	expect(readingMinutes('mot '.repeat(184 * 12))).toBe(10);
	expect(readingMinutes('mot '.repeat(184 * 13))).toBe(15);
});

test('more text never takes less time', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'grapheme' }), fc.nat(40), (text, times) => {
			const once = `${text} `.repeat(times);
			expect(readingMinutes(`${once}${once}`)).toBeGreaterThanOrEqual(readingMinutes(once));
		}),
	);
});
